import type { Outcome } from '#shared/foundation/outcome.ts'
import type { Client, InputOf } from '../client/client.ts'

export interface UnroutableGroup {
  /** Null: no rule holds. */
  readonly territoryId: string | null
  readonly count: number
  /** The stored decision of one of them, which tells why. */
  readonly explanation: unknown
}

export interface KnownUnroutable {
  readonly total: number
  readonly groups: readonly UnroutableGroup[]
}

const MOST_GROUPS = 6
type Filter = NonNullable<InputOf<Client['leads']['list']>['filter']>

/** The leads that a run has found no partner for, by the territory they fall to, most first. */
export async function loadUnroutable(client: Pick<Client, 'leads' | 'assignment'>): Promise<Outcome<KnownUnroutable>> {
  const filter: Filter = [{ field: 'stage', operator: 'is', values: ['unroutable'] }]
  const grouped = await client.leads.list({ filter, group: 'territoryId', from: 0, to: 0 })
  if (!grouped.ok) return grouped
  const most = (grouped.value.groups ?? []).toSorted((a, b) => b.count - a.count).slice(0, MOST_GROUPS)
  const groups = await Promise.all(
    most.map(async ({ value, count }): Promise<UnroutableGroup> => {
      const territoryId = value === null ? null : String(value)
      return { territoryId, count, explanation: territoryId === null ? undefined : await oneExplanation(client, [...filter, { field: 'territoryId', operator: 'is', values: [territoryId] }]) }
    }),
  )
  return { ok: true, value: { total: grouped.value.total, groups } }
}

/** Only what a run has kept: working a lead out anew takes the whole rule set. */
async function oneExplanation(client: Pick<Client, 'leads' | 'assignment'>, filter: Filter): Promise<unknown> {
  const found = await client.leads.list({ filter, from: 0, to: 1 })
  const lead = found.ok ? found.value.rows[0] : undefined
  if (lead === undefined || lead.decisionId === null) return undefined
  const explained = await client.assignment.explain({ leadId: lead.id })
  return explained.ok ? explained.value.explanation : undefined
}
