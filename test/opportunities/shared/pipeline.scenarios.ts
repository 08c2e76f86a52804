import { expect } from 'vitest'
import { accounts } from '#shared/accounts/account.table.ts'
import { contacts } from '#shared/accounts/contact.table.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { activities } from '#shared/opportunities/activity.table.ts'
import { attributions } from '#shared/opportunities/attribution.table.ts'
import { opportunitiesContract } from '#shared/opportunities/opportunities.contract.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { projects } from '#shared/opportunities/project.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { buildAccount, buildContact, buildOpportunity } from '#test/foundation/builders/build-account.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { idNumber, nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { attribute, finishTask, judge, logActivity, registerProject } = opportunitiesContract.operations
const { undo } = journalContract.operations
const DEVICE = '2031-01-01T00:00:00.000Z'

async function business(desk: Desk, given: Partial<Parameters<typeof buildOpportunity>[0]> = {}) {
  const account = buildAccount()
  const opportunity = buildOpportunity({ accountId: account.id, territoryId: idNumber(0x20), ...given })
  const [partner, other] = [buildPartner(), buildPartner()]
  await desk.put(accounts, account)
  await desk.put(opportunities, opportunity)
  await desk.put(partners, partner)
  await desk.put(partners, other)
  return { account, opportunity, partner, other }
}

export const activitiesScenarios: Scenarios = {
  'logs a mail to a contact with the clock of the device, seen by whoever sees the opportunity': async (desk) => {
    const { account, opportunity } = await business(desk)
    const contact = buildContact({ accountId: account.id })
    await desk.put(contacts, contact)
    const said = { opportunityId: opportunity.id, kind: 'mail', subject: 'Our offer', text: null, contactId: contact.id, address: 'ana@lira.example', happenedAt: DEVICE, deviceAt: DEVICE, dueOn: null } as const
    const { id } = valueOf(await desk.run(logActivity, { ...said, subject: ' Our offer ' }))
    expect(await desk.rows(activities)).toEqual([{ ...said, id, doneAt: null, byName: expect.any(String), territoryId: idNumber(0x20), importId: null, createdAt: NOW, updatedAt: NOW, rev: 1 }])
  },
  'refuses an activity of nothing, a strange contact, and a task without a day': async (desk) => {
    const { opportunity } = await business(desk)
    const theirs = buildContact({ accountId: nextId() })
    await desk.put(contacts, theirs)
    const given = { opportunityId: opportunity.id, kind: 'call', subject: 'Budget', happenedAt: NOW, deviceAt: NOW } as const
    expect(refusalOf(await desk.run(logActivity, { ...given, opportunityId: nextId() }))).toEqual({ code: 'opportunity.not-found' })
    expect(refusalOf(await desk.run(logActivity, { ...given, contactId: nextId() }))).toEqual({ code: 'contact.not-found' })
    expect(refusalOf(await desk.run(logActivity, { ...given, contactId: theirs.id }))).toEqual({ code: 'contact.of-another-account', details: { contact: theirs.name } })
    expect(refusalOf(await desk.run(logActivity, { ...given, kind: 'task' }))).toEqual({ code: 'activity.due-date', details: { kind: 'task' } })
    expect(refusalOf(await desk.run(logActivity, { ...given, dueOn: '2027-01-01' }))).toEqual({ code: 'activity.due-date', details: { kind: 'call' } })
    expect(await desk.rows(activities)).toEqual([])
  },
  'a task is done, and not done after all; nothing else can be': async (desk) => {
    const { opportunity } = await business(desk)
    const given = { opportunityId: opportunity.id, subject: 'Ask', happenedAt: NOW, deviceAt: NOW }
    const task = valueOf(await desk.run(logActivity, { ...given, kind: 'task', dueOn: '2027-01-01' }))
    const note = valueOf(await desk.run(logActivity, { ...given, kind: 'note' }))
    expect(refusalOf(await desk.run(finishTask, { id: task.id, isDone: true }))).toBe('accepted')
    expect(refusalOf(await desk.run(finishTask, { id: task.id, isDone: true }))).toBe('accepted')
    expect(await desk.row(activities, task.id)).toMatchObject({ doneAt: NOW, rev: 2 })
    await desk.run(finishTask, { id: task.id, isDone: false })
    expect(await desk.row(activities, task.id)).toMatchObject({ doneAt: null })
    expect(refusalOf(await desk.run(finishTask, { id: note.id, isDone: true }))).toEqual({ code: 'activity.not-a-task', details: { kind: 'note' } })
    expect(refusalOf(await desk.run(finishTask, { id: nextId(), isDone: true }))).toEqual({ code: 'activity.not-found' })
  },
}

export const creditScenarios: Scenarios = {
  'credits partners with parts that are no more than all of it, in place of those there were': async (desk) => {
    const { opportunity, partner, other } = await business(desk)
    await desk.run(attribute, { opportunityId: opportunity.id, seen: [], shares: [{ partnerId: partner.id, kind: 'sourced', percent: 100 }] })
    const [first] = await desk.rows(attributions)
    const shares = [{ partnerId: partner.id, kind: 'sourced', percent: 70 }, { partnerId: other.id, kind: 'fulfilled', percent: 30 }] as const
    expect(refusalOf(await desk.run(attribute, { opportunityId: opportunity.id, seen: [first!.id], shares: [...shares] }))).toBe('accepted')
    expect((await desk.rows(attributions)).map(({ partnerId, kind, percent, territoryId }) => ({ partnerId, kind, percent, territoryId }))).toEqual(expect.arrayContaining(shares.map((share) => ({ ...share, territoryId: idNumber(0x20) }))))
    expect(await desk.rows(attributions)).toHaveLength(2)
  },
  'refuses to credit more than all of it, a partner twice for one thing, and over what another has written': async (desk) => {
    const { opportunity, partner, other } = await business(desk)
    const credit = async (shares: readonly { partnerId: string; kind: 'sourced' | 'coSell'; percent: number }[], seen: string[] = []) => refusalOf(await desk.run(attribute, { opportunityId: opportunity.id, seen, shares: [...shares] }))
    const ours = { partnerId: partner.id, kind: 'sourced', percent: 60 } as const
    expect(await credit([ours, { partnerId: other.id, kind: 'coSell', percent: 41 }])).toEqual({ code: 'attribution.over-whole', details: { percent: 101 } })
    expect(await credit([ours, { ...ours, percent: 10 }])).toEqual({ code: 'attribution.named-twice', details: { kind: 'sourced' } })
    expect(await credit([{ ...ours, partnerId: nextId() }])).toEqual({ code: 'partner.not-found' })
    expect(refusalOf(await desk.run(attribute, { opportunityId: nextId(), seen: [], shares: [] }))).toEqual({ code: 'opportunity.not-found' })
    expect(await credit([ours])).toBe('accepted')
    expect(await credit([{ ...ours, percent: 50 }])).toEqual({ code: 'attribution.stale' })
    expect((await desk.rows(attributions)).map(({ percent }) => percent)).toEqual([60])
  },
  'what was credited before is not brought back beside what another has credited since': async (desk) => {
    const { opportunity, partner, other } = await business(desk)
    const credit = async (partnerId: string, seen: readonly { readonly id: string }[]) => valueOf(await desk.run(attribute, { opportunityId: opportunity.id, seen: seen.map(({ id }) => id), shares: [{ partnerId, kind: 'sourced', percent: 100 }] }))
    await credit(partner.id, [])
    const { entry } = await credit(other.id, await desk.rows(attributions))
    await credit(partner.id, await desk.rows(attributions))
    expect(refusalOf(await desk.run(undo, { entry }))).toMatchObject({ code: 'journal.changed-since', details: { table: 'attributions' } })
    expect((await desk.rows(attributions)).map(({ percent }) => percent)).toEqual([100])
  },
  'what was credited last is taken back, and what was before is there again': async (desk) => {
    const { opportunity, partner, other } = await business(desk)
    await desk.run(attribute, { opportunityId: opportunity.id, seen: [], shares: [{ partnerId: partner.id, kind: 'sourced', percent: 100 }] })
    const [first] = await desk.rows(attributions)
    const { entry } = valueOf(await desk.run(attribute, { opportunityId: opportunity.id, seen: [first!.id], shares: [{ partnerId: other.id, kind: 'coSell', percent: 40 }] }))
    valueOf(await desk.run(undo, { entry }))
    expect((await desk.rows(attributions)).map(({ id, percent }) => [id, percent])).toEqual([[first!.id, 100]])
  },
  'a project that was taken back is not brought back beside another': async (desk) => {
    const { opportunity } = await business(desk, { stage: 'won' })
    const given = { opportunityId: opportunity.id, name: 'Ledger', deliveredOn: NOW.slice(0, 10), proof: 'Signed acceptance' }
    const { entry } = valueOf(await desk.run(registerProject, given))
    const back = valueOf(await desk.run(undo, { entry }))
    valueOf(await desk.run(registerProject, given))
    expect(refusalOf(await desk.run(undo, { entry: back.entry }))).toMatchObject({ code: 'journal.changed-since', details: { table: 'projects' } })
    expect(await desk.rows(projects)).toHaveLength(1)
  },
  'registers what was won as delivered, once, on a day that has come': async (desk) => {
    const { account, opportunity, partner } = await business(desk, { stage: 'won' })
    const given = { opportunityId: opportunity.id, name: 'Ledger', partnerId: partner.id, deliveredOn: NOW.slice(0, 10), proof: 'Signed acceptance' }
    expect(refusalOf(await desk.run(registerProject, { ...given, deliveredOn: '2099-01-01' }))).toEqual({ code: 'project.in-future', details: { date: '2099-01-01' } })
    expect(refusalOf(await desk.run(registerProject, { ...given, partnerId: nextId() }))).toEqual({ code: 'partner.not-found' })
    const { id } = valueOf(await desk.run(registerProject, given))
    expect(await desk.rows(projects)).toEqual([{ ...given, id, accountId: account.id, byName: expect.any(String), territoryId: idNumber(0x20), importId: null, createdAt: NOW, updatedAt: NOW, rev: 1 }])
    expect(refusalOf(await desk.run(registerProject, given))).toEqual({ code: 'project.registered-already' })
  },
  'refuses to deliver what is not won': async (desk) => {
    const { opportunity } = await business(desk, { stage: 'negotiation' })
    const given = { name: 'Ledger', deliveredOn: NOW.slice(0, 10), proof: 'Signed' }
    expect(refusalOf(await desk.run(registerProject, { ...given, opportunityId: opportunity.id }))).toEqual({ code: 'project.not-won', details: { stage: 'negotiation' } })
    expect(refusalOf(await desk.run(registerProject, { ...given, opportunityId: nextId() }))).toEqual({ code: 'opportunity.not-found' })
  },
  'judges what is open for the forecast, and nothing else': async (desk) => {
    const { opportunity } = await business(desk)
    expect(refusalOf(await desk.run(judge, { id: opportunity.id, judgement: 'pipeline' }))).toBe('accepted')
    expect(await desk.row(opportunities, opportunity.id)).toEqual(opportunity)
    expect(refusalOf(await desk.run(judge, { id: opportunity.id, judgement: 'commit' }))).toBe('accepted')
    expect(await desk.row(opportunities, opportunity.id)).toEqual({ ...opportunity, judgement: 'commit', updatedAt: NOW, rev: 2 })
    const { opportunity: won } = await business(desk, { stage: 'won' })
    expect(refusalOf(await desk.run(judge, { id: won.id, judgement: 'commit' }))).toEqual({ code: 'opportunity.closed', details: { opportunity: won.name, stage: 'won' } })
    expect(refusalOf(await desk.run(judge, { id: nextId(), judgement: 'commit' }))).toEqual({ code: 'opportunity.not-found' })
  },
}
