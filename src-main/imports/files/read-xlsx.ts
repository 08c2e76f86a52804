import { Worker } from 'node:worker_threads'
import { importFailure, type ImportNotice, type ImportResult } from '#shared/imports/import-errors.ts'
import type { KnownHeader } from '#shared/imports/known-headers.ts'
import type { SourceTable } from '#shared/imports/source-table.ts'
import { partDamagedRows } from './damaged-rows.ts'
import type { SheetLimits } from './count-cells.ts'
import { findHeaderRow } from './find-header-row.ts'
import type { ZipLimits } from './inspect-zip.ts'
import { nameColumns } from './name-columns.ts'
import { openWorkbook, type OpenedWorkbook } from './open-workbook.ts'
import { MAXIMUM_CELL_CHARACTERS, MAXIMUM_COLUMNS, MAXIMUM_ROWS } from './read-csv.ts'
import { skippedLines } from './skipped-lines.ts'
import type { FromXlsxWorker, XlsxWorkerData } from './xlsx-worker.ts'

export interface ReadXlsxOptions {
  /** Name of the sheet; the first visible one by default. */
  readonly sheet?: string
  readonly isKnownHeader?: KnownHeader
  readonly signal?: AbortSignal
  readonly deadlineSeconds?: number
  readonly maximumHeapMegabytes?: number
  readonly zipLimits?: ZipLimits
  readonly sheetLimits?: SheetLimits
}

const DEADLINE_SECONDS = 60
/** Enough for a sheet of as many cells as may be; one that needs more is refused, the program lives on. */
const HEAP_MEGABYTES = 1024
const SAMPLE_ROWS = 60
const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './xlsx-worker.ts' : './xlsx-worker.js', import.meta.url)

/**
 * A sheet of an XLSX workbook as a table of texts: formulas give the value that was saved with them, dates YYYY-MM-DD (with the
 * time of day where there is one), numbers plain digits with a point, truth values `true` and `false`. The file is inspected
 * before anything is inflated and parsed in a thread of its own with a memory limit and a deadline.
 */
export async function readXlsx(bytes: Buffer, options: ReadXlsxOptions = {}): Promise<ImportResult<SourceTable>> {
  const opened = openWorkbook(bytes, options.sheet, options.zipLimits, options.sheetLimits)
  if (!opened.ok) return opened
  const parsed = await parseInThread(opened.value, options)
  return parsed.ok ? tableOf(parsed.value, opened.value, options.isKnownHeader) : parsed
}

async function parseInThread({ archive, sheet }: OpenedWorkbook, options: ReadXlsxOptions): Promise<ImportResult<readonly string[][]>> {
  if (options.signal?.aborted) return importFailure('import.cancelled')
  const seconds = options.deadlineSeconds ?? DEADLINE_SECONDS
  const workerData: XlsxWorkerData = { archive, sheet }
  // Handed over instead of copied: a large sheet would otherwise be there twice.
  const transferList = archive.byteLength === archive.buffer.byteLength ? [archive.buffer as ArrayBuffer] : []
  const worker = new Worker(ENTRY, { workerData, transferList, resourceLimits: { maxOldGenerationSizeMb: options.maximumHeapMegabytes ?? HEAP_MEGABYTES } })
  let timer: NodeJS.Timeout | undefined
  const cancelled = new AbortController()
  try {
    return await new Promise((resolve) => {
      const rows: string[][] = []
      timer = setTimeout(() => resolve(importFailure('import.timed-out', { seconds })), seconds * 1000)
      options.signal?.addEventListener('abort', () => resolve(importFailure('import.cancelled')), { signal: cancelled.signal })
      worker.on('message', (message: FromXlsxWorker) => {
        if (message.kind === 'rows') for (const row of message.rows) rows.push(row)
        else resolve(message.kind === 'done' ? { ok: true, value: rows } : importFailure('import.workbook-unreadable', { reason: message.reason }))
      })
      worker.on('error', (error: Error & { code?: string }) => {
        const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        resolve(outOfMemory ? importFailure('import.workbook-too-large', { reason: 'memory' }) : importFailure('import.workbook-unreadable', { reason: error.name }))
      })
      worker.on('exit', () => resolve(importFailure('import.workbook-unreadable', { reason: 'ended' })))
    })
  } finally {
    clearTimeout(timer)
    cancelled.abort()
    await worker.terminate()
  }
}

/** @param cells row by row from the first row of the sheet, so that a row's place is its number in the sheet */
function tableOf(cells: readonly string[][], { sheet, sheets }: OpenedWorkbook, isKnown: KnownHeader | undefined): ImportResult<SourceTable> {
  const used = cells.flatMap((row, index) => (row.some((cell) => cell !== '') ? [index] : []))
  const width = cells.reduce((widest, row) => Math.max(widest, row.findLastIndex((cell) => cell !== '') + 1), 0)
  const padded = (index: number): string[] => {
    const row = cells[index]!
    return Array.from({ length: width }, (_, column) => row[column] ?? '')
  }
  const first = used.slice(0, SAMPLE_ROWS).map((index) => ({ cells: padded(index), index, line: index + 1 }))
  const headerIndex = findHeaderRow(first, isKnown)
  const header = first[headerIndex]
  if (header === undefined) return importFailure('import.no-header')
  const headerLine = header.line
  const tooLong = header.cells.findIndex((cell) => cell.length > MAXIMUM_CELL_CHARACTERS)
  if (tooLong !== -1) return importFailure('import.cell-too-long', { limit: MAXIMUM_CELL_CHARACTERS }, headerLine, { index: tooLong + 1, name: '' })
  if (width > MAXIMUM_COLUMNS) return importFailure('import.too-many-columns', { limit: MAXIMUM_COLUMNS }, headerLine, { index: MAXIMUM_COLUMNS + 1, name: '' })
  const rowIndexes = used.filter((index) => index > header.index)
  if (rowIndexes.length > MAXIMUM_ROWS) return importFailure('import.too-many-rows', { limit: MAXIMUM_ROWS }, rowIndexes[MAXIMUM_ROWS]! + 1)

  const above = skippedLines(first, headerIndex, 1, isKnown)
  const notices: ImportNotice[] = [...above.notices]
  const columns = nameColumns(header.cells, headerLine, notices)
  const all = rowIndexes.map(padded)
  const parted = partDamagedRows(all, columns, (row) => rowIndexes[row]! + 1)
  const [damaged] = parted.refused
  if (damaged !== undefined) notices.push({ code: 'import.replacement-character', line: damaged.line, column: damaged.column, data: {} })
  return {
    ok: true,
    value: {
      columns,
      rows: parted.refused.length === 0 ? all : parted.sound.map((row) => all[row]!),
      format: { kind: 'xlsx', sheet, sheets },
      headerLine,
      lineOf: (rowIndex) => {
        const index = rowIndexes[parted.sound[rowIndex] ?? -1]
        if (index === undefined) throw new RangeError(`No row ${rowIndex}`)
        return index + 1
      },
      refused: [...above.refused, ...parted.refused],
      notices,
    },
  }
}
