import { plus, type Integer } from '../foundation/integer.ts'
import type { DocumentRow, QuoteDocument } from './document.ts'
import type { Sheet } from './sheet.ts'

const PADDING = 3
const GAP = 8

interface Column {
  readonly x: number
  readonly width: number
  readonly align: 'start' | 'end'
}

/** The lines of a quote, over as many pages as they need: columns named anew on each, and what they come to so far carried from one to the next. */
export function layOutTable(sheet: Sheet, document: QuoteDocument): void {
  const columns = columnsOf(sheet, document)
  const carriedHeight = sheet.lineHeight() + 2 * PADDING
  let sum: Integer = 0
  let onPage = 0
  sheet.need(head(sheet, document, columns, true) + carriedHeight + rowHeight(sheet, document.rows[0], columns))
  head(sheet, document, columns)
  for (const [at, row] of document.rows.entries()) {
    const isLast = at === document.rows.length - 1
    // A heading never ends a page.
    const next = row.kind === 'heading' ? rowHeight(sheet, document.rows[at + 1], columns) : 0
    if (onPage > 0 && sheet.room < rowHeight(sheet, row, columns) + next + (isLast ? 0 : carriedHeight)) {
      carry(sheet, document, document.carried.over, sum)
      sheet.turn()
      head(sheet, document, columns)
      carry(sheet, document, document.carried.from, sum)
      onPage = 0
    }
    writeRow(sheet, document, row, columns)
    sum = plus(sum, row.amount)
    onPage += 1
  }
}

function columnsOf(sheet: Sheet, { columns }: QuoteDocument): readonly Column[] {
  const whole = columns.reduce((sum, { weight }) => sum + weight, 0)
  let x = sheet.left
  return columns.map(({ weight, align }) => {
    const width = (sheet.inner * weight) / whole
    const column = { x, width: width - GAP, align }
    x += width
    return column
  })
}

/** @param onlyMeasure draws nothing @returns its height */
function head(sheet: Sheet, { columns: named }: QuoteDocument, columns: readonly Column[], onlyMeasure = false): number {
  const style = { size: 8, bold: true, ink: 'accent' } as const
  const titles = named.map(({ title }, at) => sheet.wrap(title, columns[at]!.width, style))
  const height = Math.max(...titles.map(({ length }) => length)) * sheet.lineHeight(style) + 2 * PADDING
  if (onlyMeasure) return height
  for (const [at, lines] of titles.entries()) writeCell(sheet, lines, columns[at]!, sheet.y + PADDING, style)
  sheet.y += height
  sheet.rule(sheet.y, 'accent')
  return height
}

function cellsOf(sheet: Sheet, row: DocumentRow, columns: readonly Column[]): readonly (readonly string[])[] {
  return row.kind === 'heading' ? [sheet.wrap(row.cells[0] ?? '', sheet.inner, { bold: true })] : row.cells.map((cell, at) => sheet.wrap(cell, columns[at]!.width))
}

function rowHeight(sheet: Sheet, row: DocumentRow | undefined, columns: readonly Column[]): number {
  return row === undefined ? 0 : Math.min(sheet.roomAtMost / 2, Math.max(...cellsOf(sheet, row, columns).map(({ length }) => length)) * sheet.lineHeight() + 2 * PADDING)
}

/** A row that is higher than what is left goes on, line by line, on the pages after. */
function writeRow(sheet: Sheet, document: QuoteDocument, row: DocumentRow, columns: readonly Column[]): void {
  let cells = cellsOf(sheet, row, columns)
  for (;;) {
    const fitting = Math.max(1, Math.floor((sheet.room - 2 * PADDING) / sheet.lineHeight()))
    const shown = cells.map((lines) => lines.slice(0, fitting))
    for (const [at, lines] of shown.entries()) writeCell(sheet, lines, row.kind === 'heading' ? { x: sheet.left, width: sheet.inner, align: 'start' } : columns[at]!, sheet.y + PADDING, { bold: row.kind === 'heading' })
    sheet.y += Math.max(...shown.map(({ length }) => length)) * sheet.lineHeight() + 2 * PADDING
    cells = cells.map((lines) => lines.slice(fitting))
    if (cells.every(({ length }) => length === 0)) break
    sheet.turn()
    head(sheet, document, columns)
  }
  sheet.rule(sheet.y)
}

function writeCell(sheet: Sheet, lines: readonly string[], { x, width, align }: Column, y: number, style: Parameters<Sheet['write']>[3]): void {
  sheet.writeAll(lines, align === 'end' ? x + width : x, y, { ...style, align })
}

function carry(sheet: Sheet, { money }: QuoteDocument, label: string, sum: Integer): void {
  const style = { ink: 'soft', bold: true } as const
  sheet.write(label, sheet.left, sheet.y + PADDING, style)
  sheet.write(money(sum), sheet.right - GAP, sheet.y + PADDING, { ...style, align: 'end' })
  sheet.y += sheet.lineHeight() + 2 * PADDING
  sheet.rule(sheet.y)
}
