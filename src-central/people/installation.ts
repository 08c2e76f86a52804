import { randomBytes, randomUUID } from 'node:crypto'
import type { Session, Store } from '../store/store.ts'
import type { CompanySignIn } from './company-identity.ts'
import { inviteWith, type Invited } from './invitations.ts'
import { createTenant, type Tenant } from './tenants.ts'

/** Any number, as long as nobody else takes it: two servers that start at once must not both install. */
const LOCK = 7_351_002

export interface Installation {
  /** Who signs access tokens. */
  readonly issuer: string
  readonly seal: Buffer
  readonly signIn: CompanySignIn | null
  /** What the first start made: a company and its administrator. */
  readonly first: { readonly tenant: Tenant; readonly administrator: Invited & { readonly email: string } } | null
}

/**
 * Sees to it that there are secrets, a company and an administrator.
 * @param signIn where people sign in from now on, null for nowhere; as before where it is left out
 */
export function install(store: Store, companyName: string, now: Date, signIn?: CompanySignIn | null): Promise<Installation> {
  return store.transaction({ as: 'registrar' }, async (session) => {
    await session.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
    const issuer = await secret(session, 'issuer', () => `channel-workbench:${randomUUID()}`)
    const seal = await secret(session, 'seal', () => randomBytes(32).toString('base64url'))
    const [present] = await session.query('SELECT 1 FROM "tenant" LIMIT 1')
    return { issuer, seal: Buffer.from(seal, 'base64url'), signIn: await keepSignIn(session, signIn), first: present === undefined ? await makeFirst(session, companyName, now) : null }
  })
}

async function keepSignIn(session: Session, signIn: CompanySignIn | null | undefined): Promise<CompanySignIn | null> {
  if (signIn !== undefined) await session.query('DELETE FROM "companySignIn"')
  if (signIn) await session.query('INSERT INTO "companySignIn" ("issuer", "clientId", "address") VALUES ($1, $2, $3)', [signIn.issuer, signIn.clientId, signIn.address])
  const [kept] = await session.query<{ [K in keyof CompanySignIn]: CompanySignIn[K] }>('SELECT "issuer", "clientId", "address" FROM "companySignIn"')
  return kept ?? null
}

async function makeFirst(session: Session, companyName: string, now: Date): Promise<Installation['first']> {
  const tenant = await createTenant(session, companyName, now.toISOString())
  const email = 'administrator@localhost.localdomain'
  const administrator = await inviteWith(session, tenant.id, { name: 'Administrator', email, role: 'administrator', territories: [] }, now)
  return { tenant, administrator: { ...administrator, email } }
}

async function secret(session: Session, name: string, make: () => string): Promise<string> {
  const [held] = await session.query<{ value: string }>('SELECT "value" FROM "secret" WHERE "name" = $1', [name])
  if (held !== undefined) return held.value
  const value = make()
  await session.query('INSERT INTO "secret" ("name", "value") VALUES ($1, $2)', [name, value])
  return value
}
