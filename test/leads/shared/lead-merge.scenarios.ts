import { expect } from 'vitest'
import { deadlinePolicies } from '#shared/deadlines/deadline-policy.table.ts'
import { duplicateKey } from '#shared/leads/duplicate-key.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { leadsApart } from '#shared/leads/lead-apart.table.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { offers } from '#shared/leads/offer.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { buildLead, type Lead } from '#test/foundation/builders/build-lead.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'
import { buildPolicy } from '../../deadlines/deadline-builders.ts'

const { merge, keepApart, setStage } = leadsContract.operations
const { undo } = journalContract.operations

const MONDAY = '2026-11-16T09:00:00.000Z'
const TUESDAY = '2026-11-17T09:00:00.000Z'
const WEDNESDAY = '2026-11-18T09:00:00.000Z'

async function twoLeads(desk: Desk, survivor: Partial<Lead> = {}, other: Partial<Lead> = {}): Promise<readonly [Lead, Lead]> {
  const pair = [buildLead({ company: 'Lira 株式会社', ...survivor }), buildLead({ company: 'リラ', ...other })] as const
  await desk.put(leads, ...pair)
  return pair
}

async function twoPartners(desk: Desk) {
  const pair = [buildPartner(), buildPartner()] as const
  await desk.put(partners, ...pair)
  return pair
}

const offeredTo = (partnerId: string, facts: Partial<Lead> = {}): Partial<Lead> => ({ stage: 'offered', partnerId, assignmentOrigin: 'rules', assignedAt: MONDAY, ...facts })
const both = ([survivor, other]: readonly [Lead, Lead]) => ({ survivorId: survivor.id, otherId: other.id, fromOther: [] })

export const mergeScenarios: Scenarios = {
  'takes the survivor’s values, else the other’s, and joins notes, arrival and decliners': async (desk) => {
    const pair = await twoLeads(desk, { city: 'Tokyo', notes: 'Met at the fair', arrivedAt: TUESDAY, declinedBy: ['a'] }, { city: 'Osaka', website: 'https://lira.example', domain: 'lira.example', contactName: 'Sato', notes: 'Wrote on Monday', arrivedAt: MONDAY, declinedBy: ['b', 'a'] })
    await desk.run(merge, both(pair))
    expect(await desk.row(leads, pair[0].id)).toMatchObject({
      company: 'Lira 株式会社', city: 'Tokyo', website: 'https://lira.example', domain: 'lira.example', contactName: 'Sato',
      notes: 'Met at the fair\n\nWrote on Monday', arrivedAt: MONDAY, declinedBy: ['a', 'b'], stage: 'new', mergedInto: null,
    })
    expect(await desk.row(leads, pair[1].id)).toMatchObject({ stage: 'duplicate', mergedInto: pair[0].id })
  },
  'does not mix two places: a gap is filled from the other only where both are at one': async (desk) => {
    const apart = await twoLeads(desk, { city: 'Kyiv', country: 'UA' }, { city: 'London', country: 'GB', postcode: 'EC2A 4NE', latitude: 51.5, longitude: -0.1 })
    await desk.run(merge, both(apart))
    expect(await desk.row(leads, apart[0].id)).toMatchObject({ city: 'Kyiv', postcode: null, latitude: null })
    const together = await twoLeads(desk, { company: 'Zen', city: 'London', country: 'GB' }, { company: 'Zen Ltd', city: 'London', country: 'GB', postcode: 'EC2A 4NE', latitude: 51.5, longitude: -0.1 })
    await desk.run(merge, both(together))
    expect(await desk.row(leads, together[0].id)).toMatchObject({ postcode: 'EC2A 4NE', latitude: 51.5 })
  },
  'takes what a person chose of the other, and is found by it': async (desk) => {
    const pair = await twoLeads(desk, { city: 'Tokyo' }, { city: 'Osaka', corporateNumber: '4010001000001' })
    await desk.run(merge, { ...both(pair), fromOther: ['city', 'company'] })
    expect(await desk.row(leads, pair[0].id)).toMatchObject({ company: 'リラ', city: 'Osaka', duplicateKey: duplicateKey('リラ', 'JP', '4010001000001') })
  },
  'leaves the lead with the partner that accepted first, ends the other’s offer, and keeps both histories': async (desk) => {
    const [ana, ben] = await twoPartners(desk)
    const pair = await twoLeads(desk, offeredTo(ana.id, { stage: 'accepted', acceptedAt: WEDNESDAY, firstTouchAt: WEDNESDAY }), offeredTo(ben.id, { stage: 'working', acceptedAt: TUESDAY, assignedAt: TUESDAY, firstTouchAt: TUESDAY, lastTouchAt: WEDNESDAY }))
    const past = { id: nextId(), leadId: pair[1].id, partnerId: 'cleo', territoryId: null, decisionId: null, offeredAt: MONDAY, openedAt: null, acceptedAt: null, firstTouchAt: null, endedAt: TUESDAY, outcome: 'declined' as const, lostReason: null, reason: 'too far', score: null, rev: 1 }
    await desk.put(offers, past)
    await desk.run(merge, both(pair))
    expect(await desk.row(leads, pair[0].id)).toMatchObject({ partnerId: ben.id, stage: 'working', assignedAt: TUESDAY, acceptedAt: TUESDAY, firstTouchAt: TUESDAY, lastTouchAt: WEDNESDAY })
    const kept = (await desk.rows(offers)).map(({ leadId, partnerId, outcome, endedAt }) => ({ leadId, partnerId, outcome, endedAt }))
    expect(kept).toHaveLength(2)
    expect(kept).toEqual(expect.arrayContaining([
      { leadId: pair[0].id, partnerId: 'cleo', outcome: 'declined', endedAt: TUESDAY },
      { leadId: pair[0].id, partnerId: ana.id, outcome: 'replaced', endedAt: NOW },
    ]))
  },
  'leaves the lead with the only partner that has one of the two': async (desk) => {
    const [, ben] = await twoPartners(desk)
    const pair = await twoLeads(desk, { stage: 'declined', partnerId: 'ana', declinedBy: ['ana', ben.id] }, offeredTo(ben.id))
    await desk.run(merge, both(pair))
    expect(await desk.row(leads, pair[0].id)).toMatchObject({ stage: 'offered', partnerId: ben.id, declinedBy: ['ana'] })
    expect(await desk.rows(offers)).toEqual([])
  },
  'makes one offer of two to one partner: the earliest times, every pause once': async (desk) => {
    const [ana] = await twoPartners(desk)
    const pauses = (...list: readonly (readonly [string, string | null])[]): Lead['pauses'] => list.map(([from, to]) => ({ from, to, reason: 'vendorOwes', note: null }))
    const pair = await twoLeads(desk, offeredTo(ana.id, { stage: 'opened', assignedAt: TUESDAY, openedAt: WEDNESDAY, pauses: pauses([MONDAY, WEDNESDAY]) }), offeredTo(ana.id, { stage: 'accepted', openedAt: TUESDAY, acceptedAt: TUESDAY, pauses: pauses([TUESDAY, null]) }))
    await desk.run(merge, both(pair))
    expect(await desk.row(leads, pair[0].id)).toMatchObject({ stage: 'accepted', partnerId: ana.id, assignedAt: MONDAY, openedAt: TUESDAY, acceptedAt: TUESDAY, pauses: pauses([MONDAY, WEDNESDAY], [WEDNESDAY, null]) })
    expect(await desk.rows(offers), 'nobody lost anything').toEqual([])
  },
  'reckons the deadline of what was merged, and none of what went': async (desk) => {
    const [ana] = await twoPartners(desk)
    const policy = buildPolicy()
    await desk.put(deadlinePolicies, policy)
    const pair = await twoLeads(desk, {}, offeredTo(ana.id, { dueKind: 'accept', dueFrom: MONDAY, dueAt: TUESDAY, duePolicyId: policy.id, dueStep: 'running', actAt: TUESDAY }))
    await desk.run(merge, both(pair))
    expect(await desk.row(leads, pair[0].id)).toMatchObject({ dueKind: 'accept', dueFrom: MONDAY, duePolicyId: policy.id })
    expect(await desk.row(leads, pair[1].id)).toMatchObject({ dueKind: null, dueAt: null, actAt: null })
  },
  'opens a lost lead again where the other is open': async (desk) => {
    const pair = await twoLeads(desk, { stage: 'closedLost', partnerId: 'ana', endReason: 'No budget' }, { stage: 'qualified' })
    await desk.run(merge, both(pair))
    expect(await desk.row(leads, pair[0].id)).toMatchObject({ stage: 'qualified', partnerId: null, endReason: null })
  },
  'keeps a score that a person gave either': async (desk) => {
    const pair = await twoLeads(desk, {}, { score: 90, scoreGivenAt: MONDAY, scoreReason: 'Asked for a price' })
    await desk.run(merge, both(pair))
    expect(await desk.row(leads, pair[0].id)).toMatchObject({ score: 90, scoringId: null, scoreGivenAt: MONDAY, scoreReason: 'Asked for a price' })
  },
  'takes all of it back': async (desk) => {
    const [ana, ben] = await twoPartners(desk)
    const pair = await twoLeads(desk, offeredTo(ana.id, { notes: 'one' }), offeredTo(ben.id, { notes: 'two', stage: 'accepted', acceptedAt: MONDAY }))
    await desk.put(offers, { id: nextId(), leadId: pair[1].id, partnerId: 'cleo', territoryId: null, decisionId: null, offeredAt: MONDAY, openedAt: null, acceptedAt: null, firstTouchAt: null, endedAt: TUESDAY, outcome: 'declined', lostReason: null, reason: null, score: null, rev: 1 })
    const before = pair.map((lead) => Object.fromEntries(Object.entries(lead).filter(([column]) => column !== 'rev' && column !== 'updatedAt')))
    const { entry } = valueOf(await desk.run(merge, both(pair)))
    expect(refusalOf(await desk.run(undo, { entry }))).toBe('accepted')
    expect(await desk.row(leads, pair[0].id)).toMatchObject(before[0] ?? {})
    expect(await desk.row(leads, pair[1].id)).toMatchObject(before[1] ?? {})
    expect((await desk.rows(offers)).map(({ leadId, partnerId }) => [leadId, partnerId])).toEqual([[pair[1].id, 'cleo']])
  },
  'refuses to merge into what somebody else merged away meanwhile, and says into what': async (desk) => {
    const pair = await twoLeads(desk)
    const third = buildLead({ company: 'Lira Inc' })
    await desk.put(leads, third)
    await desk.run(merge, { survivorId: third.id, otherId: pair[0].id, fromOther: [] })
    expect(refusalOf(await desk.run(merge, both(pair)))).toEqual({ code: 'lead.merged-already', details: { id: pair[0].id, company: pair[0].company, into: 'Lira Inc', intoId: third.id } })
    expect(refusalOf(await desk.run(merge, { survivorId: pair[1].id, otherId: pair[0].id, fromOther: [] }))).toMatchObject({ code: 'lead.merged-already' })
    expect(refusalOf(await desk.run(keepApart, { leadId: pair[1].id, otherId: pair[0].id }))).toMatchObject({ code: 'lead.merged-already' })
    expect(await desk.row(leads, pair[1].id), 'nothing is half done').toMatchObject({ stage: 'new', mergedInto: null })
  },
  'refuses to merge away what was won, or a lead with itself, or what is not there': async (desk) => {
    const pair = await twoLeads(desk, {}, { stage: 'closedWon' })
    expect(refusalOf(await desk.run(merge, both(pair)))).toEqual({ code: 'lead.merge-settled', details: { company: pair[1].company, stage: 'closedWon' } })
    expect(refusalOf(await desk.run(merge, { survivorId: pair[0].id, otherId: pair[0].id, fromOther: [] }))).toEqual({ code: 'lead.merge-with-itself' })
    expect(refusalOf(await desk.run(keepApart, { leadId: pair[0].id, otherId: pair[0].id }))).toEqual({ code: 'lead.merge-with-itself' })
    const gone = nextId()
    expect(refusalOf(await desk.run(merge, { survivorId: gone, otherId: pair[0].id, fromOther: [] }))).toEqual({ code: 'lead.not-found', details: { id: gone } })
    expect(refusalOf(await desk.run(keepApart, { leadId: pair[0].id, otherId: gone }))).toEqual({ code: 'lead.not-found', details: { id: gone } })
  },
  'a lead that is no duplicate after all points to nothing any more': async (desk) => {
    const pair = await twoLeads(desk)
    await desk.run(merge, both(pair))
    await desk.run(setStage, { id: pair[1].id, stage: 'new' })
    expect(await desk.row(leads, pair[1].id)).toMatchObject({ stage: 'new', mergedInto: null })
  },
  'remembers once that two leads are not the same, whoever says it and in whatever order': async (desk) => {
    const pair = await twoLeads(desk)
    const { entry } = valueOf(await desk.run(keepApart, { leadId: pair[1].id, otherId: pair[0].id }))
    expect(refusalOf(await desk.run(keepApart, { leadId: pair[0].id, otherId: pair[1].id }))).toBe('accepted')
    expect(await desk.rows(leadsApart)).toMatchObject([{ leadId: pair[0].id, otherId: pair[1].id, createdAt: NOW }])
    expect(refusalOf(await desk.run(undo, { entry }))).toBe('accepted')
    expect(await desk.rows(leadsApart)).toEqual([])
  },
  'a person may merge what was kept apart before': async (desk) => {
    const pair = await twoLeads(desk)
    await desk.run(keepApart, { leadId: pair[0].id, otherId: pair[1].id })
    expect(refusalOf(await desk.run(merge, both(pair)))).toBe('accepted')
  },
}
