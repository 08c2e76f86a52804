import type Database from 'better-sqlite3'
import { createCommandRunner } from '#main/workspace/run-command.ts'
import { encodeValue, quoted, selectRows } from '#main/workspace/rows.ts'
import type { Outcome } from '#shared/foundation/outcome.ts'
import type { Table } from '#shared/foundation/table.ts'
import { LOCAL } from '#shared/journal/actors.ts'
import { nextId } from './builders/sequential-id.ts'
import { commandOf, NOW, type Desk } from './desk.ts'

/** Writes rows as they are, past every command and the journal. */
export function putRows<R extends object>(db: Database.Database, table: Table<R>, rows: readonly R[]): void {
  const statement = db.prepare(`INSERT INTO "${table.name}" (${quoted(table.columnNames)}) VALUES (${table.columnNames.map(() => '?').join(', ')})`)
  db.transaction(() => {
    for (const row of rows) statement.run(...table.columnNames.map((name) => encodeValue(table, name, (row as Record<string, unknown>)[name])))
  })()
}

/** Commands as the workspace runs them, on a file that is open for writing. */
export function sqliteDesk(db: Database.Database): Desk {
  const runner = createCommandRunner(db)
  return {
    async put(table, ...rows) {
      putRows(db, table, rows)
    },
    async run(operation, input, { id = nextId(), batchId, actor = LOCAL, now = NOW } = {}) {
      const { outcome } = runner.run(commandOf(operation), { id, input: operation.input.parse(input), actor, now, batchId: batchId ?? null })
      return (outcome.ok ? { ok: true, value: operation.output.parse(outcome.value) } : outcome) as Outcome<never>
    },
    async row(table, id) {
      return selectRows(db, table, 'WHERE "id" = ?', id)[0]
    },
    async rows(table) {
      return selectRows(db, table, 'ORDER BY "id"')
    },
  }
}
