import { MAXIMUM_WINDOW } from '#shared/foundation/list.ts'
import type { Client, ValueOf } from '../client/client.ts'

export type ListedLead = ValueOf<Client['leads']['list']>['rows'][number]

/** These leads as the list has them, in the order of the ids; those that are not there are left out. */
export async function leadsOf(client: Client, ids: readonly string[]): Promise<ReadonlyMap<string, ListedLead>> {
  const found = new Map<string, ListedLead>()
  for (let start = 0; start < ids.length; start += MAXIMUM_WINDOW) {
    const values = ids.slice(start, start + MAXIMUM_WINDOW)
    const outcome = await client.leads.list({ filter: [{ field: 'id', operator: 'is', values }], from: 0, to: values.length })
    for (const row of outcome.ok ? outcome.value.rows : []) found.set(row.id, row)
  }
  return new Map(ids.flatMap((id) => {
    const row = found.get(id)
    return row === undefined ? [] : [[id, row] as const]
  }))
}
