import type Database from 'better-sqlite3'
import { setTriggers } from './shadow-sql.ts'
import { readSyncRow } from './sync-row.ts'
import { setAsideUnsent } from './refused-commands.ts'

export interface LocalTable {
  readonly name: string
  /** The column that numbers its rows. */
  readonly number: string
}

/** What no server has: the commands on their way, those that wait for a person, and the link itself. */
export const salvagedTables: readonly LocalTable[] = [{ name: '_sync', number: 'one' }, { name: '_outbox', number: 'seq' }, { name: '_refused', number: '_row' }]

export function localColumns(db: Database.Database, table: string): readonly string[] {
  return db.prepare('SELECT "name" FROM pragma_table_info(?)').pluck().all(table) as string[]
}

/**
 * Makes what was saved fit together again. Whose rows are the server's is not known any more, so all are fetched anew;
 * a gap in the outbox shows as a fork, and what follows it goes on under another identity. Without the link, what was not
 * sent waits for the person.
 */
export function afterRescue(db: Database.Database): void {
  db.transaction(() => {
    const link = readSyncRow(db)
    for (const table of ['_shadow', '_inbox', '_parked']) db.prepare(`DELETE FROM "${table}"`).run()
    if (link?.connected === true) {
      const last = db.prepare('SELECT "seq", "id" FROM "_outbox" ORDER BY "seq" DESC LIMIT 1').get() as { seq: number; id: string } | undefined
      db.prepare('UPDATE "_sync" SET "capture" = 1, "cursor" = NULL, "requestId" = "requestId" + 1').run()
      if (last !== undefined && last.seq >= link.nextSeq) db.prepare('UPDATE "_sync" SET "nextSeq" = ?, "lastId" = ?').run(last.seq + 1, last.id)
    } else {
      setAsideUnsent(db)
      db.prepare('DELETE FROM "_outbox"').run()
    }
    setTriggers(db, link?.connected === true)
  }).immediate()
}
