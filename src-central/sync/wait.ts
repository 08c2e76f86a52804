import type { Central } from '../central.ts'
import type { Bearer } from '../people/bearer.ts'
import { readStanding, scopesMark } from '../people/standing.ts'
import { openCursor, type Cursor } from './cursor.ts'

const LONGEST_MS = 25_000
/** How soon the news of another process on the same database is heard. */
const LOOK_EVERY_MS = 1_000

export interface WaitOptions {
  readonly longestMs?: number
  /** The asker has hung up. */
  readonly signal?: AbortSignal
}

/** Answers as soon as something the caller may see is newer than the cursor; after a while, that nothing is. */
export async function wait(central: Central, bearer: Bearer, cursorText: string | null, { longestMs = LONGEST_MS, signal }: WaitOptions = {}): Promise<{ changed: boolean }> {
  const cursor = cursorText === null ? null : openCursor(central.seal, bearer, cursorText)
  const end = performance.now() + longestMs
  let seen = cursor?.v ?? 0
  for (;;) {
    const news = central.news.wait(bearer.tenantId, Math.max(0, Math.min(LOOK_EVERY_MS, end - performance.now())), signal)
    const found = await look(central, bearer, cursor, seen)
    if (found.changed) return { changed: true }
    seen = found.v
    await news
    if (signal?.aborted === true || performance.now() >= end) return { changed: false }
  }
}

async function look(central: Central, bearer: Bearer, cursor: Cursor | null, seen: number): Promise<{ changed: boolean; v: number }> {
  return central.store.transaction({ tenantId: bearer.tenantId, snapshot: true }, async (session) => {
    const { scopes, version: { epoch, v, floor } } = await readStanding(session, bearer)
    if (cursor === null || cursor.epoch !== epoch || cursor.v > v || cursor.v < floor || cursor.scopes !== scopesMark(scopes)) return { changed: true, v }
    if (v === seen) return { changed: false, v }
    if (scopes === 'all') return { changed: true, v }
    const changes = await session.query('SELECT 1 FROM "sync_change" WHERE "v" > $1 AND "scopes" && $2::text[] LIMIT 1', [seen, scopes])
    return { changed: changes.length > 0, v }
  })
}
