import { KeptMatcher } from '#shared/matching/kept-matcher.ts'
import type { Session } from './store.ts'

/** How many a process keeps: those of the tenants that asked last. */
const MOST = 32
const kept = new Map<string, KeptMatcher>()

/** What the process keeps to match a tenant's companies with; whoever asks brings it in step with what its transaction sees. */
export async function keptMatcher(session: Session, name: string): Promise<KeptMatcher> {
  const [tenant] = await session.query<{ id: string }>(`SELECT current_setting('app.tenant', true) AS "id"`)
  const key = `${tenant?.id ?? ''} ${name}`
  const matcher = kept.get(key) ?? new KeptMatcher()
  kept.delete(key)
  kept.set(key, matcher)
  for (const [oldest] of [...kept].slice(0, Math.max(0, kept.size - MOST))) kept.delete(oldest)
  return matcher
}
