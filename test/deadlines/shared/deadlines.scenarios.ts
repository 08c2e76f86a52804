import { expect } from 'vitest'
import { assignmentContract } from '#shared/assignment/assignment.contract.ts'
import { calendars } from '#shared/calendars/calendar.table.ts'
import { deadlinePolicies } from '#shared/deadlines/deadline-policy.table.ts'
import { deadlinesContract } from '#shared/deadlines/deadlines.contract.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { offers } from '#shared/leads/offer.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { buildLead, type Lead } from '#test/foundation/builders/build-lead.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'
import { buildCalendar, buildPolicy } from '../deadline-builders.ts'

const { setStage, assignManually, touch, pause, resume, keepDeadlines, reckonDeadlines } = leadsContract.operations
const { createPolicy, updatePolicy, removePolicy } = deadlinesContract.operations

const FRIDAY_MORNING = '2026-11-20T00:00:00.000Z'
/** NOW is a Sunday; Monday is a holiday in Japan, so the first working day ends on Tuesday at six, there nine hours before UTC. */
const TUESDAY_SIX = '2026-11-24T09:00:00.000Z'

async function aTokyoPartner(desk: Desk) {
  const partner = buildPartner({ timeZone: 'Asia/Tokyo', calendar: 'JP' })
  await desk.put(partners, partner)
  await desk.put(calendars, buildCalendar('JP', ['2026-11-23', '勤労感謝の日']))
  return partner
}

async function anOffer(desk: Desk, given: Partial<Lead> = {}) {
  const partner = await aTokyoPartner(desk)
  const lead = buildLead({ stage: 'offered', partnerId: partner.id, assignmentOrigin: 'rules', assignedAt: FRIDAY_MORNING, ...given })
  await desk.put(leads, lead)
  return lead
}

/** A lead whose deadline has been reckoned. */
async function reckoned(desk: Desk, lead: Lead): Promise<Lead> {
  await desk.run(reckonDeadlines, { ids: [lead.id] })
  return (await desk.row(leads, lead.id)) ?? lead
}

export const deadlinesScenarios: Scenarios = {
  'B2.13: says until when an offer is to be accepted, in the partner’s working days and holidays': async (desk) => {
    const partner = await aTokyoPartner(desk)
    const policy = buildPolicy()
    const lead = buildLead()
    await desk.put(deadlinePolicies, policy)
    await desk.put(leads, lead)
    await desk.run(assignManually, { ids: [lead.id], partnerId: partner.id, reason: 'knows them', until: null })
    expect(await desk.row(leads, lead.id)).toMatchObject({ dueKind: 'accept', dueFrom: NOW, dueAt: TUESDAY_SIX, duePolicyId: policy.id, dueStep: 'running', actAt: '2026-11-24T06:45:00.000Z' })
  },
  'says the same of leads that the rules have given away': async (desk) => {
    const partner = await aTokyoPartner(desk)
    await desk.put(deadlinePolicies, buildPolicy())
    const lead = buildLead()
    await desk.put(leads, lead)
    const none = { ids: [], at: [-1] }
    await desk.run(assignmentContract.operations.applyDecisions, { runId: nextId(), leadIds: [lead.id], partner: { ids: [partner.id], at: [0] }, territory: none, rule: none, decision: none })
    expect(await desk.row(leads, lead.id)).toMatchObject({ stage: 'offered', dueKind: 'accept', dueAt: TUESDAY_SIX })
  },
  'keeps the offer that a new run of the rules replaces': async (desk) => {
    const lead = await anOffer(desk)
    const other = nextId()
    const none = { ids: [], at: [-1] }
    await desk.run(assignmentContract.operations.applyDecisions, { runId: nextId(), leadIds: [lead.id], partner: { ids: [other], at: [0] }, territory: none, rule: none, decision: none, replaced: [0] })
    expect(await desk.row(leads, lead.id)).toMatchObject({ partnerId: other, assignedAt: NOW })
    expect(await desk.rows(offers)).toMatchObject([{ leadId: lead.id, partnerId: lead.partnerId, offeredAt: FRIDAY_MORNING, endedAt: NOW, outcome: 'replaced' }])
  },
  'goes by the policy of the market and the source, the lowest priority first': async (desk) => {
    const lead = await anOffer(desk, { source: 'web', country: 'JP' })
    const [general, japan, webOnly, off] = [buildPolicy(), buildPolicy({ countries: ['JP'], priority: 50 }), buildPolicy({ sources: ['fair'], priority: 1 }), buildPolicy({ priority: 1, enabled: false })]
    await desk.put(deadlinePolicies, general, japan, webOnly, off)
    expect((await reckoned(desk, lead)).duePolicyId).toBe(japan.id)
  },
  'has no deadline where no policy speaks of it': async (desk) => {
    const lead = await anOffer(desk)
    await desk.put(deadlinePolicies, buildPolicy({ countries: ['GT'] }))
    expect(await reckoned(desk, lead)).toMatchObject({ dueKind: null, dueAt: null, actAt: null })
  },
  'does not begin the time again when the offer is opened, and begins the next when it is accepted': async (desk) => {
    const lead = await anOffer(desk)
    await desk.put(deadlinePolicies, buildPolicy(), buildPolicy({ kind: 'firstTouch', minutes: 60 }), buildPolicy({ kind: 'conversion', minutes: 5400 }))
    await desk.run(setStage, { id: lead.id, stage: 'opened' })
    expect(await desk.row(leads, lead.id)).toMatchObject({ openedAt: NOW, dueKind: 'accept', dueFrom: FRIDAY_MORNING })
    await desk.run(setStage, { id: lead.id, stage: 'accepted' })
    expect(await desk.row(leads, lead.id)).toMatchObject({ acceptedAt: NOW, dueKind: 'firstTouch', dueFrom: NOW, dueAt: '2026-11-24T01:00:00.000Z' })
  },
  'an automatic answer stops no clock; a call does, and begins the time to the next': async (desk) => {
    const lead = await anOffer(desk, { stage: 'accepted', acceptedAt: FRIDAY_MORNING })
    await desk.put(deadlinePolicies, buildPolicy({ kind: 'firstTouch' }), buildPolicy({ kind: 'cadence', minutes: 1620 }))
    await reckoned(desk, lead)
    await desk.run(touch, { id: lead.id, way: 'automatic', note: null })
    expect(await desk.row(leads, lead.id)).toMatchObject({ firstTouchAt: null, dueKind: 'firstTouch' })
    await desk.run(touch, { id: lead.id, way: 'call', note: 'spoke with Ms Sato' })
    expect(await desk.row(leads, lead.id)).toMatchObject({ firstTouchAt: NOW, lastTouchAt: NOW, dueKind: 'cadence', dueFrom: NOW })
  },
  'refuses a touch before the offer is accepted': async (desk) => {
    const lead = await anOffer(desk)
    expect(refusalOf(await desk.run(touch, { id: lead.id, way: 'call', note: null }))).toEqual({ code: 'lead.not-accepted', details: { stage: 'offered' } })
  },
  'stands still during a pause and goes on after it': async (desk) => {
    const lead = await anOffer(desk)
    await desk.put(deadlinePolicies, buildPolicy({ minutes: 1080 }))
    expect((await reckoned(desk, lead)).dueAt).toBe(TUESDAY_SIX)
    await desk.run(pause, { id: lead.id, reason: 'vendorOwes', note: 'price list' })
    expect(await desk.row(leads, lead.id)).toMatchObject({ dueKind: 'accept', dueAt: null, actAt: null, pauses: [{ from: NOW, to: null, reason: 'vendorOwes', note: 'price list' }] })
    expect(refusalOf(await desk.run(pause, { id: lead.id, reason: 'other', note: null }))).toEqual({ code: 'lead.paused-already' })
    await desk.run(resume, { id: lead.id })
    expect(await desk.row(leads, lead.id)).toMatchObject({ dueAt: TUESDAY_SIX })
    expect(refusalOf(await desk.run(resume, { id: lead.id }))).toEqual({ code: 'lead.not-paused' })
  },
  'refuses to pause what nobody has': async (desk) => {
    const lead = buildLead()
    await desk.put(leads, lead)
    expect(refusalOf(await desk.run(pause, { id: lead.id, reason: 'other', note: null }))).toEqual({ code: 'lead.not-held', details: { stage: 'new' } })
  },
  'refuses to do anything to a lead that is not there': async (desk) => {
    const id = nextId()
    for (const answer of [await desk.run(touch, { id, way: 'call', note: null }), await desk.run(pause, { id, reason: 'other', note: null }), await desk.run(resume, { id })]) expect(refusalOf(answer)).toEqual({ code: 'lead.not-found' })
  },

  'recalls a lead whose deadline and grace are over, once, and keeps what the offer was': async (desk) => {
    const lead = await anOffer(desk, { assignedAt: '2026-11-16T00:00:00.000Z', score: 80 })
    await desk.put(deadlinePolicies, buildPolicy())
    const { actAt } = await reckoned(desk, lead)
    expect(valueOf(await desk.run(keepDeadlines, { due: [{ id: lead.id, actAt: actAt ?? '' }] }))).toEqual({ recalled: 1, acted: 2 })
    expect(await desk.row(leads, lead.id)).toMatchObject({ stage: 'expired', partnerId: lead.partnerId, dueKind: null, actAt: null, endReason: 'deadline:accept' })
    expect(await desk.rows(offers)).toMatchObject([{ leadId: lead.id, partnerId: lead.partnerId, outcome: 'expired', reason: 'deadline:accept', score: 80, endedAt: NOW }])
    expect(valueOf(await desk.run(keepDeadlines, { due: [{ id: lead.id, actAt: actAt ?? '' }] })), 'a second desk finds it done').toEqual({ recalled: 0, acted: 0 })
  },
  'warns first, and only tells where nothing follows': async (desk) => {
    const lead = await anOffer(desk, { assignedAt: '2026-11-19T00:00:00.000Z' })
    await desk.put(deadlinePolicies, buildPolicy({ minutes: 1200 }))
    const { actAt } = await reckoned(desk, lead)
    expect(valueOf(await desk.run(keepDeadlines, { due: [{ id: lead.id, actAt: actAt ?? '' }] }))).toEqual({ recalled: 0, acted: 1 })
    expect(await desk.row(leads, lead.id)).toMatchObject({ stage: 'offered', dueStep: 'warned', dueAt: '2026-11-24T02:00:00.000Z', actAt: '2026-11-24T02:00:00.000Z' })
  },
  'leaves a lead alone that was accepted in the meantime': async (desk) => {
    const lead = await anOffer(desk, { assignedAt: '2026-11-16T00:00:00.000Z' })
    await desk.put(deadlinePolicies, buildPolicy())
    const { actAt } = await reckoned(desk, lead)
    await desk.run(setStage, { id: lead.id, stage: 'accepted' })
    expect(valueOf(await desk.run(keepDeadlines, { due: [{ id: lead.id, actAt: actAt ?? '' }] }))).toEqual({ recalled: 0, acted: 0 })
  },

  'a deadline that was reckoned anew since keeps nobody from taking a change back': async (desk) => {
    const partner = await aTokyoPartner(desk)
    const policy = buildPolicy()
    const lead = buildLead()
    await desk.put(deadlinePolicies, policy)
    await desk.put(leads, lead)
    const { entry } = valueOf(await desk.run(assignManually, { ids: [lead.id], partnerId: partner.id, reason: 'knows them', until: null }))
    await desk.run(updatePolicy, { id: policy.id, edits: [{ field: 'minutes', value: 60 }] })
    expect(valueOf(await desk.run(reckonDeadlines, { ids: [lead.id] }))).toEqual({ changed: 1 })
    expect(refusalOf(await desk.run(journalContract.operations.undo, { entry }))).toBe('accepted')
    expect(await desk.row(leads, lead.id)).toMatchObject({ stage: 'new', partnerId: null, dueKind: null, dueAt: null, actAt: null })
  },

  'keeps policies that people write, edit and remove': async (desk) => {
    const { id } = valueOf(await desk.run(createPolicy, { name: ' Two days to accept ', kind: 'accept', minutes: 1080 }))
    expect(await desk.row(deadlinePolicies, id)).toMatchObject({ name: 'Two days to accept', priority: 100, countries: [], warnAt: 75, breach: 'tell', enabled: true })
    expect(refusalOf(await desk.run(updatePolicy, { id, edits: [{ field: 'minutes', value: 540, was: 1080 }] }))).toBe('accepted')
    expect(refusalOf(await desk.run(updatePolicy, { id, edits: [{ field: 'name', value: ' ' }] }))).toEqual({ code: 'deadline.name-missing' })
    expect(refusalOf(await desk.run(updatePolicy, { id, edits: [{ field: 'minutes', value: 1, was: 1080 }] }))).toMatchObject({ code: 'deadline.stale' })
    await desk.run(removePolicy, { id })
    expect(refusalOf(await desk.run(removePolicy, { id }))).toEqual({ code: 'deadline.policy-not-found' })
    expect(refusalOf(await desk.run(updatePolicy, { id, edits: [{ field: 'minutes', value: 1 }] }))).toEqual({ code: 'deadline.policy-not-found' })
    expect(refusalOf(await desk.run(createPolicy, { name: ' ', kind: 'accept', minutes: 1 }))).toEqual({ code: 'deadline.name-missing' })
  },
}
