import { accept, command, insert, many, one, refuse, update, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { partners } from '../partners/partner.table.ts'
import { followStanding } from '../training/follow-standing.ts'
import { joined } from '../training/join-partner.ts'
import { partnerPeople } from '../training/partner-person.table.ts'
import { activationGate, readyStatuses, type GateFact } from './activation-gate.ts'
import { askChecklist } from './ask-checklist.ts'
import { askLacking } from './ask-lacking.ts'
import { activations, checklists } from './checklist.table.ts'
import type { DerivedTask } from './derive-checklist.ts'
import { askHoldings, countHoldings, handOn, needsSuccessor } from './hand-on.ts'
import { onboardingContract } from './onboarding.contract.ts'

const { operations } = onboardingContract

const activate = command(operations.activate, function* ({ id, reason, seen }, context) {
  const { commandId, now, actor } = context
  const gathered = yield* askChecklist(id)
  if (gathered === undefined) return refuse('checklist.not-found', 'there is no such checklist')
  const { checklist, partner, derived, facts } = gathered
  if (checklist.state !== 'running') return refuse('checklist.not-running', 'this checklist has ended', { partner: partner.name })
  if (reason.trim() === '') return refuse('task.reason-missing', 'a decision has a reason')
  if (facts.events.length !== seen) return refuse('activation.stale', 'something happened to the checklist since it was looked at', { partner: partner.name })
  const gate = activationGate(derived, partner, yield* askLacking(gathered, now.slice(0, 10)))
  const unmet = gate.filter(({ met }) => !met)
  if (unmet.length > 0) return refuse('activation.gate-not-met', 'the gate is not met', { partner: partner.name, unmet: unmet.map(({ requirement }) => requirement), ...namesOf(unmet) })
  if (yield* askStoppedAccess(partner.id, checklist.templateKey)) return refuse('partner.access-stopped', 'what was revoked in another checklist has to be in order first', { partner: partner.name })
  const decision = { id: context.id(), partnerId: partner.id, checklistId: id, kind: 'activated' as const, reason, gate: gate.map(({ requirement, met, count }) => ({ requirement, met, count })), handedOn: {}, successorId: null, decidedBy: actor.name, decidedAt: now }
  return accept(
    { entry: commandId },
    [insert(activations, decision), update(checklists, id, { state: 'activated' }), ...(partner.status === 'active' ? [] : [update(partners, partner.id, { status: 'active' })])],
    [{ event: 'partner.activated', about: partner.id, details: { reason } }],
  )
})

const deactivate = command(operations.deactivate, function* ({ partnerId, status, reason, leadsTo, peopleTo, successorId }, context) {
  const { commandId, now, actor } = context
  const partner = yield* one(partners, partnerId)
  if (partner === undefined) return refuse('partner.not-found', 'there is no such partner')
  if (reason.trim() === '') return refuse('task.reason-missing', 'a decision has a reason')
  if (!readyStatuses.includes(partner.status) || partner.status === status) return refuse('partner.status-not-reachable', 'a partner cannot go there from its status', { from: partner.status, to: status, allowed: [] })
  const held = yield* askHoldings(partnerId)
  const counts = countHoldings(held)
  const contested = held.registrations.find(({ caseId }) => caseId !== null)
  if (contested !== undefined) return refuse('partner.in-conflict-case', 'a conflict case has to be decided first', { partner: partner.name, company: contested.company })
  const people = peopleTo === 'nobody' ? [] : (yield* many(partnerPeople, 'byPartner', [partnerId])).filter((person) => person.status !== 'left')
  const wanted = needsSuccessor(held) || (leadsTo === 'successor' && held.leads.length > 0) || people.length > 0
  if (successorId === null && wanted) return refuse('partner.still-holds', 'what the partner holds needs a destination', { partner: partner.name, ...counts })
  const successor = successorId === null ? undefined : yield* one(partners, successorId)
  if (successorId !== null && (successor === undefined || successor.id === partnerId || successor.status !== 'active')) return refuse('partner.successor-not-active', 'only another active partner can take it over', { partner: successor?.name ?? '' })
  const products = successor === undefined ? [] : held.registrations.flatMap((claim) => claim.products).filter((product) => !successor.products.includes(product))
  if (products.length > 0) return refuse('registration.product-not-authorised', 'the successor may not sell this', { partner: successor?.name ?? '', products: [...new Set(products)].join(', ') })
  const decision = { id: context.id(), partnerId, checklistId: null, kind: 'deactivated' as const, reason, gate: [], handedOn: { ...counts, people: people.length }, successorId, decidedBy: actor.name, decidedAt: now }
  const followed = successor === undefined || people.length === 0 ? [] : yield* followStanding([partner, successor], now, { people: people.map((person) => ({ ...person, ...joined(successor.id) })) })
  return accept(
    { entry: commandId, handedOn: decision.handedOn },
    [...(yield* handOn(held, { leadsTo: leadsTo === 'rules' ? null : successorId, successorId, people, reason }, context)), insert(activations, decision), update(partners, partnerId, { status }), ...followed],
    [{ event: 'partner.deactivated', about: partnerId, details: { reason, ...counts } }],
  )
})

/** What is missing by name, in the language of whoever reads of it. */
function namesOf(unmet: readonly GateFact[]) {
  const missing = unmet.flatMap((fact) => fact.missing)
  return { missingEn: missing.map(({ en }) => en).join(', '), missingJa: missing.map(({ ja }) => ja).join('、'), missingEs: missing.map(({ es }) => es).join(', ') }
}

export const activationCommands = [activate, deactivate]

/** Why a partner that goes through a checklist, or ended it without a decision, does not become active by its status alone. */
export function* askWhyNotPastChecklist({ id, status }: Pick<RowOf<typeof partners>, 'id' | 'status'>): Generator<Question, 'partner.checklist-open' | 'partner.checklist-closed' | undefined, unknown> {
  // Who is suspended was active before, whatever else it goes through.
  if (status === 'suspended') return undefined
  const all = yield* many(checklists, 'byPartner', [id])
  if (all.some(({ state }) => state === 'running')) return 'partner.checklist-open'
  const last = all.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1)).at(-1)
  const undecided = status === 'onboarding' || !all.some(({ state }) => state === 'activated')
  return undecided && last?.state === 'closed' ? 'partner.checklist-closed' : undefined
}

/**
 * Whether something whose revocation stops access is still revoked. Of each template the checklist counts that was activated last.
 * @param renewed the key of a template that is gone through anew
 */
export function* askStoppedAccess(partnerId: string, renewed?: string): Generator<Question, boolean, unknown> {
  const activated = (yield* many(checklists, 'byPartner', [partnerId])).filter(({ state, templateKey }) => state === 'activated' && templateKey !== renewed)
  const latest = new Map(activated.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1)).map((each) => [each.templateKey, each]))
  for (const { id } of latest.values()) {
    const gathered = yield* askChecklist(id)
    if (gathered?.derived.stages.flatMap(({ tasks }) => tasks).some(stopsAccess)) return true
  }
  return false
}

/** What is required was done when the checklist was activated: what waits for approval now was revoked since. */
function stopsAccess({ task, state, disputed }: DerivedTask): boolean {
  return task.onRevocation === 'stopAccess' && (disputed || state === 'actionRequired' || (task.required && state === 'waitingForApproval'))
}
