import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import type { Command } from '#shared/foundation/command.ts'
import { journal } from '#shared/journal/journal.table.ts'
import { tables } from '#shared/tables.ts'
import { openForWriting, WORKSPACE_FILE } from '../workspace/open.ts'
import { quoted } from '../workspace/rows.ts'
import { createCommandRunner } from '../workspace/run-command.ts'
import { replaceWorkspace } from '../workspace/swap.ts'
import { endPull, isCopy } from './apply-pull.ts'
import { incomingFolder } from './incoming.ts'
import { Outbox } from './outbox.ts'
import { renumberFromOne } from './outgoing-commands.ts'
import { pullProgress } from './pull-progress.ts'
import { salvagedTables } from './rescue-sync.ts'
import { setTriggers } from './shadow-sql.ts'
import { readLink } from './sync-row.ts'
import type { CompletePull } from './sync-store.ts'
import { isSynced, sharedRow } from './synced-tables.ts'

const OUTGOING = 'outgoing'

/**
 * Gives the sealed incoming workspace what is this desk's own: its link, its outbox, its refused commands, its personal rows;
 * and does the pending commands again on the server's rows. One transaction, and nothing of the desk's own file is changed.
 * @returns whether it may take the desk's place: not when the pull is of yesterday, or another desk goes by this one's identity
 */
export function fillIncoming(db: Database.Database, directory: string, pull: CompletePull, commands: ReadonlyMap<string, Command>, newId: () => string): boolean {
  if (readLink(db)?.requestId !== pull.requestId) return false
  if (isCopy(db, pull)) {
    db.transaction(() => {
      renumberFromOne(db, newId())
    }).immediate()
    return false
  }
  const incoming = openForWriting(incomingFolder(directory))
  try {
    incoming.prepare('ATTACH ? AS "here"').run(join(directory, WORKSPACE_FILE))
    incoming.transaction(() => {
      pullProgress.forget(incoming)
      copyOwn(incoming)
      setTriggers(incoming, true)
      const outbox = new Outbox(incoming)
      endPull({ db: incoming, outbox, runner: createCommandRunner(incoming, outbox), commands, newId }, pull)
    }).immediate()
    incoming.exec('DETACH "here"')
    return true
  } finally {
    incoming.close()
  }
}

/** Removes what a crash has left of the workspace that another has taken the place of. */
export function clearOutgoing(directory: string): void {
  for (const name of readdirSync(directory)) if (name.startsWith(OUTGOING)) rmSync(join(directory, name), { recursive: true, force: true })
}

/** Puts the incoming workspace in the desk's place. Nobody may have the desk's file open. A crash leaves the one or the other. */
export function takePlace(directory: string): void {
  if (existsSync(join(incomingFolder(directory), `${WORKSPACE_FILE}-wal`))) throw new Error('the incoming workspace was not closed')
  replaceWorkspace(directory, OUTGOING, (draft) => {
    renameSync(join(incomingFolder(directory), WORKSPACE_FILE), join(draft, WORKSPACE_FILE))
  })
  rmSync(incomingFolder(directory), { recursive: true, force: true })
  clearOutgoing(directory)
}

function copyOwn(db: Database.Database): void {
  const personal = tables.filter((table) => !isSynced(table)).map(({ name }) => name)
  for (const name of [...salvagedTables.map((table) => table.name), ...personal]) {
    const columns = quoted(db.prepare('SELECT "name" FROM pragma_table_info(?)').pluck().all(name) as string[])
    db.prepare(`DELETE FROM "${name}"`).run()
    db.prepare(`INSERT INTO "${name}" (${columns}) SELECT ${columns} FROM "here"."${name}"`).run()
  }
  const columns = quoted(journal.columnNames)
  db.prepare(`INSERT INTO "journal" (${columns}) SELECT ${columns} FROM "here"."journal" WHERE NOT (${sharedRow(journal)}) ORDER BY "_row"`).run()
}
