import { shallowRef } from 'vue'
import { RefusedError, type Outcome } from '#shared/foundation/outcome.ts'
import type { GridGroup } from '../ui/grid/grid-column.ts'
import { pagedRows, type PagedRows } from '../ui/grid/row-source.ts'
import { displayedLength, spansOf, windowsOf, type ListGroup } from './grouped-rows.ts'
import type { ListState } from './list-state.ts'

export interface ListQuestion extends ListState {
  readonly from: number
  readonly to: number
}

export interface ListAnswer<Row> {
  readonly total: number
  readonly version: number
  readonly rows: readonly Row[]
  readonly groups: readonly ListGroup[] | null
}

export interface ListSourceOptions<Row> {
  readonly ask: (question: ListQuestion) => Promise<Outcome<ListAnswer<Row>>>
  readonly state: () => ListState
  readonly groupLabel: (group: ListGroup) => string
}

export interface ListSource<Row> {
  readonly rows: PagedRows<Row>
  /** Rows that match, without the headings of groups. */
  readonly matching: () => number
  /** The group a displayed row is the heading of. */
  readonly groupOf: (row: Row) => GridGroup | undefined
  readonly toggleGroup: (row: Row) => void
  readonly setAllGroups: (open: boolean) => void
  /** The ids of every row that matches, in order, however many. */
  readonly allIds: () => Promise<readonly string[]>
  /** Those of these ids whose rows match. */
  readonly matchingIds: (ids: readonly string[]) => Promise<ReadonlySet<string>>
}

const LONGEST_WINDOW = 500

/** The grid's rows from a list operation: windows of the result, with a heading before each group when grouped. */
export function createListSource<Row extends { readonly id: string }>({ ask, state, groupLabel }: ListSourceOptions<Row>): ListSource<Row> {
  const total = shallowRef(0)
  const toggled = new Set<ListGroup['value']>()
  /** Whether groups not in `toggled` are open. */
  let usuallyOpen = true
  const headings = new WeakMap<Row, ListGroup>()
  const isOpen = (group: ListGroup): boolean => toggled.has(group.value) !== usuallyOpen

  async function matchingIds(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const { search, filter } = state()
    const parts = Array.from({ length: Math.ceil(ids.length / LONGEST_WINDOW) }, (_, n) => ids.slice(n * LONGEST_WINDOW, (n + 1) * LONGEST_WINDOW))
    const answers = await Promise.all(parts.map((part) => ask({ search, filter: [...filter, { field: 'id', operator: 'is', values: part }], sort: [], group: null, from: 0, to: part.length })))
    // What could not be asked is not known to have gone.
    return new Set(answers.flatMap((answer, at) => (answer.ok ? answer.value.rows.map(({ id }) => id) : (parts[at] ?? []))))
  }

  async function askWindow(from: number, to: number): Promise<ListAnswer<Row>> {
    const outcome = await ask({ ...state(), from, to })
    if (!outcome.ok) throw new RefusedError(outcome.error.code, outcome.error.message, outcome.error.details)
    total.value = outcome.value.total
    return outcome.value
  }

  async function rowsIn(windows: readonly { readonly from: number; readonly to: number }[]): Promise<Map<number, Row>> {
    const rows = new Map<number, Row>()
    const answers = await Promise.all(windows.map(({ from, to }) => askWindow(from, to)))
    answers.forEach((answer, at) => answer.rows.forEach((row, offset) => rows.set((windows[at]?.from ?? 0) + offset, row)))
    return rows
  }

  function heading(group: ListGroup): Row {
    // The grid only ever asks `groupOf` about a heading, so it needs nothing of a row but its identity.
    const row = { id: `group:${String(group.value)}` } as unknown as Row
    headings.set(row, group)
    return row
  }

  async function fetchGrouped(from: number, to: number): Promise<{ rows: readonly Row[]; total: number }> {
    const { groups } = await askWindow(0, 0)
    const spans = spansOf(groups ?? [], isOpen, from, to)
    const rows = await rowsIn(windowsOf(spans, LONGEST_WINDOW))
    const displayed = spans.flatMap((span): Row[] => {
      if (span.kind === 'rows') return Array.from({ length: span.to - span.from }, (_, n) => rows.get(span.from + n)).filter((row) => row !== undefined)
      const group = groups?.[span.group]
      return group === undefined ? [] : [heading(group)]
    })
    return { rows: displayed, total: displayedLength(groups ?? [], isOpen) }
  }

  async function fetchPlain(from: number, to: number): Promise<{ rows: readonly Row[]; total: number }> {
    const rows = await rowsIn(windowsOf([{ kind: 'rows', from, to }], LONGEST_WINDOW))
    return { rows: [...rows.values()], total: total.value }
  }

  const rows = pagedRows<Row>({ fetch: (from, to) => (state().group === null ? fetchPlain(from, to) : fetchGrouped(from, to)) })

  return {
    rows,
    matching: () => total.value,
    groupOf(row) {
      const group = headings.get(row)
      return group === undefined ? undefined : { label: groupLabel(group), count: group.count, open: isOpen(group) }
    },
    toggleGroup(row) {
      const group = headings.get(row)
      if (group === undefined) return
      if (!toggled.delete(group.value)) toggled.add(group.value)
      rows.refresh()
    },
    setAllGroups(open) {
      usuallyOpen = open
      toggled.clear()
      rows.refresh()
    },
    async allIds() {
      const count = (await askWindow(0, 0)).total
      const found = await rowsIn(windowsOf([{ kind: 'rows', from: 0, to: count }], LONGEST_WINDOW))
      return [...found.values()].map((row) => row.id)
    },
    matchingIds,
  }
}
