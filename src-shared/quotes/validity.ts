/** Local dates, both included; `to` null: until further notice. */
export interface Validity {
  readonly from: string
  readonly to: string | null
}

export type Standing = 'notYet' | 'valid' | 'ended'

export function standingOn(date: string, { from, to }: Validity): Standing {
  return date < from ? 'notYet' : to !== null && date > to ? 'ended' : 'valid'
}
