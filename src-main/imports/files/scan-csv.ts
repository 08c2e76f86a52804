import { importFailure, type ImportColumn, type ImportError, type ImportResult } from '#shared/imports/import-errors.ts'
import { countLineEnds, readRecord } from './sample-records.ts'

export interface CsvShape {
  readonly columns: readonly string[]
  readonly delimiter: string
  /** What ends a row; '\n' also takes '\r\n'. */
  readonly lineEnd: '\n' | '\r'
  /** Where the first row after the header starts, and on which physical line. */
  readonly start: number
  readonly line: number
}

export interface CsvLimits {
  readonly maximumRows: number
  readonly maximumCellCharacters: number
}

export interface ScannedCsv {
  readonly rows: string[][]
  /** Where each row starts in the text. */
  readonly starts: number[]
  readonly refused: ImportError[]
}

type CellProblem = 'import.stray-quote' | 'import.mixed-line-ends' | 'import.cell-too-long'

const QUOTE = 34
const LINE_FEED = 10
const RETURN = 13
const SPACE = 32
const TAB = 9

/**
 * Strict and in one pass: every row has the header's width or is named in `refused`, and nothing is dropped but empty lines.
 * Where the next delimiter, quote and line end are is looked up once and kept until passed: that makes the check of the width free.
 */
export function scanCsv(text: string, shape: CsvShape, limits: CsvLimits): ImportResult<ScannedCsv> {
  const { columns, delimiter, lineEnd } = shape
  const { maximumCellCharacters } = limits
  const delimiterCode = delimiter.charCodeAt(0)
  const lineEndCode = lineEnd.charCodeAt(0)
  const otherLineEnd = otherLineEndOf(text, lineEnd)
  const last = columns.length - 1
  const end = text.length
  const template = columns.map(() => '')

  const rows: string[][] = []
  const starts: number[] = []
  const refused: ImportError[] = []
  const lineAt = countingLines(text, shape.start, shape.line)

  let position = shape.start
  let nextDelimiter = -1
  let nextLineEnd = -1
  let nextQuote = -1

  while (position < end) {
    const start = position
    const row = template.slice()
    let column = 0
    let closed = false
    let problem: CellProblem | null = null
    if (nextQuote < position && (nextQuote = text.indexOf('"', position)) === -1) nextQuote = end
    if (nextLineEnd < position && (nextLineEnd = text.indexOf(lineEnd, position)) === -1) nextLineEnd = end

    if (nextQuote > nextLineEnd) {
      const stop = text.charCodeAt(nextLineEnd - 1) === RETURN && lineEndCode === LINE_FEED && nextLineEnd > start ? nextLineEnd - 1 : nextLineEnd
      for (; column < last; column++) {
        if (nextDelimiter < position && (nextDelimiter = text.indexOf(delimiter, position)) === -1) nextDelimiter = end
        if (nextDelimiter >= stop) break
        row[column] = text.slice(position, nextDelimiter)
        position = nextDelimiter + 1
      }
      if (nextDelimiter < position && (nextDelimiter = text.indexOf(delimiter, position)) === -1) nextDelimiter = end
      row[column] = text.slice(position, stop)
      closed = nextDelimiter >= stop
      position = nextLineEnd + 1
      if (otherLineEnd !== null && row.some((cell) => cell.includes(otherLineEnd))) problem = 'import.mixed-line-ends'
      else if (stop - start > maximumCellCharacters && row.some((cell) => cell.length > maximumCellCharacters)) problem = 'import.cell-too-long'
    } else {
      for (;;) {
        let quote = position
        let code = text.charCodeAt(position)
        if (code === SPACE || code === TAB) while ((code === SPACE || code === TAB) && code !== delimiterCode) code = text.charCodeAt(++quote)
        let cell: string
        if (code === QUOTE) {
          let closing = text.indexOf('"', quote + 1)
          let doubled = false
          while (closing !== -1 && text.charCodeAt(closing + 1) === QUOTE) {
            doubled = true
            closing = text.indexOf('"', closing + 2)
          }
          if (closing === -1) return importFailure('import.unclosed-quote', {}, lineAt(quote), columnAt(columns, column))
          cell = text.slice(quote + 1, closing)
          if (doubled) cell = cell.replaceAll('""', '"')
          position = closing + 1
          code = text.charCodeAt(position)
          while ((code === SPACE || code === TAB) && code !== delimiterCode) code = text.charCodeAt(++position)
          if (code === RETURN && lineEndCode === LINE_FEED && text.charCodeAt(position + 1) === LINE_FEED) code = text.charCodeAt(++position)
          closed = code === lineEndCode || position >= end
          if (code !== delimiterCode && !closed) problem = 'import.stray-quote'
        } else {
          if (nextDelimiter < position && (nextDelimiter = text.indexOf(delimiter, position)) === -1) nextDelimiter = end
          if (nextLineEnd < position && (nextLineEnd = text.indexOf(lineEnd, position)) === -1) nextLineEnd = end
          closed = nextLineEnd <= nextDelimiter
          const stop = closed ? nextLineEnd : nextDelimiter
          const bare = closed && lineEndCode === LINE_FEED && stop > position && text.charCodeAt(stop - 1) === RETURN ? stop - 1 : stop
          cell = text.slice(position, bare)
          position = stop
          if (otherLineEnd !== null && cell.includes(otherLineEnd)) problem = 'import.mixed-line-ends'
        }
        if (cell.length > maximumCellCharacters) problem ??= 'import.cell-too-long'
        row[column] = cell
        position++
        if (closed || problem !== null || column === last) break
        column++
      }
    }

    if (problem === null && closed && column === last) {
      if (row[0] === '' && row.every((cell) => cell === '')) continue
      if (rows.length === limits.maximumRows) return importFailure('import.too-many-rows', { limit: limits.maximumRows }, lineAt(start))
      rows.push(row)
      starts.push(start)
      continue
    }

    // Not the table's shape: read it again without expectations, to say what it is and where the next one starts.
    const record = readRecord(text, start, 0, delimiter)
    position = record.end
    if (record.unclosed !== null) return importFailure('import.unclosed-quote', {}, lineAt(start), columnAt(columns, record.unclosed))
    const found = record.cells.length
    const extra = record.cells.slice(columns.length)
    if (problem !== null) {
      const tooLong = record.cells.findIndex((cell) => cell.length > maximumCellCharacters)
      const at = problem === 'import.cell-too-long' ? tooLong : (record.stray ?? found - 1)
      refused.push({ code: problem, line: lineAt(start), column: columnAt(columns, at), data: problem === 'import.cell-too-long' ? { limit: maximumCellCharacters } : {} })
    } else if (extra.length > 0 && extra.every((cell) => cell.trim() === '')) {
      if (record.cells.every((cell) => cell.trim() === '')) continue
      rows.push(record.cells.slice(0, columns.length))
      starts.push(start)
    } else if (found > 1 || record.cells[0]!.trim() !== '') {
      refused.push({ code: 'import.ragged-row', line: lineAt(start), column: columnAt(columns, Math.min(found, last)), data: { expected: columns.length, found } })
    }
  }
  return { ok: true, value: { rows, starts, refused } }
}

/** The line end that this text does not use for its rows but that occurs all the same; outside quotes it makes a cell unreadable. */
function otherLineEndOf(text: string, lineEnd: '\n' | '\r'): string | null {
  if (lineEnd === '\r') return text.includes('\n') ? '\n' : null
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) if (text.charCodeAt(at + 1) !== LINE_FEED) return '\r'
  return null
}

export function columnAt(columns: readonly string[], index: number): ImportColumn {
  return { index: index + 1, name: columns[index] ?? '' }
}

/** Physical line of a position; positions must be asked in rising order, which makes the whole file one count. */
export function countingLines(text: string, start: number, line: number): (position: number) => number {
  let at = start
  let counted = line
  return (position) => {
    counted += countLineEnds(text, at, position)
    at = position
    return counted
  }
}
