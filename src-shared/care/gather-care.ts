import { calendarId, calendars } from '../calendars/calendar.table.ts'
import { ORDINARY_CALENDAR } from '../calendars/working-calendar.ts'
import { WorkingDays } from '../calendars/working-days.ts'
import { insert, many, one, update, type Change, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { partners } from '../partners/partner.table.ts'
import { careTermsOf } from './care-terms.ts'
import { careTerms, CARE_TERMS_ID } from './care-terms.table.ts'
import { checkInStanding, type CareFacts } from './check-in-standing.ts'
import { checkIns, partnerCare, partnerCareId } from './check-in.table.ts'

type Settings = Pick<RowOf<typeof partnerCare>, 'everyDays' | 'pausedReason' | 'pausedUntil'>

export interface GatheredCare extends CareFacts {
  readonly partner: RowOf<typeof partners>
  readonly checkIns: readonly (CareFacts['checkIns'][number] & { readonly byName: string })[]
  /** Whether the partner has a row of its own yet. */
  readonly known: boolean
}

/** How a partner is looked after, with everything that follows from; undefined where there is no such partner. */
export function* askCare(partnerId: string): Generator<Question, GatheredCare | undefined, unknown> {
  const partner = yield* one(partners, partnerId)
  if (partner === undefined) return undefined
  const care = yield* one(partnerCare, partnerCareId(partnerId))
  const terms = careTermsOf(yield* one(careTerms, CARE_TERMS_ID))
  const days = new WorkingDays((yield* one(calendars, calendarId(partner.calendar))) ?? ORDINARY_CALENDAR, partner.absences)
  return { partner, care: care ?? { everyDays: null, pausedReason: null, pausedUntil: null }, known: care !== undefined, terms, days, checkIns: yield* many(checkIns, 'byPartner', [partnerId]) }
}

/** The change that writes how a partner is looked after, and when its next check-in is due then. */
export function careAs(gathered: GatheredCare, patch: Partial<Settings>): { readonly change: Change; readonly dueOn: string | null } {
  const { everyDays, pausedReason, pausedUntil } = { ...gathered.care, ...patch }
  const settings = { everyDays, pausedReason, pausedUntil }
  const standing = checkInStanding({ ...gathered, care: settings })
  const id = partnerCareId(gathered.partner.id)
  const change = gathered.known ? update(partnerCare, id, { ...settings, ...standing }) : insert(partnerCare, { ...settings, ...standing, id, partnerId: gathered.partner.id })
  return { change, dueOn: standing.dueOn }
}

/** Those of the partners whose next check-in is due on another day than their care says, with what sets it right. */
export function* askMoved(partnerIds: readonly string[]): Generator<Question, readonly { readonly partnerId: string; readonly change: Change }[], unknown> {
  const moved: { readonly partnerId: string; readonly change: Change }[] = []
  for (const partnerId of partnerIds) {
    const known = yield* one(partnerCare, partnerCareId(partnerId))
    const gathered = known === undefined ? undefined : yield* askCare(partnerId)
    if (gathered === undefined) continue
    const { change, dueOn } = careAs(gathered, {})
    if (dueOn !== known?.dueOn) moved.push({ partnerId, change })
  }
  return moved
}
