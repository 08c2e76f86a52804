import type { Session } from '../store/store.ts'
import { unauthorised } from '../people/bearer.ts'

export interface TenantVersion {
  readonly epoch: string
  readonly v: number
  readonly floor: number
}

export async function readVersion(session: Session): Promise<TenantVersion> {
  const [version] = await session.query<TenantVersion>('SELECT "epoch", "v", "floor" FROM "sync_tenant"')
  if (version === undefined) throw unauthorised()
  return version
}
