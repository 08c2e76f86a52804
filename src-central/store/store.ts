/** What can be asked of the database inside a transaction. Values are $1, $2 …; bigint columns come as numbers. */
export interface Session {
  query<R extends object = Record<string, never>>(sql: string, values?: readonly unknown[]): Promise<readonly R[]>
  /** Several statements without values. */
  script(sql: string): Promise<void>
}

/** Application: one tenant's rows. Registrar: who is who, before a tenant is known; none of a tenant's rows. Neither bypasses row-level security. */
export const ROLES = { application: 'workbench_application', registrar: 'workbench_registrar' } as const

export type TransactionOptions =
  | { readonly tenantId: string | null; readonly snapshot?: boolean }
  | { readonly as: 'registrar' }

export interface Store {
  readonly kind: 'postgres' | 'pglite'
  /** @param options `snapshot` reads one state from beginning to end (REPEATABLE READ) and writes nothing */
  transaction<T>(options: TransactionOptions, work: (session: Session) => Promise<T>): Promise<T>
  /** As the owner of the database, whom row-level security may not bind: migrations alone. */
  asOwner<T>(work: (session: Session) => Promise<T>): Promise<T>
  close(): Promise<void>
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What begins a transaction after BEGIN: the role that row-level security binds, the tenant, and the proof of the role. */
export function openingSql(options: TransactionOptions): string {
  const role = 'as' in options ? ROLES.registrar : ROLES.application
  const tenantId = 'as' in options ? null : options.tenantId
  if (tenantId !== null && !UUID.test(tenantId)) throw new Error('a tenant is named by a UUID')
  const isolation = 'snapshot' in options && options.snapshot ? 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; ' : ''
  return `${isolation}SET LOCAL ROLE ${role}; SET LOCAL app.tenant = '${tenantId ?? ''}'; SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user`
}

export interface RoleProof {
  readonly rolname: string
  readonly rolsuper: boolean
  readonly rolbypassrls: boolean
}

/** A role that bypasses row-level security would show every tenant's rows: better no transaction at all. */
export function assertBound(proof: RoleProof | undefined): void {
  const roles: readonly string[] = Object.values(ROLES)
  if (proof === undefined || !roles.includes(proof.rolname) || proof.rolsuper || proof.rolbypassrls) throw new Error(`the database role ${proof?.rolname ?? 'of this transaction'} is not bound by row-level security`)
}
