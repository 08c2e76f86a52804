import { expect } from 'vitest'
import { accounts } from '#shared/accounts/account.table.ts'
import { jointPlans } from '#shared/care/joint-plan.table.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { offers } from '#shared/leads/offer.table.ts'
import { activations } from '#shared/onboarding/checklist.table.ts'
import { onboardingContract } from '#shared/onboarding/onboarding.contract.ts'
import { checklistTemplates } from '#shared/onboarding/template.table.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { quotes } from '#shared/quotes/quote.table.ts'
import { courses } from '#shared/training/course.table.ts'
import { partnerPeople } from '#shared/training/partner-person.table.ts'
import { requirements } from '#shared/training/requirement.table.ts'
import { trainingContract } from '#shared/training/training.contract.ts'
import { buildAccount, buildOpportunity } from '#test/foundation/builders/build-account.ts'
import { buildPlan } from '#test/foundation/builders/build-care.ts'
import { buildTemplate } from '#test/foundation/builders/build-checklist.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { buildQuote } from '#test/foundation/builders/build-quote.ts'
import { buildRegistration } from '#test/foundation/builders/build-registration.ts'
import { buildCourse, buildPerson, buildRequirement } from '#test/foundation/builders/build-training.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'
import { ACCEPTED, agreed, known, onboarded, ready } from './onboarded-partner.ts'

const { activate, approve, complete, deactivate, revoke, start } = onboardingContract.operations

/** An active partner with something of everything, and one that could take it over. */
async function holding(desk: Desk, given: { readonly caseId?: string } = {}) {
  const partner = buildPartner({ name: 'Leaving' })
  const successor = buildPartner({ name: 'Staying', products: ['LEDGER'] })
  const account = buildAccount({ partnerId: partner.id })
  const open = buildLead({ partnerId: partner.id, stage: 'working', assignmentOrigin: 'rules', assignedAt: NOW, acceptedAt: NOW, openedAt: NOW })
  const offered = buildLead({ partnerId: partner.id, stage: 'offered', assignmentOrigin: 'rules', assignedAt: NOW })
  const won = buildLead({ partnerId: partner.id, stage: 'closedWon' })
  const deal = buildOpportunity({ accountId: account.id, partnerId: partner.id })
  const claim = buildRegistration({ partnerId: partner.id, products: ['LEDGER'], caseId: given.caseId ?? null })
  const quote = buildQuote({ accountId: account.id, partnerId: partner.id, status: 'draft' })
  await desk.put(partners, partner, successor)
  await desk.put(accounts, account)
  await desk.put(leads, open, offered, won)
  await desk.put(opportunities, deal)
  await desk.put(registrations, claim)
  await desk.put(quotes, quote)
  const [plan, before] = [buildPlan({ partnerId: partner.id, version: 2 }), buildPlan({ partnerId: partner.id, state: 'closed', closedReason: 'Replaced' })]
  await desk.put(jointPlans, plan, before)
  return { partner, successor, account, open, offered, won, deal, claim, quote, plan, before }
}
const HELD = { leads: 2, registrations: 1, opportunities: 1, quotes: 1, accounts: 1, checklists: 0, plans: 1 }

export const activationScenarios: Scenarios = {
  'a partner becomes active by a decision that keeps the facts it rests on': async (desk) => {
    const { id, partner, checklist, status, log } = await onboarded(desk)
    await ready(desk, id)
    valueOf(await desk.run(activate, { id, reason: 'Ready to sell', seen: (await log()).length }))
    expect([(await checklist())?.state, await status()]).toEqual(['activated', 'active'])
    const [decision] = await desk.rows(activations)
    expect(decision).toMatchObject({ partnerId: partner.id, checklistId: id, kind: 'activated', reason: 'Ready to sell', decidedAt: NOW })
    expect(decision?.gate).toEqual([{ requirement: 'stages', met: true, count: 2 }, { requirement: 'revocations', met: true, count: 0 }, { requirement: 'agreements', met: true, count: 0 }, { requirement: 'certifications', met: true, count: 0 }, { requirement: 'reachable', met: true, count: 1 }, { requirement: 'status', met: true, count: 0 }])
    expect(refusalOf(await desk.run(activate, { id, reason: 'Again', seen: 0 }))).toMatchObject({ code: 'checklist.not-running' })
  },
  'not before its gate is met, without a reason, or on what somebody has not seen': async (desk) => {
    const { id, partner, log } = await onboarded(desk)
    await agreed(desk, id)
    const seen = (await log()).length
    expect(refusalOf(await desk.run(activate, { id, reason: 'Now', seen }))).toEqual({ code: 'activation.gate-not-met', details: { partner: partner.name, unmet: ['stages'], missingEn: 'learn', missingJa: 'learn (ja)', missingEs: 'learn (es)' } })
    expect(refusalOf(await desk.run(activate, { id, reason: ' ', seen }))).toEqual({ code: 'task.reason-missing' })
    expect(refusalOf(await desk.run(activate, { id, reason: 'Now', seen: seen - 1 }))).toEqual({ code: 'activation.stale', details: { partner: partner.name } })
    expect(refusalOf(await desk.run(activate, { id: nextId(), reason: 'Now', seen }))).toEqual({ code: 'checklist.not-found' })
  },
  'case 2: what is revoked afterwards is shown, or stops access, by the task’s own policy': async (desk) => {
    const { id, partner, checklist, status, log } = await onboarded(desk)
    await ready(desk, id)
    valueOf(await desk.run(activate, { id, reason: 'Ready', seen: (await log()).length }))
    valueOf(await desk.run(revoke, { ...(await known(desk, id, 'course')), reason: 'Somebody else sat it' }))
    expect([await status(), (await checklist())?.state, (await checklist())?.actionRequired]).toEqual(['active', 'activated', 1])
    valueOf(await desk.run(revoke, { ...(await known(desk, id, 'contract')), reason: 'Signed by nobody' }))
    expect(await status()).toBe('suspended')
    expect((await desk.rows(activations)).map(({ kind, reason, partnerId }) => [kind, reason, partnerId])).toEqual([['activated', 'Ready', partner.id], ['accessStopped', 'Signed by nobody', partner.id]])
  },
  'who was suspended by a revocation comes back once it is in order again, and by no other checklist before': async (desk) => {
    const { id, partner, status, log } = await onboarded(desk)
    await ready(desk, id)
    valueOf(await desk.run(activate, { id, reason: 'Ready', seen: (await log()).length }))
    const other = buildTemplate({ key: 'premium', stages: [] })
    await desk.put(checklistTemplates, other)
    const { ids: [second = ''] } = valueOf(await desk.run(start, { partnerIds: [partner.id], templateId: other.id, startedOn: '2026-11-23', coordinator: 'Aya' }))
    valueOf(await desk.run(revoke, { ...(await known(desk, id, 'contract')), reason: 'Signed by nobody' }))
    const back = () => desk.run(partnersContract.operations.setStatus, { id: partner.id, status: 'active' })
    expect(refusalOf(await back())).toEqual({ code: 'partner.access-stopped', details: { partner: partner.name } })
    expect(refusalOf(await desk.run(activate, { id: second, reason: 'Ready', seen: 0 }))).toEqual({ code: 'partner.access-stopped', details: { partner: partner.name } })
    valueOf(await desk.run(onboardingContract.operations.close, { id: second, reason: 'Not now' }))
    valueOf(await desk.run(complete, { ...(await known(desk, id, 'contract')), side: 'partner', evidence: ACCEPTED }))
    expect(refusalOf(await back())).toMatchObject({ code: 'partner.access-stopped' })
    valueOf(await desk.run(approve, await known(desk, id, 'contract')))
    valueOf(await back())
    expect(await status()).toBe('active')
  },
  'who was never approved is declined, not deactivated, and so comes to no other status by it': async (desk) => {
    for (const status of ['applicant', 'vetting', 'declined', 'terminated'] as const) {
      const partner = buildPartner({ status })
      await desk.put(partners, partner)
      expect(refusalOf(await desk.run(deactivate, { partnerId: partner.id, status: 'inactive', reason: 'Gone', leadsTo: 'rules' }))).toEqual({ code: 'partner.status-not-reachable', details: { from: status, to: 'inactive', allowed: [] } })
    }
  },
  'case 15: a partner that holds something is not deactivated without a destination for it': async (desk) => {
    const { partner } = await holding(desk)
    const asked = { partnerId: partner.id, status: 'inactive', reason: 'Sold', leadsTo: 'rules' } as const
    expect(refusalOf(await desk.run(deactivate, asked))).toEqual({ code: 'partner.still-holds', details: { partner: 'Leaving', ...HELD } })
    expect(refusalOf(await desk.run(partnersContract.operations.setStatus, { id: partner.id, status: 'terminated' }))).toEqual({ code: 'partner.still-holds', details: { partner: 'Leaving', ...HELD } })
    expect(refusalOf(await desk.run(deactivate, { ...asked, reason: ' ' }))).toEqual({ code: 'task.reason-missing' })
  },
  'case 8: who takes a partner over takes its deals and customers, with the history where it was': async (desk) => {
    const { partner, successor, account, open, offered, won, deal, claim, quote, plan, before } = await holding(desk)
    const [goes, left] = [buildPerson({ partnerId: partner.id, status: 'active' }), buildPerson({ partnerId: partner.id, status: 'left', leftOn: '2026-01-31' })]
    await desk.put(partnerPeople, goes, left)
    const course = buildCourse()
    await desk.put(courses, course)
    await desk.put(requirements, buildRequirement({ courseId: course.id }))
    valueOf(await desk.run(trainingContract.operations.issue, { personId: goes.id, courseId: course.id, issuedOn: '2026-04-01' }))
    expect((await desk.row(partners, partner.id))?.certifications).toHaveLength(1)
    const asked = { partnerId: partner.id, status: 'terminated', reason: 'Merged', leadsTo: 'successor', peopleTo: 'successor' } as const
    expect(valueOf(await desk.run(deactivate, { ...asked, successorId: successor.id })).handedOn).toEqual({ ...HELD, people: 1 })
    expect([(await desk.row(partnerPeople, goes.id))?.partnerId, (await desk.row(partnerPeople, goes.id))?.status, (await desk.row(partnerPeople, left.id))?.partnerId]).toEqual([successor.id, 'pending', partner.id])
    expect(await desk.row(partners, partner.id)).toMatchObject({ status: 'terminated', certifications: [] })
    expect((await desk.row(partners, successor.id))?.certifications).toMatchObject([{ code: course.code }])
    expect([(await desk.row(leads, open.id))?.partnerId, (await desk.row(leads, open.id))?.stage, (await desk.row(leads, offered.id))?.partnerId, (await desk.row(leads, won.id))?.partnerId]).toEqual([successor.id, 'working', successor.id, partner.id])
    expect([(await desk.row(opportunities, deal.id))?.partnerId, (await desk.row(registrations, claim.id))?.partnerId, (await desk.row(accounts, account.id))?.partnerId]).toEqual([successor.id, successor.id, successor.id])
    expect((await desk.row(quotes, quote.id))?.status).toBe('expired')
    expect([(await desk.row(jointPlans, plan.id))?.closedReason, (await desk.row(jointPlans, before.id))?.closedReason]).toEqual(['Merged', 'Replaced'])
    expect((await desk.rows(offers)).map(({ partnerId, outcome, reason }) => [partnerId, outcome, reason])).toEqual([[partner.id, 'replaced', 'Merged'], [partner.id, 'replaced', 'Merged']])
    expect(await desk.rows(activations)).toMatchObject([{ kind: 'deactivated', partnerId: partner.id, successorId: successor.id, handedOn: { ...HELD, people: 1 }, reason: 'Merged' }])
  },
  'leads go back to the rules where nobody takes them over': async (desk) => {
    const partner = buildPartner()
    const lead = buildLead({ partnerId: partner.id, stage: 'working', assignmentOrigin: 'rules', assignedAt: NOW })
    await desk.put(partners, partner)
    await desk.put(leads, lead)
    expect(refusalOf(await desk.run(deactivate, { partnerId: partner.id, status: 'inactive', reason: 'Quiet', leadsTo: 'successor' }))).toMatchObject({ code: 'partner.still-holds' })
    valueOf(await desk.run(deactivate, { partnerId: partner.id, status: 'inactive', reason: 'Quiet', leadsTo: 'rules' }))
    expect(await desk.row(leads, lead.id)).toMatchObject({ stage: 'recalled', endReason: 'Quiet' })
    expect(refusalOf(await desk.run(deactivate, { partnerId: partner.id, status: 'inactive', reason: 'Again', leadsTo: 'rules' }))).toMatchObject({ code: 'partner.status-not-reachable' })
    expect(refusalOf(await desk.run(deactivate, { partnerId: nextId(), status: 'inactive', reason: 'x', leadsTo: 'rules' }))).toEqual({ code: 'partner.not-found' })
  },
  'what is contested, or what the other may not sell, goes nowhere': async (desk) => {
    const contested = await holding(desk, { caseId: nextId() })
    const ask = (partnerId: string, successorId: string) => desk.run(deactivate, { partnerId, status: 'inactive', reason: 'Sold', leadsTo: 'successor', successorId })
    expect(refusalOf(await ask(contested.partner.id, contested.successor.id))).toEqual({ code: 'partner.in-conflict-case', details: { partner: 'Leaving', company: contested.claim.company } })
    const free = await holding(desk)
    const other = buildPartner({ name: 'Other' })
    const asleep = buildPartner({ status: 'suspended', name: 'Asleep' })
    await desk.put(partners, other, asleep)
    expect(refusalOf(await ask(free.partner.id, other.id))).toEqual({ code: 'registration.product-not-authorised', details: { partner: 'Other', products: 'LEDGER' } })
    expect(refusalOf(await ask(free.partner.id, asleep.id))).toEqual({ code: 'partner.successor-not-active', details: { partner: 'Asleep' } })
    expect(refusalOf(await ask(free.partner.id, free.partner.id))).toMatchObject({ code: 'partner.successor-not-active' })
  },
  'running checklists are closed with the partner': async (desk) => {
    const { partner, checklist } = await onboarded(desk)
    valueOf(await desk.run(deactivate, { partnerId: partner.id, status: 'inactive', reason: 'Gave up', leadsTo: 'rules' }))
    expect(await checklist()).toMatchObject({ state: 'closed', closedReason: 'Gave up' })
  },
  'who comes back goes through it again': async (desk) => {
    const { partner, template } = await onboarded(desk)
    valueOf(await desk.run(deactivate, { partnerId: partner.id, status: 'inactive', reason: 'Gave up', leadsTo: 'rules' }))
    valueOf(await desk.run(start, { partnerIds: [partner.id], templateId: template.id, startedOn: '2026-12-01', coordinator: 'Aya' }))
    expect((await desk.row(partners, partner.id))?.status).toBe('onboarding')
  },
}
