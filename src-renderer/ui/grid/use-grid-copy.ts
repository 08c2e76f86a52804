import type { GridColumn } from './grid-column.ts'
import { toHtml, toTsv, type CopiedTable } from './grid-clipboard.ts'
import { isSelected, selectionCount, type GridSelection } from './grid-selection.ts'
import type { RowSource } from './row-source.ts'

/** A copy of more would freeze the program it is pasted into; larger amounts are an export. */
const MOST_COPIED_ROWS = 20_000
const CHUNK = 2_000

export interface GridCopyOptions<Row> {
  readonly source: () => RowSource<Row>
  readonly columns: () => readonly GridColumn<Row>[]
  readonly keyOf: (row: Row) => string
  readonly isGroup: (row: Row) => boolean
  readonly text: (column: GridColumn<Row>, row: Row) => string
  readonly selection: () => GridSelection
  /** The row copied when nothing is selected. */
  readonly activeRow: () => number
  readonly copied: (rows: number) => void
}

/** Copies the selected rows, in the order shown, as tab-separated text and as an HTML table. */
export function useGridCopy<Row>(options: GridCopyOptions<Row>) {
  const tableOf = (rows: readonly Row[]): CopiedTable => {
    const columns = options.columns()
    return { titles: columns.map((column) => column.title), rows: rows.map((row) => columns.map((column) => options.text(column, row))) }
  }

  async function selectedRows(): Promise<Row[]> {
    const source = options.source()
    const selection = options.selection()
    const wanted = Math.min(selectionCount(selection, source.total), MOST_COPIED_ROWS)
    if (wanted === 0) return [...(await source.fetch(options.activeRow(), options.activeRow() + 1))]
    const found: Row[] = []
    for (let from = 0; from < source.total && found.length < wanted; from += CHUNK) {
      const to = Math.min(from + CHUNK, source.total)
      const here = source.rowsAt(from, to)
      const rows = here.includes(undefined) ? await source.fetch(from, to) : (here as readonly Row[])
      for (const row of rows) if (!options.isGroup(row) && isSelected(selection, options.keyOf(row))) found.push(row)
    }
    return found.slice(0, wanted)
  }

  return async function copy(): Promise<void> {
    const rows = await selectedRows()
    const table = tableOf(rows)
    const blob = (type: string, text: string): Blob => new Blob([text], { type })
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/plain': blob('text/plain', toTsv(table)), 'text/html': blob('text/html', toHtml(table)) }),
    ])
    options.copied(rows.length)
  }
}
