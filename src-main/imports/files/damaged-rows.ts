import type { ImportError } from '#shared/imports/import-errors.ts'
import { columnAt } from './scan-csv.ts'

export const REPLACEMENT = '\ufffd'

/** Parts the rows that lost a letter before they came here: nobody knows which letter it was, so a person must say. */
export function partDamagedRows(rows: readonly (readonly string[])[], columns: readonly string[], lineOf: (rowIndex: number) => number): { readonly sound: readonly number[]; readonly refused: readonly ImportError[] } {
  const sound: number[] = []
  const refused: ImportError[] = []
  for (const [index, row] of rows.entries()) {
    const damaged = row.findIndex((cell) => cell.includes(REPLACEMENT) || !cell.isWellFormed())
    if (damaged === -1) sound.push(index)
    else refused.push({ code: 'import.replacement-character', line: lineOf(index), column: columnAt(columns, damaged), data: { value: row[damaged]!.toWellFormed().slice(0, 80) } })
  }
  return { sound, refused }
}
