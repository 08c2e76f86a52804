import { renewOldKey } from '../people/signing-keys.ts'
import { compactChanges } from '../sync/compact-changes.ts'
import { readVersion } from '../sync/tenant-version.ts'
import { forgetExpired } from './forget-expired.ts'
import type { DueHandler } from './schedule.ts'

const SIX_HOURS = 6 * 3_600
/** The youngest changes are left as they are: pulls that are under way stand among them. */
const LEFT_ALONE = 1_000

/** What a central API does for itself: a new key when the old one is of age, fewer changes to keep, nothing that has expired. */
export const housekeeping: readonly DueHandler[] = [
  { kind: 'keys.renew', of: 'server', everySeconds: SIX_HOURS, work: (session, { now }) => renewOldKey(session, now) },
  { kind: 'expired.forget', of: 'server', everySeconds: SIX_HOURS, work: (session, { now }) => forgetExpired(session, now) },
  {
    kind: 'changes.compact',
    of: 'tenant',
    everySeconds: SIX_HOURS,
    work: async (session, { tenantId }) => {
      const { v, floor } = await readVersion(session)
      if (v > LEFT_ALONE) await compactChanges(session, tenantId, { upTo: v - LEFT_ALONE, floor })
    },
  },
]
