import { describe, expect, test } from 'vitest'
import { ORDINARY_CALENDAR } from '#shared/calendars/working-calendar.ts'
import { WorkClock } from '#shared/calendars/work-clock.ts'
import { policyFor, reckonDeadline } from '#shared/deadlines/reckon-deadline.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { buildPolicy } from '../deadline-builders.ts'

const clock = new WorkClock(ORDINARY_CALENDAR, 'UTC')
const MONDAY = '2027-03-22T09:00:00.000Z'
const held = { partnerId: 'p', assignedAt: MONDAY, acceptedAt: MONDAY } as const

describe('the deadline that comes first', () => {
  const [accept, touch, cadence, decide, convert] = [buildPolicy(), buildPolicy({ kind: 'firstTouch', minutes: 60 }), buildPolicy({ kind: 'cadence', minutes: 1080 }), buildPolicy({ kind: 'disposition', minutes: 30 }), buildPolicy({ kind: 'conversion', minutes: 5400 })]
  const all = [accept, touch, cadence, decide, convert]
  test.each([
    ['offered', {}, 'accept'],
    ['opened', {}, 'accept'],
    ['accepted', {}, 'disposition'],
    ['working', {}, 'firstTouch'],
    ['working', { firstTouchAt: MONDAY, lastTouchAt: '2027-03-23T09:00:00.000Z' }, 'cadence'],
    ['converted', {}, null],
    ['qualified', {}, null],
  ] as const)('of a lead that is %s with %j is %s', (stage, more, kind) => {
    expect(reckonDeadline(buildLead({ ...held, stage, ...more }), all, clock).dueKind).toBe(kind)
  })

  test('keeps its step while it is the same, and begins anew when it is another', () => {
    const lead = buildLead({ ...held, stage: 'offered' })
    const warned = { ...lead, ...reckonDeadline(lead, all, clock), dueStep: 'warned' as const }
    expect(reckonDeadline(warned, all, clock)).toMatchObject({ dueStep: 'warned', actAt: warned.dueAt })
    expect(reckonDeadline({ ...warned, assignedAt: '2027-03-23T09:00:00.000Z' }, all, clock).dueStep).toBe('running')
  })

  test('gives time for a recall only where there is to be one', () => {
    const escalated = (breach: 'escalate' | 'recall') => {
      const policies = [buildPolicy({ breach, grace: 60 })]
      const lead = buildLead({ ...held, stage: 'offered' })
      return reckonDeadline({ ...lead, ...reckonDeadline(lead, policies, clock), dueStep: 'escalated' }, policies, clock).actAt
    }
    expect(escalated('escalate')).toBeNull()
    expect(escalated('recall')).toBe('2027-03-23T10:00:00.000Z')
  })
})

test('a policy for a market or a source holds only for leads that say theirs', () => {
  const japan = buildPolicy({ countries: ['JP'], priority: 1 })
  const web = buildPolicy({ sources: ['web'], priority: 2 })
  const any = buildPolicy({ priority: 3 })
  const of = (country: string | null, source: string | null) => policyFor('accept', { country, source }, [any, web, japan])
  expect([of('JP', null), of(null, 'web'), of('GT', 'fair'), of(null, null)]).toEqual([japan, web, any, any])
})
