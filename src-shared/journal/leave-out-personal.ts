import type { Table } from '../foundation/table.ts'
import type { RecordedChange } from './journal.table.ts'

/** A change as the journal keeps it: that a personal column was written may be read there, never what. */
export function leaveOutPersonal(change: RecordedChange, { options: { personal } }: Table): RecordedChange {
  if (personal === undefined || change.columns === undefined) return change
  const { columns } = change
  const isKept = (_: unknown, at: number): boolean => !personal.includes(columns[at] ?? '')
  const kept = columns.filter(isKept)
  switch (change.kind) {
    case 'update':
      return { ...change, columns: kept, before: change.before.filter(isKept), after: change.after.filter(isKept) }
    case 'insert':
      return { ...change, columns: kept, rows: change.rows?.map((row) => row.filter(isKept)) ?? [] }
    case 'remove':
      return { ...change, columns: kept, rows: change.rows.map((row) => row.filter(isKept)) }
  }
}
