import { importFailure, type ImportNotice, type ImportResult } from '#shared/imports/import-errors.ts'
import type { KnownHeader } from '#shared/imports/known-headers.ts'
import { CERTAIN_ENOUGH, type SourceEncoding } from '#shared/imports/source-encodings.ts'
import type { SourceTable } from '#shared/imports/source-table.ts'
import { decodeText } from './decode-text.ts'
import { partDamagedRows, REPLACEMENT } from './damaged-rows.ts'
import { detectDelimiter, type DetectedDelimiter } from './detect-delimiter.ts'
import { detectEncoding, type DetectedEncoding } from './detect-encoding.ts'
import { findHeaderRow } from './find-header-row.ts'
import { nameColumns } from './name-columns.ts'
import { readRecord, sampleRecords, type SampledRecord } from './sample-records.ts'
import { columnAt, countingLines, scanCsv } from './scan-csv.ts'
import { skippedLines } from './skipped-lines.ts'

export interface ReadCsvOptions {
  /** Set by a person who looked at the preview; otherwise detected. */
  readonly encoding?: SourceEncoding
  readonly delimiter?: string
  /** What names a column; a row of such names is the header wherever it stands. */
  readonly isKnownHeader?: KnownHeader
  readonly maximumColumns?: number
  readonly maximumRows?: number
  readonly maximumCellCharacters?: number
}

export const MAXIMUM_COLUMNS = 1_000
export const MAXIMUM_ROWS = 1_000_000
/** What a spreadsheet cell can hold. */
export const MAXIMUM_CELL_CHARACTERS = 32_767

/**
 * A delimited text file as a table. Encoding, delimiter, line ends and the header row are found out; what does not fit is
 * refused with its physical line and column, never repaired by guessing. No value is interpreted.
 */
export function readCsv(bytes: Uint8Array, options: ReadCsvOptions = {}): ImportResult<SourceTable> {
  const detected = detectEncoding(bytes)
  const encoding = options.encoding ?? detected.encoding
  const decoded = decodeText(bytes, encoding)
  if (!decoded.ok) return undecodable(decoded.readable, encoding, options.delimiter)
  const text = decoded.text
  const cut = cutOf(text, options.delimiter)
  // Only UTF-16 has zero bytes of its own; searching bytes is quicker than searching wide text.
  if (encoding.startsWith('utf-16') || bytes.includes(0)) {
    const zero = text.indexOf('\0')
    if (zero !== -1) return nullCharacter(text, zero, cut)
  }

  const headerIndex = findHeaderRow(cut.sample, options.isKnownHeader)
  const header = cut.sample[headerIndex]
  if (header === undefined) return importFailure('import.no-header')
  if (header.unclosed !== null) return importFailure('import.unclosed-quote', {}, header.line, columnAt(header.cells, header.unclosed))
  if (header.stray !== null) return importFailure('import.stray-quote', {}, header.line, columnAt(header.cells, header.stray))
  const maximumCellCharacters = options.maximumCellCharacters ?? MAXIMUM_CELL_CHARACTERS
  const tooLong = header.cells.findIndex((cell) => cell.length > maximumCellCharacters)
  if (tooLong !== -1) return importFailure('import.cell-too-long', { limit: maximumCellCharacters }, header.line, { index: tooLong + 1, name: '' })
  const maximumColumns = options.maximumColumns ?? MAXIMUM_COLUMNS
  if (header.cells.length > maximumColumns) {
    return importFailure('import.too-many-columns', { limit: maximumColumns }, header.line, columnAt(header.cells, maximumColumns))
  }

  const above = skippedLines(cut.sample, headerIndex, cut.line, options.isKnownHeader)
  const notices: ImportNotice[] = [...(options.encoding === undefined ? doubts(detected) : []), ...above.notices]
  const columns = nameColumns(header.cells, header.line, notices)
  const firstRowLine = countingLines(text, header.start, header.line)(header.end)
  const scanned = scanCsv(
    text,
    { columns, delimiter: cut.delimiter, lineEnd: header.lineEnd === '\r' ? '\r' : '\n', start: header.end, line: firstRowLine },
    { maximumRows: options.maximumRows ?? MAXIMUM_ROWS, maximumCellCharacters },
  )
  if (!scanned.ok) return scanned
  let { rows, starts, refused } = scanned.value
  const damaged = text.indexOf(REPLACEMENT)
  if (damaged !== -1) {
    const [line, column] = placeOf(text, damaged, cut)
    notices.push({ code: 'import.replacement-character', line, column, data: {} })
    const parted = partDamagedRows(rows, columns, linesOf(text, starts, header.end, firstRowLine))
    const all = { rows, starts }
    rows = parted.sound.map((index) => all.rows[index]!)
    starts = parted.sound.map((index) => all.starts[index]!)
    refused = [...refused, ...parted.refused]
  }
  return {
    ok: true,
    value: {
      columns,
      rows,
      format: {
        kind: 'csv',
        encoding,
        encodingConfidence: options.encoding === undefined ? detected.confidence : 1,
        encodingAlternatives: [detected.encoding, ...detected.alternatives].filter((other) => other !== encoding),
        delimiter: cut.delimiter,
        delimiterConfidence: cut.confidence,
      },
      headerLine: header.line,
      lineOf: linesOf(text, starts, header.end, firstRowLine),
      refused: [...above.refused, ...refused],
      notices,
    },
  }
}

function doubts({ alternatives, confidence, encoding }: DetectedEncoding): ImportNotice[] {
  if (confidence >= CERTAIN_ENOUGH) return []
  return [{ code: 'import.encoding-uncertain', line: null, column: null, data: { encoding, alternatives: alternatives.join(', '), percent: Math.round(confidence * 100) } }]
}

function cutOf(text: string, delimiter: string | undefined): DetectedDelimiter {
  const detected = detectDelimiter(text)
  if (delimiter === undefined || delimiter === detected.delimiter) return detected
  const sample = sampleRecords(text, detected.start, detected.line, delimiter, 60, 512 * 1024)
  return { ...detected, delimiter, sample, confidence: 1 }
}

/** Most imports never ask for a line: it is counted at the first question, once for all rows. */
function linesOf(text: string, starts: readonly number[], from: number, line: number): (rowIndex: number) => number {
  let lines: number[] | null = null
  return (rowIndex) => {
    if (lines === null) {
      const lineAt = countingLines(text, from, line)
      lines = starts.map(lineAt)
    }
    const found = lines[rowIndex]
    if (found === undefined) throw new RangeError(`No row ${rowIndex}`)
    return found
  }
}

function undecodable(readable: string, encoding: SourceEncoding, delimiter: string | undefined): ReturnType<typeof importFailure> {
  const [line, column, character] = placeOf(readable, readable.length, cutOf(readable, delimiter))
  return importFailure('import.undecodable', { encoding, character }, line, column)
}

function nullCharacter(text: string, position: number, cut: DetectedDelimiter): ReturnType<typeof importFailure> {
  const [line, column, character] = placeOf(text, position, cut)
  return importFailure('import.null-character', { character }, line, column)
}

/** Physical line, column of the table, and character of the line (from 1) of a position in the text. */
function placeOf(text: string, position: number, cut: DetectedDelimiter): [line: number, column: ReturnType<typeof columnAt>, character: number] {
  const header: SampledRecord | undefined = cut.sample[findHeaderRow(cut.sample)]
  let record = readRecord(text, cut.start, cut.line, cut.delimiter, position)
  const lineAt = countingLines(text, cut.start, cut.line)
  while (record.end < position) record = readRecord(text, record.end, 0, cut.delimiter, position)
  const next = record.lineEnd === '' ? record.cells.length - 1 : 0
  const lineStart = Math.max(text.lastIndexOf('\n', position - 1), text.lastIndexOf('\r', position - 1)) + 1
  return [lineAt(position), columnAt(header?.cells ?? [], next), position - lineStart + 1]
}
