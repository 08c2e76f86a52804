import type { RecordedChange } from './journal.table.ts'

/** The rows that a recorded change touched. */
export function idsOf(change: RecordedChange): readonly string[] {
  return change.kind === 'remove' ? change.rows.map((row) => String(row[change.columns.indexOf('id')])) : change.ids
}

/** Smallest and greatest id of all: by them the journal finds a record's history. */
export function idRange(changes: readonly RecordedChange[]): [string | null, string | null] {
  let first: string | null = null
  let last: string | null = null
  for (const change of changes) {
    for (const id of idsOf(change)) {
      if (first === null || id < first) first = id
      if (last === null || id > last) last = id
    }
  }
  return [first, last]
}
