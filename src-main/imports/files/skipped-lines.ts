import type { ImportError, ImportNotice } from '#shared/imports/import-errors.ts'
import type { KnownHeader } from '#shared/imports/known-headers.ts'
import { dataAbove, holdsSeveral } from './find-header-row.ts'

interface Record {
  readonly cells: readonly string[]
  readonly line: number
}

/** What stands above the header: a notice of all of it, and a refusal of each line that holds data. */
export function skippedLines(sample: readonly Record[], headerIndex: number, from: number, isKnown: KnownHeader | undefined): { readonly notices: readonly ImportNotice[]; readonly refused: readonly ImportError[] } {
  if (headerIndex <= 0) return { notices: [], refused: [] }
  const rows = sample.slice(0, headerIndex).filter(({ cells }) => holdsSeveral(cells)).length
  const refused = dataAbove(sample, headerIndex, isKnown).map(({ line }) => ({ code: 'import.row-above-header' as const, line, column: null, data: {} }))
  return { notices: [{ code: 'import.lines-skipped', line: from, column: null, data: { from, to: sample[headerIndex]!.line - 1, rows } }], refused }
}
