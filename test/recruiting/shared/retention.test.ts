import { expect, test } from 'vitest'
import { applications } from '#shared/recruiting/application.table.ts'
import { erased, retentionEnd } from '#shared/recruiting/retention.ts'
import { buildApplication } from '#test/foundation/builders/build-application.ts'
import { NOW } from '#test/foundation/desk.ts'

test('the clock ends so many days later, to the second', () => {
  expect([retentionEnd(NOW, 0), retentionEnd(NOW, 30)]).toEqual([NOW, '2026-12-22T03:04:05.678Z'])
})

test('erasing empties every column that is personal, and the row stays a row of the table', () => {
  const after = { ...buildApplication({ notes: 'x', city: 'y', employees: 4, answers: [{ question: 'a', answer: 'b' }], reasonForHouse: 'z' }), ...erased(NOW) }
  for (const column of applications.options.personal ?? []) expect([column, after[column as keyof typeof after]]).toEqual([column, column === 'company' ? '' : applications.jsonColumns.has(column) ? [] : null])
  expect(applications.row.safeParse(after).success).toBe(true)
})
