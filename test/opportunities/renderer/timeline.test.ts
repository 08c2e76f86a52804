import { expect, test } from 'vitest'
import { timelineOf } from '#renderer/opportunities/detail/timeline.ts'

type Activities = Parameters<typeof timelineOf>[0]
type History = Parameters<typeof timelineOf>[1]

const activity = (id: string, at: string, given: object = {}) => ({ id, kind: 'call', subject: id, happenedAt: at, doneAt: null, dueOn: null, ...given }) as Activities[number]
const move = (id: string, at: string, given: object = {}) => ({ id, at, undoneBy: null, notes: [{ event: 'opportunity.stage-set', details: { from: 'discovery', to: 'evaluation' } }], ...given }) as unknown as History[number]

test('what was done and the moves stand in one line of time, the latest first; tasks that wait above, the most urgent first', () => {
  const activities = [activity('call', '2026-11-02'), activity('later', '2026-11-01', { kind: 'task', dueOn: '2026-12-02' }), activity('sooner', '2026-11-09', { kind: 'task', dueOn: '2026-12-01' }), activity('done', '2026-11-04', { kind: 'task', dueOn: '2026-11-05', doneAt: '2026-11-05' })]
  expect(timelineOf(activities, [move('moved', '2026-11-03')]).map(({ id }) => id)).toEqual(['sooner', 'later', 'done', 'moved', 'call'])
})

test('a move that was taken back is none, and other changes are not moves', () => {
  const history = [move('back', '2026-11-03', { undoneBy: 'x' }), move('edit', '2026-11-03', { notes: [{ event: 'opportunity.edited', details: null }] })]
  expect(timelineOf([], history)).toEqual([])
})
