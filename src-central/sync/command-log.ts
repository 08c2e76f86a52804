import { createHash } from 'node:crypto'
import type { JsonValue } from '#shared/foundation/json.ts'
import type { CommandResult, SentCommand } from '#shared/sync/messages.ts'
import type { Bearer } from '../people/bearer.ts'
import type { Session } from '../store/store.ts'

interface StoredResult {
  readonly seq: number
  readonly id: string
  readonly status: CommandResult['status']
  readonly code: string | null
  readonly message: string | null
  readonly details: string | null
}

export interface KnownCommand extends StoredResult {
  readonly name: string
  readonly personId: string
  readonly inputHash: string
}

const RESULT = '"seq", "id", "status", "code", "message", "details"'

export function asResult({ seq, id, status, code, message, details }: StoredResult): CommandResult {
  return { seq, id, status, code, message, details: details === null ? null : (JSON.parse(details) as JsonValue) as CommandResult['details'] }
}

/** The answers this desk has had to commands with these numbers. */
export async function resultsBySeq(session: Session, clientId: string, seqs: readonly number[]): Promise<ReadonlyMap<number, CommandResult>> {
  if (seqs.length === 0) return new Map()
  const rows = await session.query<StoredResult>(`SELECT ${RESULT} FROM "sync_command" WHERE "clientId" = $1 AND "seq" = ANY($2::bigint[])`, [clientId, seqs])
  return new Map(rows.map((row) => [row.seq, asResult(row)]))
}

/** Of the commands after `acknowledged`, those that were not applied. */
export async function unappliedResults(session: Session, clientId: string, acknowledged: number): Promise<readonly CommandResult[]> {
  const rows = await session.query<StoredResult>(`SELECT ${RESULT} FROM "sync_command" WHERE "clientId" = $1 AND "seq" > $2 AND "status" <> 'applied' ORDER BY "seq"`, [clientId, acknowledged])
  return rows.map(asResult)
}

/** Commands that were given before with these ids, by whatever desk: a copied desk sends its original's again under new numbers. */
export async function commandsById(session: Session, ids: readonly string[]): Promise<ReadonlyMap<string, KnownCommand>> {
  if (ids.length === 0) return new Map()
  const rows = await session.query<KnownCommand>(`SELECT ${RESULT}, "name", "personId", "inputHash" FROM "sync_command" WHERE "id" = ANY($1::text[])`, [ids])
  return new Map(rows.map((row) => [row.id, row]))
}

export function hashInput(input: unknown): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('base64url')
}

/** Keeps the answers, all in one statement. */
export async function recordResults(session: Session, bearer: Bearer, now: string, answered: readonly { readonly command: SentCommand; readonly result: CommandResult }[]): Promise<void> {
  if (answered.length === 0) return
  const columns = answered.map(({ command, result }) => [command.seq, command.id, command.name, command.version, hashInput(command.input), command.issuedAt, result.status, result.code, result.message, result.details === null ? null : JSON.stringify(result.details)])
  const column = (at: number): unknown[] => columns.map((row) => row[at])
  await session.query(
    `INSERT INTO "sync_command" ("clientId", "personId", "receivedAt", "seq", "id", "name", "version", "inputHash", "issuedAt", "status", "code", "message", "details")
     SELECT $1, $2, $3, * FROM unnest($4::bigint[], $5::text[], $6::text[], $7::bigint[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[])`,
    [bearer.clientId, bearer.personId, now, ...Array.from({ length: 10 }, (_, at) => column(at))],
  )
}
