import { expect, test } from 'vitest'
import { ORDINARY_CALENDAR } from '#shared/calendars/working-calendar.ts'
import { WorkClock } from '#shared/calendars/work-clock.ts'
import { reckonDeadline } from '#shared/deadlines/reckon-deadline.ts'
import { takeSteps } from '#shared/deadlines/take-steps.ts'
import { buildLead, type Lead } from '#test/foundation/builders/build-lead.ts'
import { buildPolicy } from '../deadline-builders.ts'

const clock = new WorkClock(ORDINARY_CALENDAR, 'UTC')
const policies = [buildPolicy({ breach: 'recall', grace: 60 })]

/** Offered on a Monday at nine: warned at a quarter to four, due at six, recalled at ten on Tuesday. */
function offered(): Lead {
  const lead = buildLead({ stage: 'offered', partnerId: 'p', assignedAt: '2027-03-22T09:00:00.000Z' })
  return { ...lead, ...reckonDeadline(lead, policies, clock) }
}

const stepsAt = (lead: Lead, now: string) => takeSteps(lead, policies, clock, Date.parse(now))

test.each([
  ['2027-03-22T15:44:00Z', []],
  ['2027-03-22T15:45:00Z', ['warned']],
  ['2027-03-22T18:00:00Z', ['escalated']],
  ['2027-03-23T09:59:00Z', ['escalated']],
  ['2027-03-23T10:00:00Z', ['escalated', 'recalled']],
  ['2027-04-30T00:00:00Z', ['escalated', 'recalled']],
])('at %s what is over is %j', (now, taken) => {
  expect(stepsAt(offered(), now).taken).toEqual(taken)
})

test('one after another, and each once', () => {
  let lead = offered()
  const taken = ['2027-03-22T15:50:00Z', '2027-03-22T15:51:00Z', '2027-03-22T18:10:00Z', '2027-03-22T18:11:00Z'].flatMap((now) => {
    const steps = stepsAt(lead, now)
    lead = { ...lead, ...steps.deadline }
    return steps.taken
  })
  expect(taken).toEqual(['warned', 'escalated'])
})
