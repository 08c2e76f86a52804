import { expect } from 'vitest'
import { calendarId, calendars } from '#shared/calendars/calendar.table.ts'
import { ORDINARY_WEEK } from '#shared/calendars/working-calendar.ts'
import { careContract } from '#shared/care/care.contract.ts'
import { careTerms, CARE_TERMS_ID } from '#shared/care/care-terms.table.ts'
import { checkIns, partnerCare, partnerCareId } from '#shared/care/check-in.table.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { buildPartner, type Partner } from '#test/foundation/builders/build-partner.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { setTerms, setCadence, pause, resume, recordCheckIn, skipCheckIn, voidCheckIn, finishStep, reckon } = careContract.operations
const TALK = { talkedAbout: 'Pipeline and two open quotes', mood: 'good' } as const

async function aPartner(desk: Desk, given: Partial<Partner> = {}) {
  const partner = buildPartner(given)
  await desk.put(partners, partner)
  return { partner, care: () => desk.row(partnerCare, partnerCareId(partner.id)) }
}

/** Greenery Day to the end of Golden Week, and the office’s ordinary week. */
async function goldenWeek(desk: Desk): Promise<void> {
  const days = ['2026-04-29', '2026-05-04', '2026-05-05', '2026-05-06'].map((date) => ({ date, name: 'Golden Week', works: false, published: true }))
  await desk.put(calendars, { id: calendarId('JP'), code: 'JP', week: ORDINARY_WEEK, specialDays: days, publishedFrom: 2026, publishedTo: 2026, createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z', rev: 1 })
}

export const checkInsScenarios: Scenarios = {
  'puts a check-in on record and says when the next is due: a week later, on a day that the partner works': async (desk) => {
    await goldenWeek(desk)
    const { partner, care } = await aPartner(desk)
    const { id, dueOn } = valueOf(await desk.run(recordCheckIn, { ...TALK, partnerId: partner.id, heldOn: '2026-04-27', nextStep: 'Send the price list', nextStepOn: '2026-04-30' }))
    expect(dueOn).toBe('2026-05-07')
    expect(await desk.row(checkIns, id)).toMatchObject({ kind: 'held', mood: 'good', nextStep: 'Send the price list', nextStepDoneOn: null })
    expect(await care()).toMatchObject({ lastOn: '2026-04-27', lastHeldOn: '2026-04-27', mood: 'good', dueOn: '2026-05-07' })
    expect(valueOf(await desk.run(skipCheckIn, { partnerId: partner.id, heldOn: '2026-05-07', reason: 'At a fair' })).dueOn).toBe('2026-05-14')
    expect(await care()).toMatchObject({ lastOn: '2026-05-07', lastHeldOn: '2026-04-27', mood: 'good' })
  },
  'goes by the partner’s own cadence, by the company’s otherwise, and rests while it is paused': async (desk) => {
    const { partner, care } = await aPartner(desk)
    valueOf(await desk.run(recordCheckIn, { ...TALK, partnerId: partner.id, heldOn: '2026-11-18' }))
    expect((await care())?.dueOn).toBe('2026-11-25')
    valueOf(await desk.run(setCadence, { partnerId: partner.id, everyDays: 14 }))
    expect((await care())?.dueOn).toBe('2026-12-02')
    valueOf(await desk.run(setTerms, { edits: [{ field: 'checkInDays', value: 5, was: 7 }] }))
    expect(await desk.row(careTerms, CARE_TERMS_ID)).toMatchObject({ checkInDays: 5, darkDays: 60, fiscalStart: 1 })
    valueOf(await desk.run(setCadence, { partnerId: partner.id, everyDays: null }))
    expect((await care())?.dueOn).toBe('2026-11-23')
    valueOf(await desk.run(pause, { partnerId: partner.id, reason: 'Closes its books', until: '2027-01-09' }))
    expect(await care()).toMatchObject({ pausedReason: 'Closes its books', dueOn: '2027-01-11' })
    valueOf(await desk.run(pause, { partnerId: partner.id, reason: 'Being sold' }))
    expect((await care())?.dueOn).toBeNull()
    valueOf(await desk.run(resume, { partnerId: partner.id }))
    expect(await care()).toMatchObject({ pausedReason: null, pausedUntil: null, dueOn: '2026-11-23' })
    expect(refusalOf(await desk.run(resume, { partnerId: partner.id }))).toEqual({ code: 'care.not-paused', details: { partner: partner.name } })
    expect(refusalOf(await desk.run(setTerms, { edits: [{ field: 'checkInDays', value: 9, was: 7 }] }))).toMatchObject({ code: 'care.stale' })
    for (const refused of [await desk.run(setCadence, { partnerId: nextId(), everyDays: 3 }), await desk.run(pause, { partnerId: nextId(), reason: 'x' }), await desk.run(resume, { partnerId: nextId() })]) expect(refusalOf(refused)).toEqual({ code: 'partner.not-found' })
  },
  'refuses what cannot have been': async (desk) => {
    const { partner } = await aPartner(desk)
    const on = { ...TALK, partnerId: partner.id, heldOn: '2026-11-20' }
    expect(refusalOf(await desk.run(recordCheckIn, { ...on, partnerId: nextId() }))).toEqual({ code: 'partner.not-found' })
    expect(refusalOf(await desk.run(recordCheckIn, { ...on, heldOn: '2026-11-23' }))).toEqual({ code: 'check-in.in-future', details: { heldOn: '2026-11-23' } })
    expect(refusalOf(await desk.run(recordCheckIn, { ...on, nextStep: ' ', nextStepOn: '2026-11-24' }))).toEqual({ code: 'check-in.step-missing' })
    expect(refusalOf(await desk.run(recordCheckIn, { ...on, nextStep: 'Call', nextStepOn: '2026-11-19' }))).toMatchObject({ code: 'check-in.step-before' })
    valueOf(await desk.run(recordCheckIn, on))
    expect(refusalOf(await desk.run(recordCheckIn, { ...on, mood: 'poor' }))).toMatchObject({ code: 'check-in.there-already', details: { heldOn: '2026-11-20' } })
    const { partner: gone } = await aPartner(desk, { status: 'inactive' })
    expect(refusalOf(await desk.run(skipCheckIn, { partnerId: gone.id, heldOn: '2026-11-20', reason: 'x' }))).toEqual({ code: 'care.partner-not-active', details: { partner: gone.name, status: 'inactive' } })
    expect(await desk.rows(checkIns)).toHaveLength(1)
  },
  'keeps a check-in on record: it is voided, not undone, and the one before counts again': async (desk) => {
    const { partner, care } = await aPartner(desk)
    valueOf(await desk.run(recordCheckIn, { ...TALK, partnerId: partner.id, heldOn: '2026-11-10' }))
    const { id, entry } = valueOf(await desk.run(recordCheckIn, { ...TALK, mood: 'poor', partnerId: partner.id, heldOn: '2026-11-20' }))
    expect(refusalOf(await desk.run(journalContract.operations.undo, { entry }))).toMatchObject({ code: 'journal.binding' })
    valueOf(await desk.run(voidCheckIn, { id, reason: 'Another partner' }))
    expect(await care()).toMatchObject({ lastHeldOn: '2026-11-10', mood: 'good', dueOn: '2026-11-17' })
    expect(refusalOf(await desk.run(voidCheckIn, { id, reason: 'x' }))).toEqual({ code: 'check-in.voided' })
    expect(refusalOf(await desk.run(voidCheckIn, { id: nextId(), reason: 'x' }))).toEqual({ code: 'check-in.not-found' })
    valueOf(await desk.run(recordCheckIn, { ...TALK, partnerId: partner.id, heldOn: '2026-11-20' }))
  },
  'finishes a next step once': async (desk) => {
    const { partner } = await aPartner(desk)
    const { id } = valueOf(await desk.run(recordCheckIn, { ...TALK, partnerId: partner.id, heldOn: '2026-11-20', nextStep: 'Call', nextStepOn: '2026-11-25' }))
    expect(refusalOf(await desk.run(finishStep, { id, doneOn: '2026-11-25' }))).toEqual({ code: 'check-in.in-future', details: { heldOn: '2026-11-25' } })
    valueOf(await desk.run(finishStep, { id, doneOn: '2026-11-21' }))
    expect(refusalOf(await desk.run(finishStep, { id, doneOn: '2026-11-22' }))).toEqual({ code: 'check-in.step-done', details: { doneOn: '2026-11-21' } })
    const without = valueOf(await desk.run(recordCheckIn, { ...TALK, partnerId: partner.id, heldOn: '2026-11-21' }))
    expect(refusalOf(await desk.run(finishStep, { id: without.id, doneOn: '2026-11-22' }))).toEqual({ code: 'check-in.no-step' })
    expect(refusalOf(await desk.run(finishStep, { id: nextId(), doneOn: '2026-11-22' }))).toEqual({ code: 'check-in.not-found' })
  },
  'reckons anew after the calendar has changed, and writes nothing where nothing changes': async (desk) => {
    const { partner, care } = await aPartner(desk)
    valueOf(await desk.run(recordCheckIn, { ...TALK, partnerId: partner.id, heldOn: '2026-04-27' }))
    expect((await care())?.dueOn).toBe('2026-05-04')
    expect(valueOf(await desk.run(reckon, { partnerIds: [partner.id, nextId()] })).changed).toBe(0)
    await goldenWeek(desk)
    expect(valueOf(await desk.run(reckon, { partnerIds: [partner.id] })).changed).toBe(1)
    expect((await care())?.dueOn).toBe('2026-05-07')
  },
}
