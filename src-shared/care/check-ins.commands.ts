import { accept, command, insert, one, refuse, update, type Change, type Decision, type Question } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import { latestDate } from '../foundation/instant.ts'
import type { RowOf } from '../foundation/table.ts'
import { careContract } from './care.contract.ts'
import { careTerms, CARE_TERMS_ID } from './care-terms.table.ts'
import { USUAL_CARE } from './care-terms.ts'
import { checkIns } from './check-in.table.ts'
import { askCare, askMoved, careAs } from './gather-care.ts'

const { operations } = careContract
type CheckIn = RowOf<typeof checkIns>

const setTerms = command(operations.setTerms, function* ({ edits }, { commandId }) {
  const known = yield* one(careTerms, CARE_TERMS_ID)
  const decided = decideEdit('care', known ?? USUAL_CARE, edits)
  if (!('patch' in decided)) return decided
  const change = known === undefined ? insert(careTerms, { ...USUAL_CARE, ...decided.patch, id: CARE_TERMS_ID }) : update(careTerms, CARE_TERMS_ID, decided.patch)
  return accept({ entry: commandId }, [change], [{ event: 'care.terms-set', about: CARE_TERMS_ID, details: { fields: Object.keys(decided.patch) } }])
})

const setCadence = command(operations.setCadence, function* ({ partnerId, everyDays }, { commandId }) {
  const gathered = yield* askCare(partnerId)
  if (gathered === undefined) return refuse('partner.not-found', 'there is no such partner')
  return accept({ entry: commandId }, [careAs(gathered, { everyDays }).change], [{ event: 'care.cadence-set', about: partnerId, details: { days: everyDays } }])
})

const pause = command(operations.pause, function* ({ partnerId, reason, until }, { commandId }) {
  const gathered = yield* askCare(partnerId)
  if (gathered === undefined) return refuse('partner.not-found', 'there is no such partner')
  return accept({ entry: commandId }, [careAs(gathered, { pausedReason: reason, pausedUntil: until }).change], [{ event: 'care.paused', about: partnerId, details: { reason, until } }])
})

const resume = command(operations.resume, function* ({ partnerId }, { commandId }) {
  const gathered = yield* askCare(partnerId)
  if (gathered === undefined) return refuse('partner.not-found', 'there is no such partner')
  if (gathered.care.pausedReason === null) return refuse('care.not-paused', 'its check-ins are not paused', { partner: gathered.partner.name })
  return accept({ entry: commandId }, [careAs(gathered, { pausedReason: null, pausedUntil: null }).change], [{ event: 'care.resumed', about: partnerId }])
})

type Said = Pick<CheckIn, 'kind' | 'heldOn' | 'talkedAbout' | 'mood' | 'nextStep' | 'nextStepOn' | 'skippedReason'>

/** Puts a check-in on record and reckons when the next is due. */
function* record(partnerId: string, said: Said, id: string, by: string, now: string): Generator<Question, Decision<never> | { readonly changes: readonly Change[]; readonly dueOn: string | null }, unknown> {
  const gathered = yield* askCare(partnerId)
  if (gathered === undefined) return refuse('partner.not-found', 'there is no such partner')
  const { partner } = gathered
  if (partner.status !== 'active') return refuse('care.partner-not-active', 'only active partners are checked in with', { partner: partner.name, status: partner.status })
  if (said.heldOn > latestDate(now)) return refuse('check-in.in-future', 'that day is yet to come', { heldOn: said.heldOn })
  if (said.nextStepOn !== null && said.nextStep === null) return refuse('check-in.step-missing', 'a day is of a next step')
  if (said.nextStepOn !== null && said.nextStepOn < said.heldOn) return refuse('check-in.step-before', 'the next step lies before the check-in', { heldOn: said.heldOn, nextStepOn: said.nextStepOn })
  const twin = gathered.checkIns.find(({ voidedAt, heldOn, kind }) => voidedAt === null && heldOn === said.heldOn && kind === said.kind)
  if (twin !== undefined) return refuse('check-in.there-already', 'there is one of that day already', { partner: partner.name, heldOn: said.heldOn, by: twin.byName })
  const row = { ...said, id, partnerId, byName: by, nextStepDoneOn: null, voidedAt: null, voidedReason: null }
  const written = careAs({ ...gathered, checkIns: [...gathered.checkIns, row] }, {})
  return { changes: [insert(checkIns, row), written.change], dueOn: written.dueOn }
}

const recordCheckIn = command(operations.recordCheckIn, function* ({ partnerId, ...given }, { id, commandId, actor, now }) {
  const checkInId = id()
  const nextStep = given.nextStep === '' ? null : given.nextStep
  const recorded = yield* record(partnerId, { ...given, nextStep, kind: 'held', skippedReason: null }, checkInId, actor.name, now)
  if ('kind' in recorded) return recorded
  return accept({ entry: commandId, id: checkInId, dueOn: recorded.dueOn }, recorded.changes, [{ event: 'check-in.held', about: partnerId, details: { heldOn: given.heldOn, mood: given.mood } }])
})

const skipCheckIn = command(operations.skipCheckIn, function* ({ partnerId, heldOn, reason }, { id, commandId, actor, now }) {
  const checkInId = id()
  const recorded = yield* record(partnerId, { kind: 'skipped', heldOn, skippedReason: reason, talkedAbout: null, mood: null, nextStep: null, nextStepOn: null }, checkInId, actor.name, now)
  if ('kind' in recorded) return recorded
  return accept({ entry: commandId, id: checkInId, dueOn: recorded.dueOn }, recorded.changes, [{ event: 'check-in.skipped', about: partnerId, details: { heldOn, reason } }])
})

const voidCheckIn = command(operations.voidCheckIn, function* ({ id, reason }, { commandId, now }) {
  const checkIn = yield* one(checkIns, id)
  const gathered = checkIn === undefined ? undefined : yield* askCare(checkIn.partnerId)
  if (checkIn === undefined || gathered === undefined) return refuse('check-in.not-found', 'there is no such check-in')
  if (checkIn.voidedAt !== null) return refuse('check-in.voided', 'it is void already')
  const voided = { voidedAt: now, voidedReason: reason }
  const left = gathered.checkIns.map((each) => (each.id === id ? { ...each, ...voided } : each))
  return accept({ entry: commandId }, [update(checkIns, id, voided), careAs({ ...gathered, checkIns: left }, {}).change], [{ event: 'check-in.voided', about: checkIn.partnerId, details: { reason } }])
})

const finishStep = command(operations.finishStep, function* ({ id, doneOn }, { commandId, now }) {
  const checkIn = yield* one(checkIns, id)
  if (checkIn === undefined) return refuse('check-in.not-found', 'there is no such check-in')
  if (checkIn.nextStep === null || checkIn.voidedAt !== null) return refuse('check-in.no-step', 'nothing was left to do')
  if (checkIn.nextStepDoneOn !== null) return refuse('check-in.step-done', 'that is done already', { doneOn: checkIn.nextStepDoneOn })
  if (doneOn > latestDate(now)) return refuse('check-in.in-future', 'that day is yet to come', { heldOn: doneOn })
  return accept({ entry: commandId }, [update(checkIns, id, { nextStepDoneOn: doneOn })], [{ event: 'check-in.step-done', about: checkIn.partnerId, details: { step: checkIn.nextStep } }])
})

const reckon = command(operations.reckon, function* ({ partnerIds }, { commandId }) {
  const moved = yield* askMoved(partnerIds)
  return accept({ entry: commandId, changed: moved.length }, moved.map(({ change }) => change))
})

export const checkInsCommands = [setTerms, setCadence, pause, resume, recordCheckIn, skipCheckIn, voidCheckIn, finishStep, reckon]
