import type Database from 'better-sqlite3'
import { commandOperations } from '#shared/capabilities.ts'
import type { JsonValue } from '#shared/foundation/json.ts'
import { presentInput } from '#shared/foundation/up-cast.ts'
import type { CommandResult } from '#shared/sync/messages.ts'
import { refusedCommandSchema, type RefusedCommand } from '#shared/sync/sync.contract.ts'

const COLUMNS = '"id", "command", "version", "input", "issuedAt", "status", "code", "message", "details", "batchId"'

interface RefusedRow extends Omit<RefusedCommand, 'input' | 'details'> {
  readonly version: number
  readonly input: string
  readonly details: string
  readonly batchId: string | null
}

/** Keeps for the person what the server did not want, with what was wanted and why not. */
export function setAside(db: Database.Database, seq: number, { status, code, message, details }: CommandResult): void {
  db.prepare(`INSERT OR IGNORE INTO "_refused" ("id", "command", "version", "input", "issuedAt", "batchId", "status", "code", "message", "details")
    SELECT "id", "name", "version", "input", "issuedAt", "batchId", ?, ?, ?, ? FROM "_outbox" WHERE "seq" = ?`)
    .run(status, code ?? 'internal', message ?? '', JSON.stringify(details ?? null), seq)
}

/** What was never sent when the link ended. Rows brought at connecting are still there and need no second chance. */
export function setAsideUnsent(db: Database.Database): void {
  db.prepare(`INSERT OR IGNORE INTO "_refused" ("id", "command", "version", "input", "issuedAt", "batchId", "status", "code", "message", "details")
    SELECT "id", "name", "version", "input", "issuedAt", "batchId", 'refused', 'sync.signed-out', 'this desk signed out before the command was sent', 'null'
    FROM "_outbox" WHERE "state" <> 'acked' AND "state" = 'pending' AND "name" <> 'sync.adopt' ORDER BY "seq"`).run()
}

export function refusedCommands(db: Database.Database): readonly RefusedCommand[] {
  return (db.prepare(`SELECT ${COLUMNS} FROM "_refused" ORDER BY "_row" DESC`).all() as RefusedRow[]).map(decoded)
}

export function refusedCommand(db: Database.Database, id: string): (RefusedCommand & { readonly batchId: string | null }) | undefined {
  const row = db.prepare(`SELECT ${COLUMNS} FROM "_refused" WHERE "id" = ?`).get(id) as RefusedRow | undefined
  if (row === undefined) return undefined
  return { ...decoded(row), batchId: row.batchId }
}

export function dropRefused(db: Database.Database, id: string): boolean {
  return db.prepare('DELETE FROM "_refused" WHERE "id" = ?').run(id).changes > 0
}

/** With the input as the command has it now, so that it can be looked at and given again. */
function decoded({ id, command, version, input, issuedAt, status, code, message, details }: RefusedRow): RefusedCommand {
  const given = JSON.parse(input) as JsonValue
  const operation = commandOperations.get(command)
  const present = operation === undefined ? given : (presentInput(operation, version, given) ?? given)
  return refusedCommandSchema.parse({ id, command, input: present, issuedAt, status, code, message, details: JSON.parse(details) as unknown })
}
