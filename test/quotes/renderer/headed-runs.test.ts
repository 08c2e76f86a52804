import { expect, test } from 'vitest'
import { headedRuns } from '#renderer/quotes/headed-runs.ts'

const line = (groupName: string | null, parentId: string | null = null) => ({ groupName, parentId })

test('lines in their order stand in runs of one heading, options with their bundle', () => {
  expect(headedRuns([line('A'), line('B', 'bundle'), line('A'), line(null), line('B'), line('A')])).toEqual([
    { heading: 'A', from: 0, to: 3 }, { heading: null, from: 3, to: 4 }, { heading: 'B', from: 4, to: 5 }, { heading: 'A', from: 5, to: 6 },
  ])
})
test('no lines, no runs; an option without its bundle heads nothing', () => {
  expect(headedRuns([])).toEqual([])
  expect(headedRuns([line('A', 'gone'), line('A')])).toEqual([{ heading: null, from: 0, to: 1 }, { heading: 'A', from: 1, to: 2 }])
})
