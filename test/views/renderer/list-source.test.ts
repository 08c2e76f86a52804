import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { refused, succeeded } from '#shared/foundation/outcome.ts'
import { displayedLength, spansOf, windowsOf } from '#renderer/views/grouped-rows.ts'
import { createListSource, type ListAnswer, type ListQuestion } from '#renderer/views/list-source.ts'
import { emptyState, type ListState } from '#renderer/views/list-state.ts'

const groupLists = fc.array(fc.nat(30), { maxLength: 12 }).map((counts) => counts.map((count, value) => ({ value, count })))

describe('a grouped list', () => {
  test('shows in any window what the whole list shows there', () => {
    fc.assert(
      fc.property(groupLists, fc.func(fc.boolean()), fc.nat(200), fc.nat(80), (groups, open, from, length) => {
        const isOpen = (group: { value: unknown }): boolean => open(group.value)
        const whole = spansOf(groups, isOpen, 0, Infinity).flatMap((span) => (span.kind === 'heading' ? [`group ${span.group}`] : range(span.from, span.to).map(String)))
        const part = spansOf(groups, isOpen, from, from + length).flatMap((span) => (span.kind === 'heading' ? [`group ${span.group}`] : range(span.from, span.to).map(String)))
        expect(whole).toHaveLength(displayedLength(groups, isOpen))
        expect(part).toEqual(whole.slice(from, from + length))
      }),
    )
  })

  test('asks for exactly the rows it shows, in windows no longer than allowed', () => {
    fc.assert(
      fc.property(groupLists, fc.func(fc.boolean()), fc.integer({ min: 1, max: 7 }), (groups, open, longest) => {
        const spans = spansOf(groups, (group) => open(group.value), 0, Infinity)
        const windows = windowsOf(spans, longest)
        expect(windows.every(({ from, to }) => to - from <= longest && to > from)).toBe(true)
        expect(windows.flatMap(({ from, to }) => range(from, to))).toEqual(spans.flatMap((span) => (span.kind === 'rows' ? range(span.from, span.to) : [])))
      }),
    )
  })
})

interface Row {
  readonly id: string
  readonly country: string
}

const rows: readonly Row[] = Array.from({ length: 1_234 }, (_, n) => ({ id: `row-${n}`, country: n < 1_000 ? 'JP' : 'GT' }))

function listing(state: ListState) {
  const asked: ListQuestion[] = []
  const source = createListSource<Row>({
    state: () => state,
    groupLabel: (group) => String(group.value),
    ask: async (question) => {
      asked.push(question)
      const groups = question.group === null ? null : [{ value: 'JP', count: 1_000 }, { value: 'GT', count: 234 }]
      return succeeded<ListAnswer<Row>>({ total: rows.length, version: 1, rows: rows.slice(question.from, question.to), groups })
    },
  })
  return { asked, source }
}

describe('a list source', () => {
  test('asks which of some ids match, whatever the window and the groups', async () => {
    const { asked, source } = listing({ ...emptyState, search: 'x', group: 'country', filter: [{ field: 'country', operator: 'is', values: ['JP'] }] })
    expect(await source.matchingIds(['row-3', 'row-4'])).toEqual(new Set(['row-0', 'row-1']))
    expect(asked).toEqual([{ search: 'x', filter: [{ field: 'country', operator: 'is', values: ['JP'] }, { field: 'id', operator: 'is', values: ['row-3', 'row-4'] }], sort: [], group: null, from: 0, to: 2 }])
  })

  test('gives the grid the window it wishes for and knows how many rows match', async () => {
    const { asked, source } = listing(emptyState)
    source.rows.want(0, 40)
    await vi.waitFor(() => expect(source.rows.status).toBe('ready'))
    expect(source.rows.rowsAt(0, 2).map((row) => row?.id)).toEqual(['row-0', 'row-1'])
    expect([source.rows.total, source.matching()]).toEqual([1_234, 1_234])
    expect(asked.every(({ from, to }) => to - from <= 500)).toBe(true)
  })

  test('puts a heading before each group, and hides a group’s rows when it is closed', async () => {
    const { source } = listing({ ...emptyState, group: 'country' })
    source.rows.want(0, 40)
    await vi.waitFor(() => expect(source.rows.total).toBe(1_236))
    const heading = source.rows.rowsAt(0, 1)[0]
    if (heading === undefined) throw new Error('no heading')
    expect(source.groupOf(heading)).toEqual({ label: 'JP', count: 1_000, open: true })
    source.toggleGroup(heading)
    await vi.waitFor(() => expect(source.rows.total).toBe(236))
    expect(source.rows.rowsAt(2, 3)[0]?.id).toBe('row-1000')
    expect(source.matching()).toBe(1_234)
  })

  test('gives the ids of all rows, however many, in order', async () => {
    const { asked, source } = listing({ ...emptyState, group: 'country' })
    expect(await source.allIds()).toEqual(rows.map(({ id }) => id))
    expect(asked.every(({ from, to }) => to - from <= 500)).toBe(true)
  })

  test('fails with the refusal it was given', async () => {
    const source = createListSource<Row>({ state: () => emptyState, groupLabel: String, ask: async () => refused('host.unreachable', 'gone') })
    source.rows.want(0, 40)
    await vi.waitFor(() => expect(source.rows.status).toBe('failed'))
    expect(source.rows.error).toMatchObject({ refusal: { code: 'host.unreachable' } })
  })
})

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, n) => from + n)
}
