import type { BadgeTone } from '../badge-tone.ts'

export type GridValue = string | number | boolean | null | undefined

export interface GridOption {
  readonly value: string
  readonly label: string
}

/** How a cell is edited in place. `slot`: the host draws the editor in `#edit-<column id>`. */
export type GridEditor<Row> =
  | { readonly kind: 'text' }
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  | { readonly kind: 'select'; readonly options: (row: Row) => readonly GridOption[] }
  | { readonly kind: 'slot' }

export interface GridColumn<Row> {
  readonly id: string
  readonly title: string
  /** `custom`: the host draws the cell in `#cell-<column id>`; `value` still serves copying. */
  readonly kind: 'text' | 'number' | 'date' | 'badge' | 'custom'
  readonly value: (row: Row) => GridValue
  /** Words of the value; by default the locale's number or date, or the value as it is. */
  readonly format?: (value: GridValue, row: Row) => string
  /** Colour of a badge. */
  readonly tone?: (row: Row) => BadgeTone
  /** Pixels; default 160. */
  readonly width?: number
  /** Takes the room that the other columns leave; one of a grid. */
  readonly grow?: boolean
  readonly minWidth?: number
  readonly maxWidth?: number
  readonly sortable?: boolean
  readonly hideable?: boolean
  readonly edit?: GridEditor<Row>
  readonly canEdit?: (row: Row) => boolean
}

export interface GridSort {
  readonly column: string
  readonly direction: 'asc' | 'desc'
}

/** What a saved view remembers of the columns. Columns it does not name stand last, visible, in their own width. */
export interface GridColumnsState {
  readonly order: readonly string[]
  readonly hidden: readonly string[]
  readonly widths: Readonly<Record<string, number>>
}

/** A row that heads a group of rows. */
export interface GridGroup {
  readonly label: string
  readonly count: number
  readonly open: boolean
  /** Nesting, from 0. */
  readonly level?: number
}

export interface GridEditEvent<Row> {
  readonly row: Row
  readonly column: string
  readonly value: GridValue
  readonly was: GridValue
}

/** Every word the grid says. */
export interface GridLabels {
  readonly selectAll: string
  readonly columnMenu: string
  readonly sortAscending: string
  readonly sortDescending: string
  readonly sortNone: string
  readonly moveLeft: string
  readonly moveRight: string
  readonly hideColumn: string
  readonly showColumns: string
}

const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/

/** Words of a cell. The locale's formatters are made once for all cells, and only when a cell needs one: making one takes milliseconds. */
export function cellFormatter(locale: string): <Row>(column: GridColumn<Row>, row: Row) => string {
  let number: Intl.NumberFormat | undefined
  let day: Intl.DateTimeFormat | undefined
  let moment: Intl.DateTimeFormat | undefined
  const dateWords = (iso: string): string => {
    if (DATE_ONLY.test(iso)) return (day ??= new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })).format(new Date(iso))
    return (moment ??= new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })).format(new Date(iso))
  }
  return (column, row) => {
    const value = column.value(row)
    if (column.format) return column.format(value, row)
    if (value === null || value === undefined || value === '') return ''
    if (column.kind === 'number' && typeof value === 'number') return (number ??= new Intl.NumberFormat(locale, { maximumFractionDigits: 20 })).format(value)
    if (column.kind === 'date' && typeof value === 'string') return dateWords(value)
    return String(value)
  }
}
