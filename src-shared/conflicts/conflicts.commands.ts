import { accounts } from '../accounts/account.table.ts'
import { accept, command, insert, many, one, refuse, update, type CommandContext, type Decision, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { opportunities } from '../opportunities/opportunity.table.ts'
import { hold } from '../deals/protection.ts'
import { settled } from '../deals/registration-steps.ts'
import { claimingStatuses } from '../deals/registration.ts'
import { registrations } from '../deals/registration.table.ts'
import { askRules } from '../engagement/ask-rules.ts'
import { judgeClaims } from '../engagement/judge-claims.ts'
import { caseEvidence } from './case-evidence.table.ts'
import { askDueAt } from './case-steps.ts'
import { nextCaseStates, type CaseState } from './conflict-case.ts'
import { conflictCases } from './conflict-case.table.ts'
import { conflictsContract } from './conflicts.contract.ts'
import { decideCase } from './decide-case.ts'
import { askOpportunityClaim } from './gather-claim.ts'
import { openCase, type Claimant } from './open-case.ts'
import { askAccountConflict, askClaimant } from './raise-conflicts.ts'
import { settleCase } from './settle-case.ts'

const { operations } = conflictsContract

type Case = RowOf<typeof conflictCases>

/** What a case becomes when it goes on to another step, or why it cannot. */
function* goOn(conflict: Case, to: CaseState, { now }: CommandContext): Generator<Question, Partial<Case> | Decision<never>, unknown> {
  if (!nextCaseStates[conflict.state].includes(to)) return refuse('case.state-not-reachable', 'the case is not at a step for that', { from: conflict.state, to })
  const { times } = yield* askRules()
  return { state: to, dueAt: yield* askDueAt(to, times, now) }
}

const isRefusal = (step: Partial<Case> | Decision<never>): step is Decision<never> => 'kind' in step
const notFound = () => refuse('case.not-found', 'there is no such case')
const claimNotFound = () => refuse('case.claim-not-found', 'the case has no such claim')
const hasClaim = (conflict: Case, claimId: string): boolean => conflict.claims.some(({ id }) => id === claimId)

const open = command(operations.open, function* ({ registrationIds, opportunityIds }, context) {
  const claimants: Claimant[] = []
  const held: RowOf<typeof registrations>[] = []
  for (const id of new Set(registrationIds)) {
    const registration = yield* one(registrations, id)
    if (registration === undefined) return refuse('registration.not-found', 'there is no such registration')
    if (!(claimingStatuses as readonly string[]).includes(registration.status)) return refuse('case.not-claimed', 'this registration claims nothing now', { company: registration.company })
    claimants.push(yield* askClaimant(registration, null, context.now))
    if (registration.caseId === null) held.push(registration)
  }
  for (const id of new Set(opportunityIds)) {
    const opportunity = yield* one(opportunities, id)
    if (opportunity === undefined) return refuse('opportunity.not-found', 'there is no such opportunity')
    const account = yield* one(accounts, opportunity.accountId)
    claimants.push({ claim: yield* askOpportunityClaim(opportunity, context.now), customerKey: account?.duplicateKey ?? opportunity.name, accountId: opportunity.accountId, territoryId: opportunity.territoryId, caseId: null })
  }
  if (new Set(claimants.map(({ claim }) => claim.partnerId)).size < 2) return refuse('case.one-claimant', 'a conflict is between two')
  const { caseId, changes, notes } = yield* openCase(claimants, context)
  const holds = held.map((registration) => update(registrations, registration.id, settled(hold(caseId, context.now), registration)))
  return accept({ entry: context.commandId, id: caseId }, [...changes, ...holds], notes)
})

const look = command(operations.look, function* ({ accountId }, context) {
  const raised = yield* askAccountConflict(accountId, context)
  if (raised === undefined) return accept({ entry: context.commandId, id: null }, [])
  const { registration, patch, changes, notes } = raised
  return accept({ entry: context.commandId, id: patch.caseId ?? null }, [...changes, update(registrations, registration.id, settled(patch, registration))], notes)
})

const take = command(operations.take, function* ({ id }, context) {
  const conflict = yield* one(conflictCases, id)
  if (conflict === undefined) return notFound()
  if (conflict.state === 'triage') return accept({ entry: context.commandId }, [])
  const step = yield* goOn(conflict, 'triage', context)
  return isRefusal(step) ? step : accept({ entry: context.commandId }, [update(conflictCases, id, step)], [{ event: 'case.taken', about: id }])
})

const askEvidence = command(operations.askEvidence, function* ({ id, asked }, context) {
  const conflict = yield* one(conflictCases, id)
  if (conflict === undefined) return notFound()
  if (asked.some(({ claimId }) => !hasClaim(conflict, claimId))) return claimNotFound()
  const step = yield* goOn(conflict, 'evidenceRequested', context)
  if (isRefusal(step)) return step
  const all = [...conflict.asked, ...asked.map((each) => ({ ...each, at: context.now }))]
  return accept({ entry: context.commandId }, [update(conflictCases, id, { ...step, asked: all })], [{ event: 'case.evidence-asked', about: id }])
})

const addEvidence = command(operations.addEvidence, function* ({ caseId, ...said }, { id, commandId, now, actor }) {
  const conflict = yield* one(conflictCases, caseId)
  if (conflict === undefined) return notFound()
  if (!hasClaim(conflict, said.claimId)) return claimNotFound()
  if (conflict.state === 'final') return refuse('case.final', 'the case is closed')
  const evidenceId = id()
  const row = { ...said, id: evidenceId, caseId, saidBy: actor.name, receivedAt: now, territoryId: conflict.territoryId }
  return accept({ entry: commandId, id: evidenceId }, [insert(caseEvidence, row)], [{ event: 'case.evidence-added', about: caseId, details: { kind: said.kind } }])
})

const review = command(operations.review, function* ({ id }, context) {
  const conflict = yield* one(conflictCases, id)
  if (conflict === undefined) return notFound()
  if (conflict.state === 'underReview') return accept({ entry: context.commandId }, [])
  const step = yield* goOn(conflict, 'underReview', context)
  return isRefusal(step) ? step : accept({ entry: context.commandId }, [update(conflictCases, id, step)], [{ event: 'case.reviewed', about: id }])
})

const decide = command(operations.decide, function* ({ id, ...ruling }, context) {
  const conflict = yield* one(conflictCases, id)
  if (conflict === undefined) return notFound()
  const rules = yield* askRules()
  const proposed = judgeClaims(rules.clauses, { claims: conflict.claims, evidence: yield* many(caseEvidence, 'byCase', [id]), openedAt: conflict.openedAt })
  const decision = decideCase(conflict, ruling, { now: context.now, by: context.actor.name, rules, proposed })
  if (decision === 'alike') return accept({ entry: context.commandId, alike: true }, [], [{ event: 'case.decided-alike', about: id }])
  if ('kind' in decision) return decision
  const dueAt = yield* askDueAt('decided', rules.times, context.now)
  return accept(
    { entry: context.commandId, alike: false },
    [update(conflictCases, id, { state: 'decided', dueAt, decisions: [...conflict.decisions, decision] })],
    [{ event: 'case.decided', about: id, details: { verdict: decision.verdict.kind } }],
  )
})

const appeal = command(operations.appeal, function* ({ id, claimId, text }, context) {
  const conflict = yield* one(conflictCases, id)
  if (conflict === undefined) return notFound()
  const claim = conflict.claims.find((each) => each.id === claimId)
  if (claim === undefined || claim.partnerId === null) return claimNotFound()
  if (conflict.state === 'decided' && conflict.dueAt !== null && conflict.dueAt < context.now) return refuse('case.appeal-too-late', 'the time for an appeal is over', { until: conflict.dueAt })
  if (conflict.appeals.some((each) => each.claimId === claimId)) return refuse('case.appealed-already', 'this claim was appealed before', { partner: claim.partnerName })
  const step = yield* goOn(conflict, 'appealed', context)
  if (isRefusal(step)) return step
  const appeals = [...conflict.appeals, { claimId, text, by: context.actor.name, at: context.now, decision: conflict.decisions.length - 1 }]
  return accept({ entry: context.commandId }, [update(conflictCases, id, { ...step, appeals })], [{ event: 'case.appealed', about: id }])
})

const finalise = command(operations.finalise, function* ({ id, agreed }, context) {
  const conflict = yield* one(conflictCases, id)
  if (conflict === undefined) return notFound()
  if (conflict.state === 'final') return accept({ entry: context.commandId }, [])
  if (conflict.state === 'decided' && !agreed && conflict.dueAt !== null && context.now < conflict.dueAt) return refuse('case.appeal-open', 'it can still be appealed', { until: conflict.dueAt })
  const step = yield* goOn(conflict, 'final', context)
  if (isRefusal(step)) return step
  const decision = conflict.decisions.at(-1)
  const outcome = decision === undefined ? [] : yield* settleCase(conflict, decision, context)
  if ('kind' in outcome) {
    // What cannot be carried out decides nothing: somebody has to look again.
    const hindered = { code: outcome.code, details: outcome.details ?? null, at: context.now }
    const dueAt = yield* askDueAt('underReview', (yield* askRules()).times, context.now)
    const decisions = conflict.decisions.map((each) => (each === decision ? { ...each, hindered } : each))
    return accept({ entry: context.commandId, hindered }, [update(conflictCases, id, { state: 'underReview', dueAt, decisions })], [{ event: 'case.not-carried-out', about: id, details: { code: hindered.code } }])
  }
  return accept({ entry: context.commandId }, [update(conflictCases, id, { ...step, finalAt: context.now }), ...outcome], [{ event: 'case.closed', about: id }])
})

export const conflictsCommands = [open, look, take, askEvidence, addEvidence, review, decide, appeal, finalise]
