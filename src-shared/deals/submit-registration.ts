import { askCalendarClock } from '../deadlines/deadline-facts.ts'
import { one, refuse, type Change, type CommandContext, type Decision, type Note, type Question } from '../foundation/command.ts'
import { instantOf, instantText } from '../foundation/instant.ts'
import { currencyDecimals } from '../foundation/money.ts'
import type { RowOf } from '../foundation/table.ts'
import { partners } from '../partners/partner.table.ts'
import { approveRegistration, AS_CLAIMED } from './approve-registration.ts'
import { askOverlaps } from './ask-overlaps.ts'
import { askTerms } from './ask-terms.ts'
import { autoApproves } from './auto-approves.ts'
import { checkRegistration, type Finding } from './check-registration.ts'
import { askEarlierClaim } from './earlier-claim.ts'
import type { Overlap } from './overlap.ts'
import { settled } from './registration-steps.ts'
import type { FrozenTerms } from './registration-terms.ts'
import type { registrations } from './registration.table.ts'

type Registration = RowOf<typeof registrations>

export interface Submitted {
  readonly patch: Partial<Registration>
  readonly changes: readonly Change[]
  readonly notes: readonly Note[]
  /** Who else is with the customer; undefined where it has become another, for the account that it was approved for. */
  readonly overlaps: readonly Overlap[] | undefined
}

/**
 * Takes a claim into review, for the first time or again: what stops it refuses it, what lacks nothing keeps its time, what is harmless
 * by the terms is approved at once. The time is that of whoever decides; what the device says is kept beside it (field.md B3, 6 and 7).
 */
export function* submitRegistration(registration: Registration, deviceAt: string | null, context: CommandContext): Generator<Question, Submitted | Decision<never>, unknown> {
  const partner = yield* one(partners, registration.partnerId)
  if (partner === undefined) return refuse('partner.not-found', 'there is no such partner')
  const terms = registration.terms ?? (yield* askTerms(registration))
  const { now } = context
  const earlier = yield* askEarlierClaim(registration, partner, terms.coolDownDays, now)
  const overlaps = yield* askOverlaps(registration)
  const findings = checkRegistration(registration, { partner, terms, overlaps, resumes: earlier !== undefined || registration.clockFrom !== null })
  const stopped = stops(registration, findings, partner)
  if (stopped !== undefined) return stopped
  const again = overlaps.find(({ kind, isOwn, weight }) => kind === 'registration' && isOwn && weight === 'conflict')
  if (again !== undefined) return refuse('registration.registered-already', 'the partner has registered this deal already', { id: again.id, company: again.name })
  const patch: Partial<Registration> = {
    status: 'submitted', terms, submittedAt: now, overlaps: overlaps.filter(({ isOwn }) => !isOwn).length,
    deviceAt: registration.receivedAt === null ? deviceAt : registration.deviceAt, receivedAt: registration.receivedAt ?? now, ...completeness(registration, findings, deviceAt, now),
    resubmissionsLeft: registration.resubmissionsLeft ?? terms.resubmissions, clockFrom: registration.clockFrom ?? (earlier === undefined ? null : (earlier.clockFrom ?? earlier.protectedFrom)),
    ...(yield* awaitReview(terms, now)),
  }
  const submitted = { ...registration, ...patch }
  const note = { event: 'registration.submitted', about: registration.id, details: { partner: partner.name, ...(deviceAt === null ? {} : { deviceAt }) } }
  if (registration.approved !== null || registration.caseId !== null || !autoApproves(submitted, findings, partner, terms)) return { patch: settled(patch, registration), changes: [], notes: [note], overlaps }
  const approved = yield* approveRegistration(submitted, AS_CLAIMED, context, null)
  if ('kind' in approved) return approved
  return { patch: { ...patch, ...approved.row }, changes: approved.changes, notes: [note, { event: 'registration.approved-by-rule', about: registration.id, details: { policy: terms.policy } }], overlaps: undefined }
}

/** The review's deadline, in the working time of the deal desk. */
export function* awaitReview({ reviewMinutes, calendar, timeZone }: FrozenTerms, now: string): Generator<Question, Partial<Registration>, unknown> {
  const clock = yield* askCalendarClock(calendar, timeZone)
  return { reviewDueAt: instantText(clock.add(instantOf(now), reviewMinutes)), reviewMissed: false, asked: null, answerDueAt: null, reviewer: null }
}

function completeness({ completeAt }: Registration, findings: readonly Finding[], deviceAt: string | null, now: string): Partial<Registration> {
  const isComplete = findings.every(({ check, state }) => check !== 'complete' || state === 'fine')
  return completeAt !== null || !isComplete ? {} : { completeAt: now, completeDeviceAt: deviceAt }
}

function stops(claim: Registration, findings: readonly Finding[], partner: RowOf<typeof partners>): Decision<never> | undefined {
  if (claim.amount !== null && claim.currency === null) return refuse('registration.amount-incomplete', 'an amount is of a currency')
  if (claim.currency !== null && currencyDecimals(claim.currency) === null) return refuse('registration.currency-unknown', 'there is no such currency', { currency: claim.currency })
  switch (findings.find(({ state }) => state === 'stops')?.check) {
    case undefined:
      return undefined
    case 'customer':
      return refuse('registration.company-missing', 'a registration names its customer')
    case 'products':
      return refuse('registration.products-missing', 'a registration names its products')
    case 'partnerActive':
      return refuse('registration.partner-not-active', 'only an active partner can hold a deal', { partner: partner.name, status: partner.status })
    default:
      return refuse('registration.product-not-authorised', 'the partner is not authorised for the product', { partner: partner.name, products: claim.products.filter((product) => !partner.products.includes(product)) })
  }
}
