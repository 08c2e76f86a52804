import { computed, type ComputedRef } from 'vue'
import type { UnsentCommand } from '#shared/sync/sync.contract.ts'
import { succeeded, type Outcome } from '#shared/foundation/outcome.ts'
import type { Subject } from '../client/events.ts'
import { createLive } from '../client/live.ts'
import type { Workbench } from '../shell/workbench.ts'
import type { ListedKind, RecordNames } from './refused-command.presenter.ts'
import { subjectOf } from './refused-input.ts'

/** The host answers so many ids at once. */
const MOST_IDS = 500

/** Names of what these commands are about, kept up to date. */
export function createRecordNames({ client, events }: Workbench, commands: ComputedRef<readonly UnsentCommand[] | undefined>): RecordNames {
  const idsOf = (kind: ListedKind | 'rule'): readonly string[] => {
    const found = (commands.value ?? []).flatMap((command) => {
      const subject = subjectOf(command)
      return subject?.kind === kind ? subject.ids.slice(0, 1) : []
    })
    return [...new Set(found)].slice(0, MOST_IDS)
  }
  const hasRules = computed(() => idsOf('rule').length > 0)

  /** The names of the records of a kind that the commands are about. */
  function namesOf(kind: ListedKind, subject: Subject, ask: (values: string[]) => Promise<Outcome<readonly (readonly [id: string, name: string])[]>>): (id: string) => string | undefined {
    const ids = computed(() => idsOf(kind).join(' '))
    const found = createLive({ events, subjects: [subject], of: ids, ask: async () => (ids.value === '' ? succeeded([]) : ask(ids.value.split(' '))) })
    const byId = computed(() => new Map(found.value.value))
    return (id) => byId.value.get(id)
  }
  const those = (values: string[]) => ({ filter: [{ field: 'id' as const, operator: 'is' as const, values }], from: 0, to: MOST_IDS })
  const names: Readonly<Record<ListedKind, (id: string) => string | undefined>> = {
    lead: namesOf('lead', 'leads', async (values) => mapped(await client.leads.list(those(values)), ({ rows }) => rows.map(({ id, company }) => [id, company] as const))),
    account: namesOf('account', 'accounts', async (values) => mapped(await client.accounts.list(those(values)), ({ rows }) => rows.map(({ id, name }) => [id, name] as const))),
    quote: namesOf('quote', 'quotes', async (values) => mapped(await client.quotes.list(those(values)), ({ rows }) => rows.map(({ id, name }) => [id, name] as const))),
    opportunity: namesOf('opportunity', 'opportunities', async (values) => mapped(await client.opportunities.list(those(values)), ({ rows }) => rows.map(({ id, name }) => [id, name] as const))),
    registration: namesOf('registration', 'registrations', async (values) => mapped(await client.deals.list(those(values)), ({ rows }) => rows.map(({ id, company }) => [id, company] as const))),
    application: namesOf('application', 'applications', async (values) => mapped(await client.recruiting.list(those(values)), ({ rows }) => rows.map(({ id, company }) => [id, company] as const))),
    case: namesOf('case', 'conflictCases', async (values) => mapped(await client.conflicts.list(those(values)), ({ rows }) => rows.map(({ id, name }) => [id, name] as const))),
  }
  const rules = createLive({
    events,
    subjects: ['territories'],
    of: hasRules,
    ask: async () => (hasRules.value ? client.territories.rules({}) : { ok: true as const, value: [] }),
  })
  return {
    record: (kind, id) => names[kind](id),
    rule: (id) => rules.value.value?.find((rule) => rule.id === id),
  }
}

function mapped<T, U>(outcome: Outcome<T>, map: (value: T) => U): Outcome<U> {
  return outcome.ok ? succeeded(map(outcome.value)) : outcome
}
