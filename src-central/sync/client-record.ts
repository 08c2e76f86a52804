import type { Session } from '../store/store.ts'
import type { Bearer } from '../people/bearer.ts'

export interface ClientRecord {
  readonly lastSeq: number
  readonly lastCommand: string | null
}

/** Locks what the server knows of a desk until the push is done; makes it known first where it is new. */
export async function lockClient(session: Session, bearer: Bearer, programVersion: string, now: string): Promise<ClientRecord> {
  const [client] = await session.query<ClientRecord>(
    `INSERT INTO "sync_client" ("clientId", "personId", "programVersion", "seenAt") VALUES ($1, $2, $3, $4)
     ON CONFLICT ("tenantId", "clientId") DO UPDATE SET "personId" = excluded."personId", "programVersion" = excluded."programVersion", "seenAt" = excluded."seenAt"
     RETURNING "lastSeq", "lastCommand"`,
    [bearer.clientId, bearer.personId, programVersion, now],
  )
  if (client === undefined) throw new Error('a client that was just written is not there')
  return client
}

export async function lastSeqOf(session: Session, clientId: string): Promise<number> {
  const [client] = await session.query<Pick<ClientRecord, 'lastSeq'>>('SELECT "lastSeq" FROM "sync_client" WHERE "clientId" = $1', [clientId])
  return client?.lastSeq ?? 0
}

export async function advanceClient(session: Session, clientId: string, lastSeq: number, lastCommand: string): Promise<void> {
  await session.query('UPDATE "sync_client" SET "lastSeq" = $2, "lastCommand" = $3 WHERE "clientId" = $1', [clientId, lastSeq, lastCommand])
}
