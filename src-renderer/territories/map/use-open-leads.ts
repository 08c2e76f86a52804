import { computed, type ComputedRef, type WatchSource } from 'vue'
import { closedStages } from '#shared/leads/lead.ts'
import { createLive } from '../../client/live.ts'
import { useWorkbench } from '../../shell/workbench.ts'

/** Open leads by country, or by region of one country; null for those that name none. */
export function useOpenLeads(by: 'country' | 'region', of?: { readonly country: () => string; readonly changes: WatchSource }): ComputedRef<ReadonlyMap<string | null, number>> {
  const { client, events } = useWorkbench()
  const open = { field: 'stage' as const, operator: 'isNot' as const, values: [...closedStages] }
  const answer = createLive({
    events,
    subjects: ['leads'],
    ask: () => client.leads.list({ group: by, filter: of === undefined ? [open] : [open, { field: 'country', operator: 'is', values: [of.country()] }] }),
    ...(of === undefined ? {} : { of: of.changes }),
  })
  return computed(() => new Map(answer.value.value?.groups?.map(({ value, count }) => [value === null ? null : String(value), count])))
}
