import type { FastifyInstance } from 'fastify'
import { RuleSets } from './assignment/rule-sets.ts'
import type { Central } from './central.ts'
import { buildApp } from './http/app.ts'
import { AccessTokens } from './people/access-tokens.ts'
import { install, type Installation } from './people/installation.ts'
import { migrate } from './store/migrate.ts'
import type { Store } from './store/store.ts'
import { commandRegistry } from './sync/command-registry.ts'
import { TenantNews } from './sync/tenant-news.ts'

export interface CentralOptions {
  readonly store: Store
  readonly companyName?: string
  readonly log: (line: string) => void
  readonly clock?: () => Date
  readonly trustedProxies?: readonly string[]
}

export interface OpenedCentral {
  readonly central: Central
  readonly app: FastifyInstance
  readonly tokens: AccessTokens
  readonly first: Installation['first']
}

/** Brings the store to its shape and puts the API before it; whoever calls listens. */
export async function openCentral({ store, companyName = 'Company', log, clock = () => new Date(), trustedProxies = [] }: CentralOptions): Promise<OpenedCentral> {
  await migrate(store)
  const { issuer, seal, first } = await install(store, companyName, clock())
  const central: Central = { store, registry: commandRegistry, news: new TenantNews(), ruleSets: new RuleSets(), clock: () => clock().toISOString(), seal, log }
  const tokens = new AccessTokens(store, issuer, clock)
  return { central, tokens, first, app: await buildApp({ central, tokens, trustedProxies }) }
}
