import { renewOldKey } from './people/signing-keys.ts'
import { listTenants } from './people/tenants.ts'
import type { Store } from './store/store.ts'
import { compactChanges } from './sync/compact-changes.ts'

const EVERY_MS = 6 * 3_600_000
/** The youngest changes are left as they are: pulls that are under way stand among them. */
const LEFT_ALONE = 1_000

/** What a central API does for itself now and then: a new key when the old one is of age, and fewer changes to keep. */
export async function keepHouse(store: Store, now: Date): Promise<void> {
  await renewOldKey(store, now)
  for (const { id: tenantId } of await listTenants(store)) {
    const [version] = await store.transaction({ tenantId, snapshot: true }, (session) => session.query<{ v: number; floor: number }>('SELECT "v", "floor" FROM "sync_tenant"'))
    if (version !== undefined && version.v > LEFT_ALONE) await compactChanges(store, tenantId, { upTo: version.v - LEFT_ALONE, floor: version.floor })
  }
}

/** @returns ends it */
export function keepHouseNowAndThen(store: Store, clock: () => Date, log: (line: string) => void): () => void {
  const keep = (): void => void keepHouse(store, clock()).catch((error: unknown) => log(`housekeeping failed: ${String(error)}`))
  const timer = setInterval(keep, EVERY_MS)
  timer.unref()
  keep()
  return () => clearInterval(timer)
}
