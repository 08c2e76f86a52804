import { z } from 'zod'
import { RefusedError } from '#shared/foundation/outcome.ts'
import type { Role } from '#shared/people/role.ts'
import type { Central } from '../central.ts'
import { newId } from '../foundation/new-id.ts'
import { suspended } from '../people/bearer.ts'
import { standingOf } from '../people/standing.ts'
import { JournalBook } from '../store/journal-book.ts'
import type { Session, Store } from '../store/store.ts'
import { CommandDesk, NeedsSavepoints } from './command-desk.ts'

export const quarantinedSchema = z.object({ id: z.string(), name: z.string(), person: z.string(), email: z.string(), at: z.string(), issuedAt: z.string(), programVersion: z.string(), attempts: z.int(), error: z.string(), input: z.json() })
type Quarantined = z.output<typeof quarantinedSchema>

/** Commands that are set aside and about which nothing was decided yet, the oldest first. */
export async function listQuarantined(store: Store, tenantId: string): Promise<Quarantined[]> {
  const rows = await store.transaction({ tenantId, snapshot: true }, (session) => session.query<Omit<Quarantined, 'input'> & { input: string }>(
    `SELECT q."id", q."name", p."name" AS "person", p."email", q."at", q."issuedAt", q."programVersion", q."attempts", q."error", q."input"
     FROM "sync_quarantine" q JOIN "person" p ON p."id" = q."personId" WHERE q."closedAt" IS NULL ORDER BY q."at", q."clientId", q."seq"`,
  ))
  return rows.map((row) => ({ ...row, input: z.json().parse(JSON.parse(row.input)) }))
}

/**
 * Gives a command again that was set aside: as a new one of the same person, with what he may do now. The journal has it then, and
 * the quarantine says under which id. What is refused, or breaks again, stays set aside.
 * @returns the id of the new command
 */
export async function retryQuarantined(central: Central, tenantId: string, id: string): Promise<string> {
  const { store, registry, log, news } = central
  const again = newId()
  await store.transaction({ tenantId }, async (session) => {
    await session.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [tenantId])
    const now = central.clock()
    const kept = await find(session, id)
    const { clientId, personId, seq, name, version, issuedAt, batchId, programVersion } = kept
    if (kept.suspendedAt !== null) throw suspended()
    const standing = await standingOf(session, personId, { ...kept, name: kept.person })
    const bearer = { tenantId, personId, clientId, deviceId: '' }
    const desk = new CommandDesk({ session, registry, book: new JournalBook(session), known: new Map(), bearer, standing, programVersion, now, care: 'together', log })
    const result = await desk.answer({ id: again, seq, previous: null, name, version, input: z.json().parse(JSON.parse(kept.input)), issuedAt, batchId })
    if ('stop' in result) throw new RefusedError('sync.unsupported', 'this program does not know the command')
    if (result.status !== 'applied') throw new RefusedError(result.code ?? 'internal', result.message ?? '', result.details)
    await desk.finish()
    await close(session, kept, { now, because: 'given again', retriedAs: again })
  }).catch((error: unknown) => {
    throw error instanceof NeedsSavepoints ? new RefusedError('quarantine.still-broken', String(error.cause), { error: String(error.cause).slice(0, 500) }) : error
  })
  news.announce(tenantId)
  return again
}

/** Nothing more is done about the command; its text stays, with the reason. */
export async function dropQuarantined({ store, clock }: Central, tenantId: string, id: string, reason: string): Promise<void> {
  await store.transaction({ tenantId }, async (session) => close(session, await find(session, id), { now: clock(), because: reason, retriedAs: null }))
}

interface Kept {
  readonly clientId: string
  readonly seq: number
  readonly name: string
  readonly version: number
  readonly personId: string
  readonly input: string
  readonly issuedAt: string
  readonly batchId: string | null
  readonly programVersion: string
  readonly person: string
  readonly role: Role
  readonly territories: readonly string[]
  readonly suspendedAt: string | null
}

async function find(session: Session, id: string): Promise<Kept> {
  const [kept] = await session.query<{ [K in keyof Kept]: Kept[K] }>(
    `SELECT q."clientId", q."seq", q."name", q."version", q."personId", q."input", q."issuedAt", q."batchId", q."programVersion", p."name" AS "person", p."role", p."territories", p."suspendedAt"
     FROM "sync_quarantine" q JOIN "person" p ON p."id" = q."personId" WHERE q."id" = $1 AND q."closedAt" IS NULL ORDER BY q."at" LIMIT 1 FOR UPDATE OF q`,
    [id],
  )
  if (kept === undefined) throw new RefusedError('quarantine.not-found', 'no such command is set aside')
  return kept
}

async function close(session: Session, { clientId, seq }: Kept, { now, because, retriedAs }: { now: string; because: string; retriedAs: string | null }): Promise<void> {
  await session.query('UPDATE "sync_quarantine" SET "closedAt" = $3, "closedBecause" = $4, "retriedAs" = $5 WHERE "clientId" = $1 AND "seq" = $2', [clientId, seq, now, because, retriedAs])
}
