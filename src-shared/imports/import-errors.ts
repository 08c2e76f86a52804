import { refused, type Refusal } from '../foundation/outcome.ts'

/**
 * Every reason for which a file, a row or a cell is not imported. `data` of each code:
 * numbers and short texts only, never a whole row, so that a log line cannot leak a customer list.
 */
export const importErrorCodes = [
  // the file as a whole
  'import.file-unreadable', // reason
  'import.file-changed', // reason: grown | shrunk | edited | replaced | deleted
  'import.not-a-file', // kind
  'import.too-large', // bytes, limit
  'import.empty',
  'import.unsupported-format', // format
  'import.cancelled',
  // text
  'import.undecodable', // encoding, character
  'import.null-character',
  'import.unclosed-quote',
  'import.stray-quote',
  'import.mixed-line-ends',
  'import.no-header',
  'import.too-many-columns', // limit
  'import.too-many-rows', // limit
  // a row
  'import.ragged-row', // expected, found
  'import.cell-too-long', // limit
  'import.row-above-header', // data that stands before the column names
  'import.replacement-character', // value: holds U+FFFD, damaged before it reached us
  // workbooks
  'import.archive-damaged', // reason
  'import.archive-encrypted',
  'import.archive-unsafe', // reason
  'import.workbook-unreadable', // reason
  'import.workbook-too-large', // reason
  'import.too-many-cells', // limit
  'import.sheet-missing', // sheet
  'import.timed-out', // seconds
  // a cell
  'import.value-missing',
  'import.value-too-long', // limit
  'import.number-invalid', // value
  'import.number-ambiguous', // value
  'import.number-out-of-range', // value, minimum, maximum
  'import.number-too-precise', // value, decimals
  'import.date-invalid', // value
  'import.date-ambiguous', // value, first, second
  'import.country-unknown', // value
  'import.region-unknown', // value
  'import.region-ambiguous', // value, candidates
  'import.website-invalid', // value
  'import.email-invalid', // value
  'import.phone-invalid', // value
  'import.postcode-invalid', // value
  'import.corporate-number-invalid', // value
  'import.choice-unknown', // value
] as const
export type ImportErrorCode = (typeof importErrorCodes)[number]

/** Things the reader put right by itself and shows all the same. */
export const importNoticeCodes = [
  'import.duplicate-header', // name: the name the column was given instead
  'import.empty-header', // name
  'import.lines-skipped', // from, to: physical lines before the header; rows: how many of them hold several values
  'import.replacement-character', // the first place that holds U+FFFD
  'import.encoding-uncertain', // encoding, alternatives, percent
  'import.companion-read', // file, kind: accounts | products | teams, rows
  'import.companion-unknown', // file
  'import.product-read-as', // written, product, rows
  'import.stage-read-as', // written, stage, rows
  'import.amount-from-list-price', // rows
  'import.deal-overlaps', // company, others
  'import.partners-active', // rows
] as const
export type ImportNoticeCode = (typeof importNoticeCodes)[number]

export type ImportErrorData = Readonly<Record<string, string | number | boolean | null>>

/** A column of the file: `index` counts from 1 as spreadsheets do. */
export interface ImportColumn {
  readonly index: number
  readonly name: string
}

/** `line` is the physical line of the file, from 1 (for workbooks: the row of the sheet); null where the whole file is meant. */
interface Located {
  readonly line: number | null
  readonly column: ImportColumn | null
  readonly data: ImportErrorData
}

export interface ImportError extends Located {
  readonly code: ImportErrorCode
}

export interface ImportNotice extends Located {
  /** A notice's own, or the reason for which a line of a file beside this one was left out. */
  readonly code: string
}

export type ImportResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ImportError }

export function importFailure(
  code: ImportErrorCode,
  data: ImportErrorData = {},
  line: number | null = null,
  column: ImportColumn | null = null,
): { readonly ok: false; readonly error: ImportError } {
  return { ok: false, error: { code, line, column, data } }
}

/** The same reason in the shape that operations answer with. */
export function importRefusal(error: ImportError): Refusal {
  const place = [error.line === null ? '' : `line ${error.line}`, error.column === null ? '' : `column ${error.column.index}`].filter(Boolean).join(', ')
  return refused(error.code, place === '' ? 'The file cannot be imported.' : `The file cannot be imported: ${place}.`, {
    line: error.line,
    column: error.column === null ? null : { ...error.column },
    data: { ...error.data },
  }).error
}
