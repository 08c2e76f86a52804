/** What a partner did for business: brought it; helped with business the house had; had a hand in it; took the order (field.md B3). */
export const attributionKinds = ['sourced', 'coSell', 'influenced', 'fulfilled'] as const
export type AttributionKind = (typeof attributionKinds)[number]

/** What a partner is credited with for an opportunity. */
export interface Share {
  readonly partnerId: string
  readonly kind: AttributionKind
  /** Percent of the amount; all shares of an opportunity are no more than 100 together. */
  readonly percent: number
}

export const WHOLE = 100

export function percentOf(shares: readonly Pick<Share, 'percent'>[]): number {
  return shares.reduce((sum, { percent }) => sum + percent, 0)
}

/** The first share that credits a partner a second time for the same thing. */
export function namedTwice(shares: readonly Share[]): Share | undefined {
  const seen = new Set<string>()
  return shares.find(({ partnerId, kind }) => seen.size === seen.add(`${partnerId} ${kind}`).size)
}
