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
  commit(edit: GridEdit<Row>, value: GridValue): void
  commitAndMove(edit: GridEdit<Row>, value: GridValue, step: EditStep): void
  cancel(edit: GridEdit<Row>): void
}
