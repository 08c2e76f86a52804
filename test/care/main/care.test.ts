import { describe, expect, test } from 'vitest'
import { careContract } from '#shared/care/care.contract.ts'
import { hashPlan } from '#shared/care/hash-plan.ts'
import { careState } from '#shared/care/check-in-standing.ts'
import { openForWriting } from '#main/workspace/open.ts'
import { calendarsContract } from '#shared/calendars/calendars.contract.ts'
import { dateText, dayNumber } from '#shared/foundation/instant.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { GOAL } from '#test/foundation/builders/build-care.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import { openHost, type OpenHost } from '#test/foundation/open-host.ts'

const { list, today, dark, get, setTerms, pause, recordCheckIn, draftPlan, updatePlan, lockPlan, approvePlan, activatePlan, openReview, keep } = careContract.operations
const TALK = { talkedAbout: 'Pipeline', mood: 'mixed' } as const
const TODAY = new Date().toISOString().slice(0, 10)
const day = (days: number): string => dateText(dayNumber(TODAY) + days)

async function aPartner(desk: OpenHost, name: string, status: 'active' | 'inactive' = 'active'): Promise<string> {
  return valueOf(await desk.call(partnersContract.operations.create, { code: name, name, type: 'reseller', country: 'GT', status, languages: ['es'], timeZone: 'America/Guatemala' })).id
}

async function activePlan(desk: OpenHost, partnerId: string, startsOn: string): Promise<string> {
  const { id } = valueOf(await desk.call(draftPlan, { partnerId, title: 'Plan', startsOn, endsOn: day(300) }))
  const goals = [GOAL]
  valueOf(await desk.call(updatePlan, { id, edits: [{ field: 'goals', value: goals }] }))
  const contentHash = hashPlan({ version: 1, title: 'Plan', startsOn, endsOn: day(300), goals })
  valueOf(await desk.call(lockPlan, { id, contentHash }))
  valueOf(await desk.call(approvePlan, { id, contentHash, personName: 'Jose Lucio', approvedOn: TODAY, means: 'mail' }))
  valueOf(await desk.call(activatePlan, { id, from: TODAY }))
  return id
}

function journalled({ directory }: OpenHost): unknown {
  const db = openForWriting(directory)
  try {
    return db.prepare('SELECT count(*) FROM "journal"').pluck().get()
  } finally {
    db.close()
  }
}

describe('the host', () => {
  test('says of every partner where it stands, in the list as the rule says it', async () => {
    const desk = await openHost()
    const ids = { overdue: await aPartner(desk, 'Late'), ahead: await aPartner(desk, 'Fresh'), first: await aPartner(desk, 'Never'), paused: await aPartner(desk, 'Paused'), resting: await aPartner(desk, 'Gone', 'inactive') }
    valueOf(await desk.call(recordCheckIn, { ...TALK, partnerId: ids.overdue, heldOn: day(-40), nextStep: 'Call', nextStepOn: day(-30) }))
    valueOf(await desk.call(recordCheckIn, { ...TALK, partnerId: ids.ahead, heldOn: TODAY }))
    valueOf(await desk.call(recordCheckIn, { ...TALK, partnerId: ids.paused, heldOn: day(-40) }))
    valueOf(await desk.call(pause, { partnerId: ids.paused, reason: 'Moves' }))
    const { rows } = valueOf(await desk.call(list, { to: 10 }))
    expect(Object.fromEntries(rows.map(({ id, careState: state }) => [id, state]))).toEqual(Object.fromEntries(Object.entries(ids).map(([state, id]) => [id, state])))
    for (const { id, careState: state } of rows) {
      const { partner, care } = valueOf(await desk.call(get, { partnerId: id }))
      expect(careState(partner.status, care ?? undefined, TODAY)).toBe(state)
    }
    expect(rows.find(({ id }) => id === ids.overdue)).toMatchObject({ openSteps: 1, mood: 'mixed' })
    expect(valueOf(await desk.call(list, { to: 10, filter: [{ field: 'careState', operator: 'is', values: ['overdue', 'due'] }] })).total).toBe(1)

    const found = valueOf(await desk.call(today, { today: TODAY }))
    expect(found.checkIns).toMatchObject({ total: 1, rows: [{ partnerName: 'Late', state: 'overdue', mood: 'mixed' }] })
    expect(found.checkIns.rows[0]?.workingDaysLate).toBeGreaterThan(15)
    expect(found.first).toMatchObject({ total: 1, rows: [{ partnerName: 'Never' }] })
    expect(found.steps).toMatchObject({ total: 1, rows: [{ partnerName: 'Late', nextStep: 'Call' }] })
    expect(refusalOf(await desk.call(get, { partnerId: ids.first.replace(/.{4}$/, 'ffff') }))).toMatchObject({ code: 'partner.not-found' })
  })

  test('finds partners of which nothing was heard, until something is', async () => {
    const desk = await openHost()
    const [quiet, loud] = [await aPartner(desk, 'Quiet'), await aPartner(desk, 'Loud')]
    await aPartner(desk, 'Gone', 'inactive')
    const later = day(61)
    valueOf(await desk.call(recordCheckIn, { ...TALK, partnerId: loud, heldOn: TODAY }))
    expect(valueOf(await desk.call(dark, { today: TODAY }))).toEqual([])
    const darkOn = async (on: string) => valueOf(await desk.call(dark, { today: on })).map(({ partnerName, lastSign, silentDays }) => [partnerName, lastSign, silentDays]).toSorted()
    expect(await darkOn(later)).toEqual([['Loud', 'checkIn', 61], ['Quiet', null, 61]])
    const { id } = valueOf(await desk.call(leadsContract.operations.create, { company: 'Café Antigua', country: 'GT' }))
    valueOf(await desk.call(leadsContract.operations.assignManually, { ids: [id], partnerId: quiet, reason: 'Near', until: null }))
    for (const stage of ['opened', 'accepted'] as const) valueOf(await desk.call(leadsContract.operations.setStage, { id, stage }))
    valueOf(await desk.call(setTerms, { edits: [{ field: 'darkDays', value: 30 }] }))
    expect(await darkOn(day(31))).toEqual([['Loud', 'checkIn', 31], ['Quiet', 'lead', 31]])
  })

  test('asks for the review of the last quarter where there is an active plan and none was prepared', async () => {
    const desk = await openHost()
    const partnerId = await aPartner(desk, 'Lucio')
    await activePlan(desk, partnerId, day(-200))
    const [review] = valueOf(await desk.call(today, { today: TODAY })).reviews
    expect(review).toMatchObject({ partnerName: 'Lucio', reviewId: null })
    const { id } = valueOf(await desk.call(openReview, { partnerId, inQuarter: review?.endsOn ?? '' }))
    expect(valueOf(await desk.call(today, { today: TODAY })).reviews).toMatchObject([{ reviewId: id, quarter: review?.quarter }])
  })

  test('reckons anew after the company’s cadence or the calendars have changed', async () => {
    const desk = await openHost()
    const partnerId = await aPartner(desk, 'Lucio')
    valueOf(await desk.call(recordCheckIn, { ...TALK, partnerId, heldOn: TODAY }))
    valueOf(await desk.call(setTerms, { edits: [{ field: 'checkInDays', value: 21 }] }))
    expect(valueOf(await desk.call(keep, {}))).toEqual({ changed: 1 })
    const due = valueOf(await desk.call(get, { partnerId })).care?.dueOn ?? ''
    valueOf(await desk.call(calendarsContract.operations.setDay, { code: 'GT', date: due, day: { name: 'Demo', works: false } }))
    valueOf(await desk.call(keep, {}))
    expect((valueOf(await desk.call(get, { partnerId })).care?.dueOn ?? '') > due).toBe(true)
    const known = journalled(desk)
    expect(valueOf(await desk.call(keep, {}))).toEqual({ changed: 0 })
    expect(journalled(desk), 'what has not moved is not written').toBe(known)
  })
})
