import { computed, type ComputedRef } from 'vue'
import type { UnsentCommand } from '#shared/sync/sync.contract.ts'
import { createLive } from '../client/live.ts'
import type { Workbench } from '../shell/workbench.ts'
import type { RecordNames } from './refused-command.presenter.ts'
import { subjectOf } from './refused-input.ts'

/** The host answers so many ids of leads at once. */
const MOST_IDS = 500

/** Names of what these commands are about, kept up to date. */
export function createRecordNames({ client, events }: Workbench, commands: ComputedRef<readonly UnsentCommand[] | undefined>): RecordNames {
  const idsOf = (kind: 'lead' | 'rule'): readonly string[] => {
    const found = (commands.value ?? []).flatMap((command) => {
      const subject = subjectOf(command)
      return subject?.kind === kind ? subject.ids.slice(0, 1) : []
    })
    return [...new Set(found)].slice(0, MOST_IDS)
  }
  const leadIds = computed(() => idsOf('lead').join(' '))
  const hasRules = computed(() => idsOf('rule').length > 0)

  const leads = createLive({
    events,
    subjects: ['leads'],
    of: leadIds,
    ask: async () => {
      if (leadIds.value === '') return { ok: true as const, value: new Map<string, string>() }
      const outcome = await client.leads.list({ filter: [{ field: 'id', operator: 'is', values: leadIds.value.split(' ') }], from: 0, to: MOST_IDS })
      return outcome.ok ? { ok: true as const, value: new Map(outcome.value.rows.map(({ id, company }) => [id, company])) } : outcome
    },
  })
  const rules = createLive({
    events,
    subjects: ['territories'],
    of: hasRules,
    ask: async () => (hasRules.value ? client.territories.rules({}) : { ok: true as const, value: [] }),
  })
  return {
    lead: (id) => leads.value.value?.get(id),
    rule: (id) => rules.value.value?.find((rule) => rule.id === id),
  }
}
