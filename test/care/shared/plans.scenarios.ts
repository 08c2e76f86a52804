import { expect } from 'vitest'
import { careContract } from '#shared/care/care.contract.ts'
import { hashPlan } from '#shared/care/hash-plan.ts'
import { jointPlans } from '#shared/care/joint-plan.table.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { partnerPeople } from '#shared/training/partner-person.table.ts'
import { GOAL } from '#test/foundation/builders/build-care.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { buildPerson } from '#test/foundation/builders/build-training.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { draftPlan, updatePlan, discardPlan, lockPlan, approvePlan, returnPlan, activatePlan, closePlan } = careContract.operations
const YEAR = { title: 'Plan for 2027', startsOn: '2027-01-01', endsOn: '2027-12-31' }
const SAID = { personName: 'Jose Lucio', approvedOn: '2026-11-20', means: 'mail' } as const

async function drafted(desk: Desk) {
  const partner = buildPartner({ languages: ['es'] })
  await desk.put(partners, partner)
  const { id } = valueOf(await desk.run(draftPlan, { ...YEAR, partnerId: partner.id }))
  valueOf(await desk.run(updatePlan, { id, edits: [{ field: 'goals', value: [GOAL] }] }))
  return { partner, id, plan: () => desk.row(jointPlans, id), hash: async () => hashPlan((await desk.row(jointPlans, id))!) }
}

async function locked(desk: Desk) {
  const made = await drafted(desk)
  const contentHash = await made.hash()
  valueOf(await desk.run(lockPlan, { id: made.id, contentHash }))
  return { ...made, contentHash }
}

async function approved(desk: Desk) {
  const made = await locked(desk)
  valueOf(await desk.run(approvePlan, { ...SAID, id: made.id, contentHash: made.contentHash }))
  return made
}

export const plansScenarios: Scenarios = {
  'is drafted, locked, approved, active and closed, and says who approved it and when': async (desk) => {
    const { id, plan, partner, contentHash } = await approved(desk)
    expect(await plan()).toMatchObject({ state: 'approved', version: 1, language: 'es', contentHash, approvedByName: 'Jose Lucio', approvedOn: '2026-11-20', approvedMeans: 'mail' })
    valueOf(await desk.run(activatePlan, { id, from: '2027-01-01' }))
    const next = valueOf(await desk.run(draftPlan, { ...YEAR, title: 'Plan for 2028', partnerId: partner.id, basedOn: id }))
    expect(next.version).toBe(2)
    expect((await desk.row(jointPlans, next.id))?.goals).toEqual([GOAL])
    const second = hashPlan((await desk.row(jointPlans, next.id))!)
    valueOf(await desk.run(lockPlan, { id: next.id, contentHash: second }))
    valueOf(await desk.run(approvePlan, { ...SAID, id: next.id, contentHash: second }))
    expect(refusalOf(await desk.run(activatePlan, { id: next.id, from: '2028-01-01' }))).toEqual({ code: 'plan.active-there', details: { title: 'Plan for 2027', version: 1 } })
    valueOf(await desk.run(closePlan, { id, reason: 'The year is over' }))
    valueOf(await desk.run(activatePlan, { id: next.id, from: '2028-01-01' }))
    expect((await desk.rows(jointPlans)).map(({ version, state }) => [version, state])).toEqual([[1, 'closed'], [2, 'active']])
  },
  'while it is locked nobody edits it, discards it, or takes back what it was made of': async (desk) => {
    const { id, plan } = await locked(desk)
    const { title, version } = (await plan())!
    const refused = { code: 'plan.locked', details: { title, version, by: expect.any(String) as string } }
    const edit = { id, edits: [{ field: 'title' as const, value: 'Other' }] }
    expect(refusalOf(await desk.run(updatePlan, edit))).toEqual(refused)
    expect(refusalOf(await desk.run(discardPlan, { id }))).toEqual(refused)
    expect(refusalOf(await desk.run(activatePlan, { id, from: '2027-01-01' }))).toEqual(refused)
    valueOf(await desk.run(returnPlan, { id, reason: 'Too many deals' }))
    expect(await plan()).toMatchObject({ state: 'returned', returnedReason: 'Too many deals', contentHash: null })
    const { entry } = valueOf(await desk.run(updatePlan, edit))
    expect(refusalOf(await desk.run(journalContract.operations.undo, { entry }))).toMatchObject({ code: 'journal.binding' })
    valueOf(await desk.run(discardPlan, { id }))
    expect(refusalOf(await desk.run(updatePlan, edit))).toEqual({ code: 'plan.not-found' })
  },
  'binds the lock and the approval to what the plan says': async (desk) => {
    const { id, partner, hash, plan } = await drafted(desk)
    const before = await hash()
    valueOf(await desk.run(updatePlan, { id, edits: [{ field: 'goals', value: [{ ...GOAL, target: 30 }] }] }))
    const { title, version } = (await plan())!
    const differs = { code: 'plan.content-differs', details: { title, version } }
    expect(refusalOf(await desk.run(lockPlan, { id, contentHash: before }))).toEqual(differs)
    const contentHash = await hash()
    expect(refusalOf(await desk.run(approvePlan, { ...SAID, id, contentHash }))).toMatchObject({ code: 'plan.state-not-reachable', details: { state: 'draft' } })
    valueOf(await desk.run(lockPlan, { id, contentHash }))
    expect(refusalOf(await desk.run(approvePlan, { ...SAID, id, contentHash: before }))).toEqual(differs)
    expect(refusalOf(await desk.run(approvePlan, { ...SAID, id, contentHash, approvedOn: '2026-11-24' }))).toMatchObject({ code: 'plan.approved-in-future' })
    expect(refusalOf(await desk.run(approvePlan, { ...SAID, id, contentHash, personName: ' ' }))).toEqual({ code: 'plan.person-missing' })
    const [theirs, stranger] = [buildPerson({ partnerId: partner.id, name: 'Inés' }), buildPerson({ partnerId: nextId(), name: 'Stranger' })]
    await desk.put(partnerPeople, theirs, stranger)
    expect(refusalOf(await desk.run(approvePlan, { ...SAID, id, contentHash, personId: stranger.id }))).toEqual({ code: 'plan.not-theirs-to-approve', details: { name: 'Stranger' } })
    valueOf(await desk.run(approvePlan, { ...SAID, id, contentHash, personId: theirs.id }))
    expect(await plan()).toMatchObject({ approvedPersonId: theirs.id, approvedByName: 'Inés' })
  },
  'refuses what makes no plan': async (desk) => {
    const { partner, id } = await drafted(desk)
    expect(refusalOf(await desk.run(draftPlan, { ...YEAR, partnerId: partner.id }))).toEqual({ code: 'plan.pending-there', details: { partner: partner.name, version: 1 } })
    expect(refusalOf(await desk.run(updatePlan, { id, edits: [{ field: 'title', value: ' ' }] }))).toEqual({ code: 'plan.title-missing' })
    expect(refusalOf(await desk.run(updatePlan, { id, edits: [{ field: 'endsOn', value: '2026-01-01' }] }))).toMatchObject({ code: 'plan.ends-before' })
    expect(refusalOf(await desk.run(updatePlan, { id, edits: [{ field: 'title', value: 'B', was: 'A' }] }))).toMatchObject({ code: 'plan.stale' })
    valueOf(await desk.run(updatePlan, { id, edits: [{ field: 'goals', value: [] }] }))
    expect(refusalOf(await desk.run(lockPlan, { id, contentHash: '0'.repeat(64) }))).toEqual({ code: 'plan.goals-missing' })
    const [other, gone] = [buildPartner(), buildPartner({ status: 'terminated' })]
    await desk.put(partners, other, gone)
    expect(refusalOf(await desk.run(draftPlan, { ...YEAR, partnerId: nextId() }))).toEqual({ code: 'partner.not-found' })
    expect(refusalOf(await desk.run(draftPlan, { ...YEAR, partnerId: gone.id }))).toMatchObject({ code: 'care.partner-not-active' })
    expect(refusalOf(await desk.run(draftPlan, { ...YEAR, partnerId: other.id, basedOn: id }))).toEqual({ code: 'plan.not-found' })
    expect(refusalOf(await desk.run(draftPlan, { ...YEAR, partnerId: other.id, endsOn: '2026-12-31' }))).toMatchObject({ code: 'plan.ends-before' })
    for (const refused of [await desk.run(returnPlan, { id, reason: 'x' }), await desk.run(closePlan, { id, reason: 'x' }), await desk.run(activatePlan, { id, from: '2027-01-01' })]) expect(refusalOf(refused)).toMatchObject({ code: 'plan.state-not-reachable' })
  },
}
