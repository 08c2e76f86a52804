import type { RuleSets } from './assignment/rule-sets.ts'
import type { CompanyIdentity } from './people/company-identity.ts'
import type { Store } from './store/store.ts'
import type { CommandRegistry } from './sync/command-registry.ts'
import type { TenantNews } from './sync/tenant-news.ts'

/** What everything that answers a request stands on. */
export interface Central {
  readonly store: Store
  readonly registry: CommandRegistry
  readonly news: TenantNews
  readonly ruleSets: RuleSets
  /** The server's instant, ISO 8601 UTC. */
  readonly clock: () => string
  /** Signs what a desk carries for the server: cursors and tokens of a pull. */
  readonly seal: Buffer
  /** Where people sign in with their company's account; null where they do not. */
  readonly company: CompanyIdentity | null
  readonly log: (line: string) => void
}
