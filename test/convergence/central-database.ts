import type { Store } from '#central/store/store.ts'

/** The central API’s database as a seed needs it: what the central API asks of it, and what happens to it from beneath. */
export interface CentralDatabase {
  readonly store: Store
  /** Before a seed. */
  readonly makeRoom: () => Promise<void>
  /** What a backup would have of one tenant. */
  readonly copyTenant: (tenantId: string) => Promise<TenantCopy>
  /** Puts it back beneath the triggers. */
  readonly restoreTenant: (tenantId: string, copy: TenantCopy) => Promise<void>
  /** The bug that lives in the database: a change is logged under the new scopes of its row alone. @returns takes it out again */
  readonly forgetOldScopes: () => Promise<() => Promise<void>>
  readonly close: () => Promise<void>
}

/** A tenant's rows as JSON, by table. */
export type TenantCopy = Readonly<Record<string, string>>
