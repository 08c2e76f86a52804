import type { FastifyInstance } from 'fastify'
import { expireOffers } from './assignment/expire-offers.ts'
import { keepDeadlines } from './assignment/keep-deadlines.ts'
import { RuleSets } from './assignment/rule-sets.ts'
import type { Central } from './central.ts'
import { buildApp } from './http/app.ts'
import { keepCases } from './conflicts/keep-cases.ts'
import { keepRegistrations } from './deals/keep-registrations.ts'
import { activateModels } from './models/activate-models.ts'
import { eraseApplications } from './recruiting/erase-applications.ts'
import { keepQuotes } from './quotes/keep-quotes.ts'
import { AccessTokens } from './people/access-tokens.ts'
import { CompanyIdentity, type CompanySignIn } from './people/company-identity.ts'
import { install, type Installation } from './people/installation.ts'
import { housekeeping } from './schedule/housekeeping.ts'
import { Schedule } from './schedule/schedule.ts'
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
  readonly trustedProxies?: readonly string[]
}

export interface OpenedCentral {
  readonly central: Central
  readonly app: FastifyInstance
  readonly tokens: AccessTokens
  readonly first: Installation['first']
  /** What is done by the clock, not started yet. @param offerHours how long an offer waits for an answer; null for ever */
  readonly schedule: (offerHours: number | null) => Schedule
}

/** Brings the store to its shape and puts the API before it; whoever calls listens. */
export async function openCentral({ store, companyName = 'Company', log, clock = () => new Date(), signIn, trustedProxies = [] }: CentralOptions): Promise<OpenedCentral> {
  await migrate(store)
  const { issuer, seal, first, signIn: kept } = await install(store, companyName, clock(), signIn)
  const company = kept === null ? null : new CompanyIdentity(kept, clock, log)
  const central: Central = { store, registry: commandRegistry, news: new TenantNews(), ruleSets: new RuleSets(), clock: () => clock().toISOString(), seal, company, log }
  const tokens = new AccessTokens(store, issuer, clock)
  const schedule = (offerHours: number | null): Schedule => new Schedule({
    store,
    handlers: [...housekeeping, ...activateModels, ...keepQuotes, ...keepDeadlines(central), ...keepRegistrations, ...keepCases, ...eraseApplications, ...(offerHours === null ? [] : expireOffers(central, offerHours))],
    changed: (tenantId) => central.news.announce(tenantId),
    log,
  })
  return { central, tokens, first, schedule, app: await buildApp({ central, tokens, trustedProxies }) }
}
