import { effectScope, nextTick, shallowRef } from 'vue'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { succeeded } from '#shared/foundation/outcome.ts'
import { createListSource } from '#renderer/views/list-source.ts'
import { emptyState, type ListState } from '#renderer/views/list-state.ts'
import { useListCursor } from '#renderer/views/use-list-cursor.ts'
import type { List } from '#renderer/views/use-list.ts'

interface Row {
  readonly id: string
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A list of `row-0`, `row-1`, … of which more come in at the top as `row-new`. */
async function cursorOver(count: number, shown?: string) {
  let rows: readonly Row[] = Array.from({ length: count }, (_, n) => ({ id: `row-${n}` }))
  const state = shallowRef<ListState>(emptyState)
  const source = createListSource<Row>({
    state: () => state.value,
    groupLabel: String,
    ask: async ({ from, to }) => succeeded({ total: rows.length, version: 1, rows: rows.slice(from, to), groups: null }),
  })
  const refreshes = shallowRef(0)
  const shownId = shallowRef<string | undefined>(shown)
  const list = { source, state, refreshes, shownId } as unknown as List<Row>
  const moved: number[] = []
  const cursor = effectScope().run(() => useListCursor(list, { isDetailOpen: () => true, moveTo: (index) => moved.push(index) }))
  if (cursor === undefined) throw new Error('no cursor')
  const settle = () => vi.advanceTimersByTimeAsync(100)
  source.rows.want(0, 40)
  await settle()
  return {
    cursor,
    moved,
    settle,
    shownId,
    state,
    async receive(more: readonly Row[]) {
      rows = [...more, ...rows]
      refreshes.value += 1
      source.rows.refresh()
      await settle()
    },
    async ask(answer: readonly Row[]) {
      rows = answer
      state.value = { ...emptyState, search: 'x' }
      await nextTick()
      source.rows.reset()
      await settle()
    },
  }
}

test('shows the first row of a list that is longer than what is loaded', async () => {
  expect((await cursorOver(3_000)).shownId.value).toBe('row-0')
})

test('keeps the record that the address names', async () => {
  const { cursor, shownId } = await cursorOver(3_000, 'row-2500')
  expect(shownId.value).toBe('row-2500')
  expect(cursor.restingId.value).toBe('row-2500')
})

test('draws the record only where the cursor comes to rest', async () => {
  const { cursor, settle } = await cursorOver(10)
  cursor.touch()
  cursor.onActive({ id: 'row-1' })
  await vi.advanceTimersByTimeAsync(20)
  cursor.onActive({ id: 'row-2' })
  expect(cursor.restingId.value).toBe('row-0')
  await settle()
  expect(cursor.restingId.value).toBe('row-2')
  expect(cursor.restingRow.value).toEqual({ id: 'row-2' })
})

test('keeps what is being read when rows come in above it', async () => {
  const { cursor, receive, shownId } = await cursorOver(10)
  cursor.touch()
  cursor.onActive({ id: 'row-3' })
  await receive([{ id: 'row-new' }])
  cursor.onActive({ id: 'row-2' })
  expect(shownId.value).toBe('row-3')
})

test('goes to the row that takes the place of one that left the list', async () => {
  const { cursor, receive, shownId } = await cursorOver(10)
  shownId.value = 'row-gone'
  await receive([])
  cursor.onActive({ id: 'row-4' })
  expect(shownId.value).toBe('row-4')
})

test('shows the first answer of another question, unless it holds what is shown', async () => {
  const list = await cursorOver(10, 'row-3')
  await list.ask([{ id: 'row-7' }, { id: 'row-3' }])
  expect(list.shownId.value).toBe('row-3')
  list.state.value = emptyState
  await list.ask([{ id: 'row-8' }])
  expect(list.shownId.value).toBe('row-8')
})

test('moves the grid to a new record as soon as the list holds it', async () => {
  const { cursor, moved, receive, shownId } = await cursorOver(10)
  cursor.reveal('row-new')
  expect(shownId.value).toBe('row-new')
  expect(moved).toEqual([])
  await receive([{ id: 'row-new' }])
  expect(moved).toEqual([0])
})
