import { accept, command, insert, many, one, refuse, remove, update, type Change, type CommandContext, type Decision, type Question } from '../foundation/command.ts'
import { unapprovedAuthors } from '../quotes/authorship.ts'
import { quotes } from '../quotes/quote.table.ts'
import { editableStatuses } from '../quotes/quote.ts'
import { ruleProblem } from './approval-policy.ts'
import { approvalPolicies, approvalSeats } from './approval-policy.table.ts'
import { approvalRequests, approvalSteps } from './approval-request.table.ts'
import { approvalsContract } from './approvals.contract.ts'
import { decideApprovals, isCovered } from './decide-approvals.ts'
import { approvedBefore, gatherContent, policyInForce } from './gather-content.ts'
import { advance, type Request, type Step } from './advance-request.ts'
import { gatherDeciders, gatherSeats } from './gather-seats.ts'
import { aboveIsRing } from './above-is-ring.ts'
import { USUAL_SEAT_ID } from './usual-rules.ts'

const { operations } = approvalsContract
type Asking<T> = Generator<Question, T, unknown>

const publishPolicy = command(operations.publishPolicy, function* ({ basedOn, rules, note }, { actor, commandId, id }) {
  const [current] = yield* many(approvalPolicies, 'byState', ['current'])
  if ((current?.id ?? null) !== basedOn) return refuse('approval.policy-stale', 'somebody else has published rules in the meantime', { by: current?.publishedByName ?? '' })
  const problem = ruleProblem(rules)
  if (problem !== undefined) return refuse('approval.rule-incomplete', 'a rule lacks something', problem)
  for (const seatId of new Set(rules.map((rule) => rule.seatId))) if ((yield* one(approvalSeats, seatId)) === undefined) return refuse('approval.seat-not-found', 'a rule asks a seat that is not there')
  const policyId = id()
  const version = (current?.version ?? 0) + 1
  const changes: Change[] = current === undefined ? [] : [update(approvalPolicies, current.id, { state: 'former' })]
  return accept({ entry: commandId, id: policyId }, [...changes, insert(approvalPolicies, { id: policyId, version, state: 'current', rules, note, publishedByName: actor.name })], [{ event: 'approval.policy-published', about: policyId, details: { version } }])
})

function* seatProblem(seatId: string, { name, aboveId }: { readonly name: string; readonly aboveId: string | null }): Asking<Decision<never> | undefined> {
  if (name === '') return refuse('approval.seat-name-missing', 'a seat needs a name')
  if (aboveId === null) return undefined
  const above = yield* gatherSeats(aboveId)
  if (above.length === 0) return refuse('approval.seat-not-found', 'there is no such seat')
  return aboveIsRing(seatId, aboveId, above) ? refuse('approval.seat-ring', 'a seat cannot be above itself') : undefined
}

const createSeat = command(operations.createSeat, function* ({ usual, ...given }, { commandId, id }) {
  const seatId = usual ? USUAL_SEAT_ID : id()
  if (usual && (yield* one(approvalSeats, seatId)) !== undefined) return refuse('approval.seat-there', 'the usual seat is there already')
  const wrong = yield* seatProblem(seatId, given)
  if (wrong !== undefined) return wrong
  return accept({ entry: commandId, id: seatId }, [insert(approvalSeats, { ...given, id: seatId })], [{ event: 'approval.seat-created', about: seatId, details: { name: given.name } }])
})

const updateSeat = command(operations.updateSeat, function* ({ id, rev, ...given }, { commandId }) {
  const seat = yield* one(approvalSeats, id)
  if (seat === undefined) return refuse('approval.seat-not-found', 'there is no such seat')
  if (seat.rev !== rev) return refuse('approval.seat-stale', 'the seat was changed in the meantime')
  const wrong = yield* seatProblem(id, given)
  if (wrong !== undefined) return wrong
  return accept({ entry: commandId }, [update(approvalSeats, id, given)], [{ event: 'approval.seat-edited', about: id, details: { name: given.name } }])
})

const removeSeat = command(operations.removeSeat, function* ({ id }, { commandId }) {
  const seat = yield* one(approvalSeats, id)
  if (seat === undefined) return refuse('approval.seat-not-found', 'there is no such seat')
  const { rules } = yield* policyInForce()
  const waiting = yield* many(approvalSteps, 'bySeat', [id, 'asked'], [id, 'waiting'])
  const below = yield* many(approvalSeats, 'byAbove', [id])
  if (rules.some(({ seatId }) => seatId === id) || waiting.length > 0 || below.length > 0) return refuse('approval.seat-in-use', 'rules, requests or other seats need this seat', { seat: seat.name })
  return accept({ entry: commandId }, [remove(approvalSeats, id)], [{ event: 'approval.seat-removed', about: id, details: { name: seat.name } }])
})

const ask = command(operations.ask, function* ({ quoteId, contentHash, message }, { actor, commandId, id, now }) {
  const gathered = yield* gatherContent(quoteId)
  if (gathered === null) return refuse('quote.not-found', 'there is no such quote, or it has no prices')
  const { quote, content, hash } = gathered
  if (!editableStatuses.includes(quote.status)) return refuse('approval.quote-closed', 'a quote that was sent or superseded is not approved any more', { status: quote.status })
  if (hash !== contentHash) return refuse('approval.content-changed', 'the quote says something else by now')
  const policy = yield* policyInForce()
  const needed = decideApprovals(policy.rules, content, yield* approvedBefore(quote, content))
  if (needed.length === 0) return refuse('approval.not-needed', 'the quote may be sent as it is')
  const before = yield* many(approvalRequests, 'byQuote', [quoteId, 'pending'])
  if (before.some((request) => request.contentHash === hash)) return refuse('approval.asked-already', 'this was asked already')
  const partial = [actor.id, ...(yield* unapprovedAuthors(quote))]
  for (const step of needed.filter((each) => !isCovered(each))) {
    const asked = { seatId: step.seatId, partial, askedAt: now, now, hours: step.hours, delegate: null }
    const { seat, deciders } = yield* gatherDeciders(asked)
    if (deciders.length === 0) return refuse('approval.nobody-to-ask', 'there is nobody who could approve it', { seat: seat?.name ?? '' })
  }
  const requestId = id()
  const { territoryId } = quote
  const steps = needed.map(({ seatId, place, hours, triggers }): Pick<Step, 'id' | 'status' | 'place'> & { readonly row: Change } => {
    const stepId = id()
    const status = triggers.every(({ coveredBy }) => coveredBy !== null) ? 'covered' : 'waiting'
    return { id: stepId, status, place, row: insert(approvalSteps, { id: stepId, requestId, quoteId, territoryId, place, seatId, hours, triggers: [...triggers], status }) }
  })
  const request: Change = insert(approvalRequests, {
    id: requestId, quoteId, rootId: quote.rootId, territoryId, policyId: policy.id ?? 'usual', contentHash: hash, content, message: message === '' ? null : message, status: 'pending', askedBy: actor.id, askedByName: actor.name, askedAt: now,
  })
  return accept(
    { entry: commandId, id: requestId },
    [...(yield* endRequests(before, 'void', now)), request, ...steps.map(({ row }) => row), ...advance({ id: requestId, quoteId, contentHash: hash }, steps, now)],
    [{ event: 'approval.asked', about: quoteId, details: { seats: needed.length } }],
  )
})

/** A step that the actor may decide as the quote is, with its request; else the refusal. */
function* mayDecide(stepId: string, contentHash: string | null, { actor, now }: CommandContext): Asking<{ readonly step: Step; readonly request: Request; readonly partial: readonly string[]; readonly as: NonNullable<Step['decidedAs']> } | Decision<never>> {
  const step = yield* one(approvalSteps, stepId)
  const request = step === undefined ? undefined : yield* one(approvalRequests, step.requestId)
  if (step === undefined || request === undefined) return refuse('approval.not-found', 'there is no such request')
  if (request.status !== 'pending') return refuse('approval.ended', 'the request has ended', { status: request.status })
  const quote = yield* one(quotes, request.quoteId)
  if (quote !== undefined && !editableStatuses.includes(quote.status)) return refuse('approval.quote-closed', 'a quote that was sent or superseded is not approved any more', { status: quote.status })
  if (step.status === 'waiting') return refuse('approval.not-yet', 'others are asked before')
  if (step.status !== 'asked') return refuse('approval.decided-already', 'this step was decided already', { by: step.decidedByName ?? '' })
  if (actor.id === request.askedBy) return refuse('approval.own-request', 'nobody approves for themselves')
  const partial = [request.askedBy, ...(quote === undefined ? [] : yield* unapprovedAuthors(quote))]
  if (partial.includes(actor.id)) return refuse('approval.own-content', 'nobody approves what they wrote')
  const delegate = step.delegateId === null ? null : { personId: step.delegateId, name: step.delegateName ?? '' }
  const { deciders } = yield* gatherDeciders({ seatId: step.seatId, partial, askedAt: step.askedAt ?? now, now, hours: step.hours, delegate })
  const decider = deciders.find(({ personId }) => personId === actor.id)
  if (decider === undefined) return refuse('approval.not-yours', 'others were asked', { who: deciders.map(({ name }) => name) })
  if (contentHash !== null) {
    const present = (yield* gatherContent(request.quoteId))?.hash
    if (present !== request.contentHash || contentHash !== request.contentHash) return refuse('approval.content-changed', 'the quote says something else by now')
  }
  return { step, request, partial, as: decider.as }
}

const approve = command(operations.approve, function* ({ stepId, contentHash, comment }, context) {
  const may = yield* mayDecide(stepId, contentHash, context)
  if ('kind' in may) return may
  const { step, request, as } = may
  const { actor, commandId, now } = context
  const decided = { status: 'approved' as const, decidedBy: actor.id, decidedByName: actor.name, decidedAs: as, decidedAt: now, comment }
  const steps = (yield* many(approvalSteps, 'byRequest', [request.id])).map((each) => (each.id === step.id ? { ...each, ...decided } : each))
  return accept({ entry: commandId }, [update(approvalSteps, step.id, decided), ...advance(request, steps, now)], [{ event: 'approval.approved', about: request.quoteId, details: comment === null ? {} : { note: comment } }])
})

const refuseStep = command(operations.refuse, function* ({ stepId, contentHash, comment }, context) {
  const may = yield* mayDecide(stepId, contentHash, context)
  if ('kind' in may) return may
  const { step, request, as } = may
  const { actor, commandId, now } = context
  const decided = update(approvalSteps, step.id, { status: 'refused', decidedBy: actor.id, decidedByName: actor.name, decidedAs: as, decidedAt: now, comment })
  return accept(
    { entry: commandId },
    [...(yield* endRequests([request], 'refused', now, step.id)), decided, update(quotes, request.quoteId, { status: 'draft' })],
    [{ event: 'approval.refused', about: request.quoteId, details: { note: comment } }],
  )
})

const delegate = command(operations.delegate, function* ({ stepId, personId, personName }, context) {
  const may = yield* mayDecide(stepId, null, context)
  if ('kind' in may) return may
  if (personId === may.request.askedBy) return refuse('approval.own-request', 'nobody approves for themselves')
  if (may.partial.includes(personId)) return refuse('approval.own-content', 'nobody approves what they wrote')
  const changes = [update(approvalSteps, stepId, { delegateId: personId, delegateName: personName, delegatedByName: context.actor.name })]
  return accept({ entry: context.commandId }, changes, [{ event: 'approval.delegated', about: may.request.quoteId, details: { to: personName } }])
})

const withdraw = command(operations.withdraw, function* ({ requestId }, { actor, commandId, now }) {
  const request = yield* one(approvalRequests, requestId)
  if (request === undefined) return refuse('approval.not-found', 'there is no such request')
  if (request.status !== 'pending') return refuse('approval.ended', 'the request has ended', { status: request.status })
  if (request.askedBy !== actor.id) return refuse('approval.not-yours', 'only who asked takes it back', { who: [request.askedByName] })
  const quote = yield* one(quotes, request.quoteId)
  const changes = quote?.status === 'inApproval' ? [update(quotes, quote.id, { status: 'draft' })] : []
  return accept({ entry: commandId }, [...(yield* endRequests([request], 'withdrawn', now)), ...changes], [{ event: 'approval.withdrawn', about: request.quoteId }])
})

/** Ends requests, and with them every step that is still open. @param but a step that is written otherwise */
function* endRequests(requests: readonly Request[], status: Request['status'], now: string, but?: string): Asking<readonly Change[]> {
  const changes: Change[] = []
  for (const request of requests) {
    const open = (yield* many(approvalSteps, 'byRequest', [request.id])).filter((step) => step.id !== but && (step.status === 'asked' || step.status === 'waiting'))
    changes.push(update(approvalRequests, request.id, { status, decidedAt: now }), ...open.map(({ id }) => update(approvalSteps, id, { status: 'dropped' })))
  }
  return changes
}

export const approvalsCommands = [publishPolicy, createSeat, updateSeat, removeSeat, ask, approve, refuseStep, delegate, withdraw]
