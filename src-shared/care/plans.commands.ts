import { accept, command, insert, many, one, refuse, remove, update, type Decision, type Question } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import { latestDate } from '../foundation/instant.ts'
import type { RowOf } from '../foundation/table.ts'
import { partners } from '../partners/partner.table.ts'
import { partnerPeople } from '../training/partner-person.table.ts'
import { editablePlanStates, type PlanState } from './care.ts'
import { careContract } from './care.contract.ts'
import { hashPlan } from './hash-plan.ts'
import { jointPlans } from './joint-plan.table.ts'
import { careLanguage } from './review-agenda.ts'

const { operations } = careContract
type Plan = RowOf<typeof jointPlans>

const draftPlan = command(operations.draftPlan, function* ({ partnerId, title, startsOn, endsOn, language, basedOn }, { id, commandId }) {
  const partner = yield* one(partners, partnerId)
  if (partner === undefined) return refuse('partner.not-found', 'there is no such partner')
  if (partner.status !== 'active' && partner.status !== 'onboarding') return refuse('care.partner-not-active', 'only partners that work are planned with', { partner: partner.name, status: partner.status })
  const before = yield* many(jointPlans, 'byPartner', [partnerId])
  const pending = before.find(({ state }) => state !== 'active' && state !== 'closed')
  if (pending !== undefined) return refuse('plan.pending-there', 'another version is not active yet', { partner: partner.name, version: pending.version })
  if (endsOn < startsOn) return refuse('plan.ends-before', 'a plan ends after it begins', { startsOn, endsOn })
  const base = basedOn === null ? undefined : before.find((plan) => plan.id === basedOn)
  if (basedOn !== null && base === undefined) return refuse('plan.not-found', 'there is no such plan')
  const version = Math.max(0, ...before.map((plan) => plan.version)) + 1
  const planId = id()
  const row = { id: planId, partnerId, version, state: 'draft' as const, language: language ?? base?.language ?? careLanguage(partner.languages), title, startsOn, endsOn, goals: base?.goals ?? [] }
  return accept({ entry: commandId, id: planId, version }, [insert(jointPlans, row)], [{ event: 'plan.drafted', about: partnerId, details: { version } }])
})

/** The plan, if it is in one of the states that something may be done in. */
function* findIn(id: string, states: readonly PlanState[]): Generator<Question, Plan | Decision<never>, unknown> {
  const plan = yield* one(jointPlans, id)
  if (plan === undefined) return refuse('plan.not-found', 'there is no such plan')
  if (states.includes(plan.state)) return plan
  if (plan.state === 'locked') return refuse('plan.locked', 'it is locked for the partner’s approval', { title: plan.title, version: plan.version, by: plan.lockedByName ?? '' })
  return refuse('plan.state-not-reachable', 'it is not in a state for that', { title: plan.title, version: plan.version, state: plan.state })
}

const updatePlan = command(operations.updatePlan, function* ({ id, edits }, { commandId }) {
  const plan = yield* findIn(id, editablePlanStates)
  if ('kind' in plan) return plan
  const decided = decideEdit('plan', plan, edits)
  if (!('patch' in decided)) return decided
  const after = { ...plan, ...decided.patch }
  if (after.title.trim() === '') return refuse('plan.title-missing', 'a plan has a title')
  if (after.endsOn < after.startsOn) return refuse('plan.ends-before', 'a plan ends after it begins', { startsOn: after.startsOn, endsOn: after.endsOn })
  return accept({ entry: commandId }, [update(jointPlans, id, decided.patch)], [{ event: 'plan.edited', about: plan.partnerId, details: { version: plan.version } }])
})

const discardPlan = command(operations.discardPlan, function* ({ id }, { commandId }) {
  const plan = yield* findIn(id, editablePlanStates)
  if ('kind' in plan) return plan
  return accept({ entry: commandId }, [remove(jointPlans, id)], [{ event: 'plan.discarded', about: plan.partnerId, details: { version: plan.version } }])
})

const lockPlan = command(operations.lockPlan, function* ({ id, contentHash }, { commandId, actor, now }) {
  const plan = yield* findIn(id, editablePlanStates)
  if ('kind' in plan) return plan
  if (plan.goals.length === 0) return refuse('plan.goals-missing', 'a plan has goals')
  if (hashPlan(plan) !== contentHash) return refuse('plan.content-differs', 'this is not what the plan says now', { title: plan.title, version: plan.version })
  return accept({ entry: commandId }, [update(jointPlans, id, { state: 'locked', contentHash, lockedByName: actor.name, lockedAt: now, returnedReason: null })], [{ event: 'plan.locked', about: plan.partnerId, details: { version: plan.version } }])
})

/** Binds the approval to what the partner had before it: nobody edits a plan between the lock and the answer. */
const approvePlan = command(operations.approvePlan, function* ({ id, contentHash, personId, personName, approvedOn, means }, { commandId, actor, now }) {
  const plan = yield* findIn(id, ['locked'])
  if ('kind' in plan) return plan
  if (plan.contentHash !== contentHash || hashPlan(plan) !== contentHash) return refuse('plan.content-differs', 'this is not what the partner was given', { title: plan.title, version: plan.version })
  if (approvedOn > latestDate(now)) return refuse('plan.approved-in-future', 'nobody has approved yet what is to come', { approvedOn })
  const person = personId === null ? undefined : yield* one(partnerPeople, personId)
  if (personId !== null && (person === undefined || person.partnerId !== plan.partnerId || person.status === 'left')) return refuse('plan.not-theirs-to-approve', 'this person is not with the partner', { name: person?.name ?? '' })
  const name = person?.name ?? personName
  if (name === '') return refuse('plan.person-missing', 'somebody has approved it')
  const approval = { state: 'approved', approvedPersonId: personId, approvedByName: name, approvedOn, approvedMeans: means, approvalRecordedBy: actor.name } as const
  return accept({ entry: commandId }, [update(jointPlans, id, approval)], [{ event: 'plan.approved', about: plan.partnerId, details: { version: plan.version, person: name } }])
})

const returnPlan = command(operations.returnPlan, function* ({ id, reason }, { commandId }) {
  const plan = yield* findIn(id, ['locked'])
  if ('kind' in plan) return plan
  return accept({ entry: commandId }, [update(jointPlans, id, { state: 'returned', returnedReason: reason, contentHash: null, lockedByName: null, lockedAt: null })], [{ event: 'plan.returned', about: plan.partnerId, details: { version: plan.version, reason } }])
})

const activatePlan = command(operations.activatePlan, function* ({ id, from }, { commandId }) {
  const plan = yield* findIn(id, ['approved'])
  if ('kind' in plan) return plan
  const other = (yield* many(jointPlans, 'byPartner', [plan.partnerId, 'active']))[0]
  if (other !== undefined) return refuse('plan.active-there', 'another version is active: close it first', { title: other.title, version: other.version })
  return accept({ entry: commandId }, [update(jointPlans, id, { state: 'active', activeFrom: from })], [{ event: 'plan.activated', about: plan.partnerId, details: { version: plan.version } }])
})

const closePlan = command(operations.closePlan, function* ({ id, reason }, { commandId }) {
  const plan = yield* findIn(id, ['active', 'approved'])
  if ('kind' in plan) return plan
  return accept({ entry: commandId }, [update(jointPlans, id, { state: 'closed', closedReason: reason })], [{ event: 'plan.closed', about: plan.partnerId, details: { version: plan.version, reason } }])
})

export const plansCommands = [draftPlan, updatePlan, discardPlan, lockPlan, approvePlan, returnPlan, activatePlan, closePlan]
