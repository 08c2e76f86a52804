/** One record of a delimited text, however many cells it has. */
export interface SampledRecord {
  readonly cells: readonly string[]
  /** Where it starts in the text, and on which physical line (from 1). */
  readonly start: number
  readonly line: number
  /** Index of the cell whose quote is never closed, or that has text after its closing quote; null for a sound record. */
  readonly unclosed: number | null
  readonly stray: number | null
  /** The line end after it: '' at the end of the text. */
  readonly lineEnd: '' | '\n' | '\r' | '\r\n'
  readonly end: number
}

const QUOTE = 34
const LINE_FEED = 10
const RETURN = 13

/**
 * Reads one record with no expectation of its width: for looking at a file before its shape is known, and for the few rows
 * that do not have the shape. Blanks around a quoted cell are forgiven, other text after its closing quote is not.
 */
export function readRecord(text: string, start: number, line: number, delimiter: string, maximumEnd = text.length): SampledRecord {
  const delimiterCode = delimiter.charCodeAt(0)
  const cells: string[] = []
  let position = start
  let unclosed: number | null = null
  let stray: number | null = null
  for (;;) {
    const quote = skipBlanks(text, position, delimiterCode)
    if (text.charCodeAt(quote) === QUOTE) {
      let closing = text.indexOf('"', quote + 1)
      while (closing !== -1 && text.charCodeAt(closing + 1) === QUOTE) closing = text.indexOf('"', closing + 2)
      if (closing === -1 || closing >= maximumEnd) {
        unclosed ??= cells.length
        closing = maximumEnd
      }
      cells.push(text.slice(quote + 1, closing).replaceAll('""', '"'))
      position = closing < maximumEnd ? skipBlanks(text, closing + 1, delimiterCode) : maximumEnd
      if (position < maximumEnd && !endsCell(text.charCodeAt(position), delimiterCode)) {
        stray ??= cells.length - 1
        while (position < maximumEnd && !endsCell(text.charCodeAt(position), delimiterCode)) position++
      }
    } else {
      const from = position
      while (position < maximumEnd && !endsCell(text.charCodeAt(position), delimiterCode)) position++
      cells.push(text.slice(from, position))
    }
    if (position < maximumEnd && text.charCodeAt(position) === delimiterCode) {
      position++
      continue
    }
    const lineEnd = lineEndAt(text, position, maximumEnd)
    return { cells, start, line, unclosed, stray, lineEnd, end: position + lineEnd.length }
  }
}

/** The first records of a text, blank lines left out, within the first `maximumCharacters`. */
export function sampleRecords(text: string, start: number, line: number, delimiter: string, maximum: number, maximumCharacters: number): SampledRecord[] {
  const end = Math.min(text.length, start + maximumCharacters)
  const records: SampledRecord[] = []
  for (let position = start, at = line; position < end && records.length < maximum; ) {
    const record = readRecord(text, position, at, delimiter, end)
    // The last one is probably cut by the window: it says nothing about the file.
    if (record.end >= end && end < text.length && records.length > 0) break
    if (record.cells.length > 1 || record.cells[0]!.trim() !== '') records.push(record)
    at += countLineEnds(text, position, record.end)
    position = record.end
  }
  return records
}

export function countLineEnds(text: string, from: number, to: number): number {
  let count = 0
  for (let index = from; index < to; index++) {
    const code = text.charCodeAt(index)
    if (code === LINE_FEED || (code === RETURN && text.charCodeAt(index + 1) !== LINE_FEED)) count++
  }
  return count
}

function skipBlanks(text: string, position: number, delimiterCode: number): number {
  let at = position
  for (let code = text.charCodeAt(at); (code === 32 || code === 9) && code !== delimiterCode; code = text.charCodeAt(at)) at++
  return at
}

function endsCell(code: number, delimiterCode: number): boolean {
  return code === delimiterCode || code === LINE_FEED || code === RETURN
}

function lineEndAt(text: string, position: number, maximumEnd: number): SampledRecord['lineEnd'] {
  if (position >= maximumEnd) return ''
  if (text.charCodeAt(position) === LINE_FEED) return '\n'
  return text.charCodeAt(position + 1) === LINE_FEED ? '\r\n' : '\r'
}
