import type { WorkingDays } from '../calendars/working-days.ts'
import { dateText, dayNumber } from '../foundation/instant.ts'
import type { RowOf } from '../foundation/table.ts'
import type { partners } from '../partners/partner.table.ts'
import type { CareState } from './care.ts'
import type { CareTerms } from './care-terms.ts'
import type { checkIns, partnerCare } from './check-in.table.ts'

type Care = RowOf<typeof partnerCare>
type CheckIn = Pick<RowOf<typeof checkIns>, 'id' | 'kind' | 'heldOn' | 'mood' | 'voidedAt'>

export interface CareFacts {
  readonly partner: Pick<RowOf<typeof partners>, 'status' | 'absences'>
  readonly care: Pick<Care, 'everyDays' | 'pausedReason' | 'pausedUntil'>
  readonly checkIns: readonly CheckIn[]
  readonly terms: CareTerms
  /** The partner’s calendar with its own absences. */
  readonly days: WorkingDays
}

export type CheckInStanding = Pick<Care, 'lastOn' | 'lastHeldOn' | 'mood' | 'dueOn'>

/**
 * The last check-in, and when the next is due: so many days after the last, or when a pause ends, on the first day that the partner works.
 * Null where none is due: the partner is not active, its care is paused or it is away until further notice, or it has had none, and so the first is due at any time.
 */
export function checkInStanding({ partner, care, checkIns: all, terms, days }: CareFacts): CheckInStanding {
  const inOrder = all.filter(({ voidedAt }) => voidedAt === null).toSorted((a, b) => (a.heldOn < b.heldOn || (a.heldOn === b.heldOn && a.id < b.id) ? -1 : 1))
  const last = inOrder.at(-1)
  const held = inOrder.findLast(({ kind }) => kind === 'held')
  const standing = { lastOn: last?.heldOn ?? null, lastHeldOn: held?.heldOn ?? null, mood: held?.mood ?? null }
  if (last === undefined || partner.status !== 'active' || (care.pausedReason !== null && care.pausedUntil === null)) return { ...standing, dueOn: null }
  const next = dateText(dayNumber(last.heldOn) + (care.everyDays ?? terms.checkInDays))
  const from = care.pausedUntil !== null && care.pausedUntil > next ? care.pausedUntil : next
  const away = partner.absences.some(({ from: since, to }) => to === null && since <= from)
  return { ...standing, dueOn: away ? null : days.after(from, 0) }
}

/** @param care as the summary has it; undefined: nobody has looked after the partner yet */
export function careState(status: string, care: Pick<Care, 'pausedReason' | 'pausedUntil' | 'lastOn' | 'dueOn'> | undefined, today: string): CareState {
  if (status !== 'active') return 'resting'
  if (care !== undefined && care.pausedReason !== null && (care.pausedUntil === null || care.pausedUntil > today)) return 'paused'
  if (care === undefined || care.lastOn === null) return 'first'
  if (care.dueOn === null) return 'away'
  if (care.dueOn < today) return 'overdue'
  return care.dueOn === today ? 'due' : 'ahead'
}
