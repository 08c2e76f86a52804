import { accept, command, one, refuse, update, type Change, type Decision, type Note, type Question } from '../foundation/command.ts'
import { instantOf, instantText } from '../foundation/instant.ts'
import type { RowOf } from '../foundation/table.ts'
import { opportunities } from '../opportunities/opportunity.table.ts'
import { partners } from '../partners/partner.table.ts'
import { askOverlaps } from './ask-overlaps.ts'
import { becomeOfRecord, closeRegistration } from './close-registration.ts'
import { dealsContract } from './deals.contract.ts'
import { findRegistration } from './find-registration.ts'
import { protectionEnd } from './protection.ts'
import { settled, takeRegistrationSteps } from './registration-steps.ts'
import { registrations } from './registration.table.ts'
import { USUAL_TERMS } from './usual-terms.ts'

const { operations } = dealsContract
type Registration = RowOf<typeof registrations>

const askExtension = command(operations.askExtension, function* ({ id, days, reason }, { commandId, actor, now }) {
  const registration = yield* findRegistration(id)
  if (!('status' in registration)) return registration
  const { status, extensions, endedAt, endReason, timeZone } = registration
  const terms = registration.terms ?? USUAL_TERMS
  const isLate = status === 'expired' && endReason === 'window' && endedAt !== null && now < protectionEnd(endedAt, terms.lateDays, timeZone ?? 'UTC')
  if (status !== 'approved' && !isLate) return refuse('registration.not-extendable', 'only a window that runs, or ended lately, is extended', { status })
  if (extensions >= terms.extensions) return refuse('registration.no-extensions-left', 'it was extended as often as the terms allow', { extensions })
  if (days > terms.extensionDays) return refuse('registration.extension-too-long', 'an extension is shorter', { most: terms.extensionDays })
  const partnerOut = yield* inactive(registration)
  if (partnerOut !== undefined) return partnerOut
  const rival = isLate ? yield* claimedMeanwhile(registration) : undefined
  if (rival !== undefined) return rival
  return accept({ entry: commandId }, [update(registrations, id, settled({ extension: { days, reason, by: actor.name, at: now } }, registration))], [{ event: 'registration.extension-asked', about: id, details: { days, reason } }])
})

const decideExtension = command(operations.decideExtension, function* ({ id, grant, ...reasons }, { commandId, actor, now }) {
  const registration = yield* findRegistration(id)
  if (!('status' in registration)) return registration
  const { extension, protectedUntil, timeZone, status, caseId } = registration
  if (extension === null || protectedUntil === null) return refuse('registration.no-extension-asked', 'no extension was asked for')
  if (caseId !== null) return refuse('registration.held', 'a conflict case holds it', { caseId })
  const decided = { ...reasons, extension: null, decidedBy: actor.name, decidedAt: now, activeAt: now }
  if (!grant) return accept({ entry: commandId, protectedUntil }, [update(registrations, id, settled(decided, registration))], [{ event: 'registration.extension-refused', about: id, details: { ...reasons } }])
  const rival = status === 'expired' ? yield* claimedMeanwhile(registration) : undefined
  if (rival !== undefined) return rival
  // The day after the last one begins at `protectedUntil`: the extension counts from the last.
  const until = protectionEnd(instantText(instantOf(protectedUntil) - 1), extension.days, timeZone ?? 'UTC')
  // A change that is under review meanwhile stays there.
  const patch = { ...decided, status: status === 'expired' ? ('approved' as const) : status, protectedUntil: until, extensions: registration.extensions + 1, reminded: 0, endedAt: null, endReason: null }
  return accept({ entry: commandId, protectedUntil: until }, [update(registrations, id, settled(patch, registration))], [{ event: 'registration.extended', about: id, details: { until, timeZone, ...reasons } }])
})

const touch = command(operations.touch, function* ({ id, note }, { commandId, now }) {
  const registration = yield* findRegistration(id)
  if (!('status' in registration)) return registration
  if (registration.status !== 'approved') return refuse('registration.not-approved', 'only an approved deal is kept alive', { status: registration.status })
  return accept({ entry: commandId }, [update(registrations, id, settled({ activeAt: now }, registration))], [{ event: 'registration.touched', about: id, details: note === null ? {} : { note } }])
})

const setQuoteSent = command(operations.setQuoteSent, function* ({ id, sent }, { commandId, now }) {
  const registration = yield* findRegistration(id)
  if (!('status' in registration)) return registration
  if ((registration.quoteSentAt !== null) === sent) return accept({ entry: commandId }, [])
  if (registration.status !== 'approved') return refuse('registration.not-approved', 'only an approved deal is quoted for', { status: registration.status })
  return accept({ entry: commandId }, [update(registrations, id, settled({ quoteSentAt: sent ? now : null, activeAt: now }, registration))], [{ event: sent ? 'registration.quote-sent' : 'registration.quote-over', about: id }])
})

const close = command(operations.close, function* ({ id, outcome }, { commandId, now }) {
  const status = outcome === 'won' ? 'closedWon' : 'closedLost'
  const registration = yield* findRegistration(id)
  if (!('status' in registration)) return registration
  if (registration.status === status) return accept({ entry: commandId }, [])
  const reachable = yield* findRegistration(id, status)
  if (!('status' in reachable)) return reachable
  return accept({ entry: commandId }, yield* closeRegistration(registration, outcome, now), [{ event: `registration.${outcome}`, about: id }])
})

const takeSteps = command(operations.takeSteps, function* ({ due }, { now }) {
  const changes: Change[] = []
  const notes: Note[] = []
  let [acted, ended] = [0, 0]
  /** Accounts of which the first to close is the partner of record. */
  const won = new Set<string | null>()
  for (const { id, actAt } of due) {
    const registration = yield* one(registrations, id)
    // Somebody else was here meanwhile: what is due of it now has another time.
    if (registration === undefined || registration.actAt !== actAt) continue
    const opportunity = registration.opportunityId === null ? undefined : yield* one(opportunities, registration.opportunityId)
    const { patch, taken } = takeRegistrationSteps(registration, opportunity?.stage, now)
    if (taken.length === 0) continue
    changes.push(update(registrations, id, patch))
    if (patch.status === 'closedWon' && !won.has(registration.accountId)) {
      won.add(registration.accountId)
      changes.push(...(yield* becomeOfRecord(registration)))
    }
    acted += 1
    if (patch.status !== undefined) ended += 1
    for (const step of taken) notes.push({ event: `registration.${STEP_EVENTS[step]}`, about: id, details: { partner: registration.partnerId, until: registration.protectedUntil } })
  }
  return accept({ acted, ended }, changes, notes)
})

export const protectionCommands = [askExtension, decideExtension, touch, setQuoteSent, close, takeSteps]

const STEP_EVENTS = { reviewMissed: 'review-missed', unanswered: 'unanswered', reminded: 'reminded', stale: 'released', expired: 'expired', won: 'won', lost: 'lost' } as const

function* inactive({ partnerId }: Registration): Generator<Question, Decision<never> | undefined, unknown> {
  const partner = yield* one(partners, partnerId)
  return partner?.status === 'active' ? undefined : refuse('registration.partner-not-active', 'only an active partner can hold a deal', { partner: partner?.name ?? '', status: partner?.status ?? '' })
}

/** Once a window is over, whoever claimed meanwhile comes first (field.md B3, 10); the partner learns no more than that. */
function* claimedMeanwhile(registration: Registration): Generator<Question, Decision<never> | undefined, unknown> {
  const rivals = (yield* askOverlaps(registration)).filter(({ kind, isOwn, weight }) => kind === 'registration' && !isOwn && weight === 'conflict')
  return rivals.length === 0 ? undefined : refuse('registration.claimed-meanwhile', 'another claim exists since the window ended')
}
