import { escapeFormula } from '#shared/imports/formula-text.ts'
import { writeAtomically } from './write-atomically.ts'

/** Numbers and truth values stay what they are; only texts can be taken for formulas and are escaped. */
export type ExportCell = string | number | boolean | null

export interface WriteCsvOptions {
  /** Excel needs it to see that the file is UTF-8. Default true. */
  readonly byteOrderMark?: boolean
  readonly delimiter?: ',' | ';' | '\t'
}

const ROWS_AT_ONCE = 2_000

/** Writes a CSV file that spreadsheets open as it is and that `readCsv` with `readText` reads back equal, NUL characters aside. */
export async function writeCsv(path: string, header: readonly string[], rows: Iterable<readonly ExportCell[]>, options: WriteCsvOptions = {}): Promise<void> {
  const delimiter = options.delimiter ?? ','
  await writeAtomically(path, async (file) => {
    let part = (options.byteOrderMark === false ? '' : '\ufeff') + csvLine(header, delimiter)
    let count = 0
    for (const row of rows) {
      part += csvLine(row, delimiter)
      if (++count % ROWS_AT_ONCE === 0) {
        await file.write(part)
        part = ''
      }
    }
    await file.write(part)
  })
}

function csvLine(cells: readonly ExportCell[], delimiter: string): string {
  return `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`
}

function csvCell(cell: ExportCell, delimiter: string): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell)
  const text = escapeFormula(cell.includes('\0') ? cell.replaceAll('\0', '') : cell)
  return text.includes(delimiter) || /["\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
