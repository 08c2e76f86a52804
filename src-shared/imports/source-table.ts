import type { ImportError, ImportNotice } from './import-errors.ts'

/** How the file was read: shown to the person before anything is imported. */
export type SourceFormat =
  | {
      readonly kind: 'csv'
      readonly encoding: string
      /** 0 to 1; below CERTAIN_ENOUGH (source-encodings.ts) a person should look at the preview. */
      readonly encodingConfidence: number
      readonly encodingAlternatives: readonly string[]
      readonly delimiter: string
      readonly delimiterConfidence: number
    }
  | { readonly kind: 'xlsx'; readonly sheet: string; readonly sheets: readonly string[] }

/**
 * A file as text cells. Column names are unique and never empty; rows hold exactly one cell a column.
 * Rows that could not be read are not in `rows` but in `refused`, each naming its line and column.
 */
export interface SourceTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly format: SourceFormat
  /** Physical line (from 1) of the header and of a row of `rows`. */
  readonly headerLine: number
  readonly lineOf: (rowIndex: number) => number
  readonly refused: readonly ImportError[]
  readonly notices: readonly ImportNotice[]
}
