import type { JsonValue } from '#shared/foundation/json.ts'
import { batches } from '#shared/journal/batch.table.ts'
import { codeColumn, codedValue } from '#shared/journal/coded-column.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { journal, type RecordedChange } from '#shared/journal/journal.table.ts'
import { hostCapability } from '../operations/capability.ts'
import { selectRows } from '../workspace/rows.ts'
import { recoverBatches, undoBatch } from './undo-batch.ts'

export const journalHost = hostCapability(
  journalContract,
  {
    history: ({ id, limit }, { db }) => {
      const entries = selectRows(db, journal, 'WHERE "firstId" <= ? AND "lastId" >= ? AND instr("changes", ?) > 0 ORDER BY "_row" DESC LIMIT ?', id, id, id, limit)
      const concerning = entries.map(({ id: entry, command, actorId, actorName, at, batchId, undoneBy, notes, changes }) => ({
        id: entry,
        command,
        actorId,
        actorName,
        at,
        batchId,
        undoneBy,
        notes: notes.filter((note) => note.about === undefined || note.about === id),
        changes: changes.flatMap((change) => about(change, id)),
      }))
      // The id also stands in other records' values: that is their history.
      return concerning.filter(({ changes, notes }) => changes.length > 0 || notes.some((note) => note.about === id))
    },
    batches: ({ limit }, { db }) => selectRows(db, batches, 'ORDER BY "_row" DESC LIMIT ?', limit),
  },
  { undoBatch: ({ id }, context) => undoBatch(id, context), recover: (_, context) => recoverBatches(context) },
)

/** The part of a change that concerns one record. */
function about(change: RecordedChange, id: string): readonly RecordedChange[] {
  if (change.kind === 'remove') {
    const rows = change.rows.filter((row) => row[change.columns.indexOf('id')] === id)
    return rows.length === 0 ? [] : [{ ...change, rows }]
  }
  const position = change.ids.indexOf(id)
  if (position < 0) return []
  if (change.kind === 'insert') return [{ ...change, ids: [id], ...(change.rows === undefined ? {} : { rows: change.rows.slice(position, position + 1) }) }]
  const only = (columns: typeof change.before) => columns.map((column) => codeColumn([codedValue(column, position) satisfies JsonValue]))
  return [{ ...change, ids: [id], before: only(change.before), after: only(change.after) }]
}
