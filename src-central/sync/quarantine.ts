import type { SentCommand } from '#shared/sync/messages.ts'
import type { Bearer } from '../people/bearer.ts'
import type { Session } from '../store/store.ts'

export interface Breakdown {
  readonly command: SentCommand
  readonly error: unknown
  readonly attempts: number
}

/** Keeps a command that broke the server, with all that is needed to find out why and to give it again. */
export async function quarantine(session: Session, bearer: Bearer, programVersion: string, now: string, { command, error, attempts }: Breakdown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error)
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  await session.query(
    `INSERT INTO "sync_quarantine" ("clientId", "seq", "id", "name", "version", "personId", "input", "issuedAt", "at", "programVersion", "attempts", "error", "stack", "batchId")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [bearer.clientId, command.seq, command.id, command.name, command.version, bearer.personId, JSON.stringify(command.input), command.issuedAt, now, programVersion, attempts, message.slice(0, 4000), stack.slice(0, 8000), command.batchId],
  )
}
