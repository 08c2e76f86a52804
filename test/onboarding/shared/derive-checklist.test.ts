import { describe, expect, test } from 'vitest'
import { ORDINARY_WEEK } from '#shared/calendars/working-calendar.ts'
import { WorkingDays } from '#shared/calendars/working-days.ts'
import { deriveChecklist, percentOf, type ChecklistFacts } from '#shared/onboarding/derive-checklist.ts'
import { FOR_EVERYBODY } from '#shared/onboarding/template.ts'
import { publicHolidays } from '#main/calendars/public-holidays.ts'
import { buildEvent, buildStage, buildTask, checklistFacts, TWO_STAGES } from '#test/foundation/builders/build-checklist.ts'

const tasksOf = (facts: ChecklistFacts) => new Map(deriveChecklist(facts).stages.flatMap(({ tasks }) => tasks.map((each) => [each.task.key, each] as const)))
const statesOf = (facts: ChecklistFacts) => Object.fromEntries([...tasksOf(facts)].map(([key, { state }]) => [key, state]))
const dueOf = (facts: ChecklistFacts) => Object.fromEntries([...tasksOf(facts)].map(([key, { dueOn }]) => [key, dueOn]))
const done = (key: string) => buildEvent(key, 'completed')

test('a stage opens only when all that the one before requires is done, skipped or not applicable', () => {
  expect(statesOf(checklistFacts())).toEqual({ call: 'pending', contract: 'blocked', course: 'blocked', review: 'blocked', story: 'blocked' })
  expect(statesOf(checklistFacts({ events: [done('call')] }))).toMatchObject({ contract: 'pending', course: 'blocked' })
  const agreed = checklistFacts({ events: [done('call'), buildEvent('contract', 'skipped', { text: 'Signed in 2019' })] })
  expect(statesOf(agreed)).toMatchObject({ contract: 'skipped', course: 'pending', review: 'blocked', story: 'pending' })
  expect(deriveChecklist(agreed).stages.map(({ state }) => state)).toEqual(['done', 'open'])
})

test('a stage without an order is open from the start', () => {
  const [agree, learn] = TWO_STAGES
  expect(statesOf(checklistFacts({ stages: [agree!, { ...learn!, free: true }] }))).toMatchObject({ contract: 'blocked', course: 'pending' })
})

test('case 13: progress counts what is required and applies, so that everybody reaches 100 %', () => {
  const elsewhere = buildTask('elsewhere', { when: { ...FOR_EVERYBODY, places: ['JP'] } })
  const stages = [...TWO_STAGES, buildStage('sell', elsewhere)]
  const facts = checklistFacts({ stages, events: [done('call'), done('contract'), buildEvent('course', 'skipped', { text: 'Knows it' }), buildEvent('review', 'notApplicable', { text: 'No review' })] })
  const derived = deriveChecklist(facts)
  expect([derived.done, derived.total, percentOf(derived)]).toEqual([3, 3, 100])
  expect(statesOf(facts)).toMatchObject({ elsewhere: 'notApplicable', story: 'pending' })
  expect(derived.stages.every(({ state }) => state === 'done')).toBe(true)
  expect(percentOf({ done: 0, total: 0 })).toBe(100)
})

test('a date is due after what it needs is due, and moves with when that was done', () => {
  expect(dueOf(checklistFacts())).toEqual({ call: '2026-11-24', contract: '2026-11-27', course: '2026-12-04', review: '2026-12-08', story: '2026-11-30' })
  const late = buildEvent('call', 'completed', { receivedAt: '2026-12-02T18:00:00.000Z' })
  expect(dueOf(checklistFacts({ events: [late] }))).toMatchObject({ contract: '2026-12-07', course: '2026-12-14', review: '2026-12-16' })
  expect(dueOf(checklistFacts({ events: [buildEvent('contract', 'dueMoved', { dueOn: '2026-12-11', text: 'Asked' })] }))).toMatchObject({ contract: '2026-12-11', course: '2026-12-18' })
})

describe('case 9: due dates lie in the partner’s own calendar', () => {
  const stages = [buildStage('agree', buildTask('contract', { days: 5 }))]
  const dueIn = (calendar: string, timeZone: string, startedOn: string, years = [2026, 2027]) => {
    const specialDays = years.flatMap((year) => publicHolidays(calendar, year) ?? []).map((day) => ({ ...day, works: false, published: true }))
    return dueOf(checklistFacts({ stages, startedOn, timeZone, days: new WorkingDays({ week: ORDINARY_WEEK, specialDays }) }))['contract']
  }
  test('Golden Week moves a date in Japan by its four days', () => {
    expect([dueIn('JP', 'Asia/Tokyo', '2026-04-28'), dueIn('US', 'America/Denver', '2026-04-28')]).toEqual(['2026-05-11', '2026-05-05'])
  })
  test('Holy Week moves a date in Guatemala', () => {
    expect([dueIn('GT', 'America/Guatemala', '2027-03-22'), dueIn('JP', 'Asia/Tokyo', '2027-03-23')]).toEqual(['2027-03-31', '2027-03-30'])
  })
  test('Obon is no public holiday: a partner that closes says so, and its dates move', () => {
    const days = (off: { from: string; to: string }[]) => new WorkingDays({ week: ORDINARY_WEEK, specialDays: [] }, off)
    const due = (off: { from: string; to: string }[]) => dueOf(checklistFacts({ stages, startedOn: '2026-08-10', days: days(off) }))['contract']
    expect([due([]), due([{ from: '2026-08-12', to: '2026-08-16' }])]).toEqual(['2026-08-17', '2026-08-20'])
  })
})

test('case 4: a certificate that expires after the gate reopens nothing by itself', () => {
  const expired = { note: null, address: null, agreementVersion: null, agreementLanguage: null, person: 'Ana', validUntil: '2026-11-25' }
  const facts = checklistFacts({ events: [done('call'), done('contract'), buildEvent('course', 'completed', { evidence: expired }), done('review')] })
  expect(deriveChecklist(facts).stages.map(({ state }) => state)).toEqual(['done', 'done'])
  expect(tasksOf(facts).get('course')?.evidence?.validUntil).toBe('2026-11-25')
})

test('a revocation closes the stages behind it again, and leaves what is done there', () => {
  const call = done('call')
  const facts = checklistFacts({ events: [call, done('contract'), done('course'), buildEvent('call', 'revoked', { seen: call.id, text: 'Another company' })] })
  expect(statesOf(facts)).toEqual({ call: 'actionRequired', contract: 'completed', course: 'completed', review: 'blocked', story: 'blocked' })
})

test('what was done before a condition ceased to hold stays done', () => {
  const stages = [buildStage('a', buildTask('x', { when: { ...FOR_EVERYBODY, tiers: ['gold'] } }))]
  expect([statesOf(checklistFacts({ stages })), statesOf(checklistFacts({ stages, events: [done('x')] }))]).toEqual([{ x: 'notApplicable' }, { x: 'completed' }])
})
