import { expect, test } from 'vitest'
import { codeColumn } from '#shared/journal/coded-column.ts'
import { loadWords } from '#shared/locales/words.ts'
import { describeEntry, type FieldWords, type HistoryEntry } from '#renderer/journal/describe-entry.ts'

const words = await loadWords('en')
const fields: FieldWords = { title: (field) => ({ stage: 'Stage', partnerId: 'Partner' })[field], text: (_, value) => (value === null ? '' : String(value)) }

function entry(more: Partial<HistoryEntry>): HistoryEntry {
  return { id: 'e', command: 'leads.update', actorId: 'p1', actorName: 'Ana', at: '2026-01-01T00:00:00.000Z', batchId: null, undoneBy: null, notes: [], changes: [], ...more }
}

test('shows only the record’s own values, out of a change of many', () => {
  const described = describeEntry(
    entry({
      command: 'assignment.applyDecisions',
      changes: [{ kind: 'update', table: 'leads', columns: ['partnerId', 'runId'], ids: ['a', 'b', 'c', 'd'], before: [codeColumn([null, null, null, null]), codeColumn([1, 2, 3, 4])] as never, after: [codeColumn(['x', 'y', 'x', 'y']), codeColumn([9, 9, 9, 9])] as never }],
    }),
    'b',
    fields,
    words,
  )
  expect(described).toEqual({ title: 'Assigned by the rules', lines: [{ field: 'Partner', before: '', after: 'y' }] })
})

test('is named by its business event, and by something general where neither event nor command is known', () => {
  expect(describeEntry(entry({ notes: [{ event: 'lead.stage-set' }] }), 'a', fields, words).title).toBe('Moved to another stage')
  expect(describeEntry(entry({ command: 'future.command' }), 'a', fields, words).title).toBe('Changed')
})

test('leaves out fields that did not change and those that are the program’s own', () => {
  const change = { kind: 'update' as const, table: 'leads', columns: ['stage', 'duplicateKey'], ids: ['a'], before: [codeColumn(['new']), codeColumn(['k1'])] as never, after: [codeColumn(['new']), codeColumn(['k2'])] as never }
  expect(describeEntry(entry({ changes: [change] }), 'a', fields, words).lines).toEqual([])
})
