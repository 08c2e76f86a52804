import { columnOrderingFeature, columnSizingFeature, columnVisibilityFeature, rowSortingFeature, tableFeatures, useTable } from '@tanstack/vue-table'
import { computed, type Ref } from 'vue'
import type { GridColumn, GridColumnsState, GridSort } from './grid-column.ts'

const features = tableFeatures({ columnOrderingFeature, columnSizingFeature, columnVisibilityFeature, rowSortingFeature })

type Change<T> = T | ((was: T) => T)
const changed = <T>(change: Change<T>, was: T): T => (typeof change === 'function' ? (change as (was: T) => T)(was) : change)

export interface PlacedColumn<Row> {
  readonly column: GridColumn<Row>
  readonly width: number
  /** Takes the room that the other columns leave. */
  readonly grows: boolean
}

/** The column model (order, widths, visibility, sort) over TanStack Table's state features; it is given no rows. */
export function useGridColumns<Row>(columns: () => readonly GridColumn<Row>[], columnsState: Ref<GridColumnsState>, sort: Ref<readonly GridSort[]>) {
  const byId = computed(() => new Map(columns().map((column) => [column.id, column])))

  const table = useTable<typeof features, object>({
    features,
    data: [],
    columns: computed(() =>
      columns().map(({ id, value, width = 160, minWidth = 56, maxWidth = 960, sortable = true, hideable = true }) => ({
        id,
        accessorFn: value as (row: object) => unknown,
        size: width,
        minSize: minWidth,
        maxSize: maxWidth,
        enableSorting: sortable,
        enableHiding: hideable,
        sortDescFirst: false,
      })),
    ),
    manualSorting: true,
    state: computed(() => ({
      columnOrder: [...columnsState.value.order],
      columnVisibility: Object.fromEntries(columnsState.value.hidden.map((id) => [id, false])),
      columnSizing: { ...columnsState.value.widths },
      sorting: sort.value.map(({ column, direction }) => ({ id: column, desc: direction === 'desc' })),
    })),
    onColumnOrderChange: (change) => {
      columnsState.value = { ...columnsState.value, order: changed(change, [...columnsState.value.order]) }
    },
    onColumnVisibilityChange: (change) => {
      const was = Object.fromEntries(columnsState.value.hidden.map((id) => [id, false]))
      const now = changed(change, was)
      columnsState.value = { ...columnsState.value, hidden: Object.keys(now).filter((id) => now[id] === false) }
    },
    onColumnSizingChange: (change) => {
      columnsState.value = { ...columnsState.value, widths: changed(change, { ...columnsState.value.widths }) }
    },
    onSortingChange: (change) => {
      const was = sort.value.map(({ column, direction }) => ({ id: column, desc: direction === 'desc' }))
      sort.value = changed(change, was).map(({ id, desc }) => ({ column: id, direction: desc ? 'desc' : 'asc' }))
    },
  })

  const visible = computed<readonly PlacedColumn<Row>[]>(() =>
    table.getVisibleLeafColumns().flatMap((placed) => {
      const column = byId.value.get(placed.id)
      return column === undefined ? [] : [{ column, width: placed.getSize(), grows: column.grow === true && columnsState.value.widths[column.id] === undefined }]
    }),
  )

  function resize(id: string, width: number): void {
    const { minWidth = 56, maxWidth = 960 } = byId.value.get(id) ?? {}
    table.setColumnSizing((was) => ({ ...was, [id]: Math.round(Math.min(Math.max(width, minWidth), maxWidth)) }))
  }

  /** Puts a column before the visible column at `to`; `to` may be the number of visible columns. */
  function move(id: string, to: number): void {
    const before = visible.value[to]?.column.id
    if (before === id) return
    const order = table.getAllLeafColumns().map((column) => column.id)
    const rest = order.filter((other) => other !== id)
    const at = before === undefined ? rest.length : rest.indexOf(before)
    table.setColumnOrder([...rest.slice(0, at), id, ...rest.slice(at)])
  }

  /** Moves a column over its visible neighbour; says whether there was one. */
  function nudge(id: string, by: -1 | 1): boolean {
    const at = visible.value.findIndex(({ column }) => column.id === id)
    const possible = at + by >= 0 && at + by < visible.value.length
    if (possible) move(id, by < 0 ? at - 1 : at + 2)
    return possible
  }

  return {
    visible,
    all: computed(() => table.getAllLeafColumns().map((column) => ({ id: column.id, title: byId.value.get(column.id)?.title ?? '', visible: column.getIsVisible(), hideable: column.getCanHide() }))),
    resize,
    move,
    nudge,
    resetWidth: (id: string) => table.getColumn(id)?.resetSize(),
    toggleVisible: (id: string) => table.getColumn(id)?.toggleVisibility(),
    toggleSort: (id: string, add: boolean) => {
      const column = table.getColumn(id)
      if (column?.getCanSort() === true) column.toggleSorting(undefined, add)
    },
    setSort: (id: string, direction: GridSort['direction'] | undefined) => {
      sort.value = direction === undefined ? sort.value.filter(({ column }) => column !== id) : [{ column: id, direction }]
    },
  }
}

export type GridColumnModel<Row> = ReturnType<typeof useGridColumns<Row>>
