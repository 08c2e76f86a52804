import type { Slot } from 'vue'
import type { GridColumn, GridLabels, GridValue } from './grid-column.ts'
import type { PlacedColumn } from './use-grid-columns.ts'
import type { EditStep, GridEdit } from './use-grid-editing.ts'

/** What every row needs to draw itself. A new object is made only when columns or words change, so rows compare it by identity. */
export interface GridView<Row> {
  readonly columns: readonly PlacedColumn<Row>[]
  readonly cellClass: readonly string[]
  readonly selectable: boolean
  /** aria-colindex of the first data column, counted from 1. */
  readonly firstColumnIndex: number
  readonly locale: string
  readonly labels: GridLabels
  readonly slots: Readonly<Record<string, Slot | undefined>>
  text(column: GridColumn<Row>, row: Row): string
  count(rows: number): string
  cellId(row: number, column: number): string
  typed(edit: GridEdit<Row>, text: string): void
  commit(edit: GridEdit<Row>, value: GridValue): void
  commitAndMove(edit: GridEdit<Row>, value: GridValue, step: EditStep): void
  cancel(edit: GridEdit<Row>): void
}

/** The grid's columns for CSS: the one that grows takes what the others leave, unless somebody has given it a width. */
export function gridTracks(columns: readonly Pick<PlacedColumn<never>, 'width' | 'grows'>[], selectable: boolean): string {
  return [...(selectable ? ['34px'] : []), ...columns.map(({ width, grows }) => (grows ? `minmax(${width}px, 1fr)` : `${width}px`))].join(' ')
}

/** The first column stays in sight while the others are scrolled sideways. */
export function cellClasses(columns: readonly Pick<GridColumn<never>, 'kind'>[]): readonly string[] {
  return columns.map(({ kind }, at) => `grid-cell${kind === 'number' ? ' is-number' : kind === 'date' ? ' is-date' : ''}${at === 0 ? ' is-frozen' : ''}`)
}
