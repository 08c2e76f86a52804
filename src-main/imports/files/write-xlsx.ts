import { writeXlsx as makeWorkbook } from 'hucre/xlsx'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { writeAtomically } from './write-atomically.ts'
import type { ExportCell } from './write-csv.ts'

/** What XML cannot hold. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu
const LONGEST_NAME = 31
const LONGEST_CELL = 32_767

/**
 * Writes a workbook of one sheet. Every text is a typed text cell, which no spreadsheet takes for a formula, so nothing needs to
 * be put before it; numbers are numbers.
 */
export async function writeXlsx(path: string, header: readonly string[], rows: Iterable<readonly ExportCell[]>, options: { readonly sheet?: string } = {}): Promise<void> {
  const name = (options.sheet ?? 'Sheet1').replace(/[\\/*?:[\]]/gu, ' ').slice(0, LONGEST_NAME) || 'Sheet1'
  const cells = [[...header], ...Array.from(rows, (row) => row.map(xlsxCell))]
  const workbook = await makeWorkbook({ sheets: [{ name, rows: cells }], stringMode: 'inline' })
  await writeAtomically(path, async (file) => {
    await file.writeFile(workbook)
  })
}

function xlsxCell(cell: ExportCell): ExportCell {
  if (typeof cell !== 'string') return cell
  const text = cell.replace(NOT_XML, '')
  if (text.length > LONGEST_CELL) throw new RefusedError('export.cell-too-long', 'A text is longer than a spreadsheet cell can be.', { limit: LONGEST_CELL })
  return text
}
