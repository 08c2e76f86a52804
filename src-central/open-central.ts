import type { FastifyInstance } from 'fastify'
import type { Central } from './central.ts'
import { buildApp } from './http/app.ts'
import { AccessTokens } from './people/access-tokens.ts'
import { CompanyIdentity, type CompanySignIn } from './people/company-identity.ts'
import { install, type Installation } from './people/installation.ts'
import { migrate } from './store/migrate.ts'
import type { Store } from './store/store.ts'
import { commandRegistry } from './sync/command-registry.ts'
import { TenantNews } from './sync/tenant-news.ts'

export interface CentralOptions {
  readonly store: Store
  readonly companyName?: string | undefined
  readonly log: (line: string) => void
  readonly clock?: () => Date
  /** Where people sign in from now on, null for nowhere; as before where it is left out. */
  readonly signIn?: CompanySignIn | null | undefined
}

export interface OpenedCentral {
  readonly central: Central
  readonly app: FastifyInstance
  readonly tokens: AccessTokens
  readonly first: Installation['first']
}

/** Brings the store to its shape and puts the API before it; whoever calls listens. */
export async function openCentral({ store, companyName = 'Company', log, clock = () => new Date(), signIn }: CentralOptions): Promise<OpenedCentral> {
  await migrate(store)
  const { issuer, seal, first, signIn: kept } = await install(store, companyName, clock(), signIn)
  const company = kept === null ? null : new CompanyIdentity(kept, clock, log)
  const central: Central = { store, registry: commandRegistry, news: new TenantNews(), clock: () => clock().toISOString(), seal, company, log }
  const tokens = new AccessTokens(store, issuer, clock)
  return { central, tokens, first, app: await buildApp({ central, tokens }) }
}
