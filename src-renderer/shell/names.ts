import { computed, type ComputedRef } from 'vue'
import type { Client, ValueOf } from '../client/client.ts'
import type { Events } from '../client/events.ts'
import { createLive } from '../client/live.ts'

export type PartnerName = ValueOf<Client['partners']['names']>[number]
export type TerritoryName = Pick<ValueOf<Client['territories']['tree']>[number], 'id' | 'code' | 'name' | 'parentId'>

/** Partners and territories by id, for showing and choosing; the same lists for every page, kept current. */
export interface Names {
  readonly partners: ComputedRef<readonly PartnerName[]>
  readonly territories: ComputedRef<readonly TerritoryName[]>
  /** The name, or an ellipsis until the names are here. */
  partner(id: string): string
  territory(id: string): string
}

export function createNames(client: Pick<Client, 'partners' | 'territories'>, events: Events): Names {
  const partners = createLive({ events, subjects: ['partners'], ask: () => client.partners.names({}) })
  const territories = createLive({ events, subjects: ['territories'], ask: () => client.territories.tree({}) })
  const partnersById = computed(() => new Map(partners.value.value?.map((partner) => [partner.id, partner.name])))
  const territoriesById = computed(() => new Map(territories.value.value?.map((territory) => [territory.id, territory.name])))
  return {
    partners: computed(() => partners.value.value ?? []),
    territories: computed(() => territories.value.value ?? []),
    partner: (id) => partnersById.value.get(id) ?? '…',
    territory: (id) => territoriesById.value.get(id) ?? '…',
  }
}
