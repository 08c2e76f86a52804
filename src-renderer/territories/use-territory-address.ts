import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** What the page of territories shows, as its address says it. */
export interface TerritoryAddress {
  /** Null: the map of today. */
  readonly model: string | null
  readonly id: string | undefined
  /** A rule's id, or `new`. */
  readonly rule: string | undefined
  readonly isMap: boolean
  /** Whether a new territory is being named. */
  readonly isNew: boolean
}

export function useTerritoryAddress(): { readonly address: ComputedRef<TerritoryAddress>; go(to: Partial<TerritoryAddress>): void } {
  const route = useRoute()
  const router = useRouter()
  const query = (name: string): string | undefined => (typeof route.query[name] === 'string' ? route.query[name] : undefined)
  const address = computed<TerritoryAddress>(() => ({ model: query('model') ?? null, id: query('id'), rule: query('rule'), isMap: query('view') === 'map', isNew: query('new') !== undefined }))
  return {
    address,
    /** What is not said stays; another model or territory has other rules. */
    go(to) {
      const { model, id, rule, isMap, isNew } = { ...address.value, ...('id' in to || 'model' in to ? { rule: undefined } : {}), ...to }
      void router.replace({ path: '/territories', query: { ...(model === null ? {} : { model }), ...(id === undefined ? {} : { id }), ...(rule === undefined ? {} : { rule }), ...(isMap ? { view: 'map' } : {}), ...(isNew ? { new: '1' } : {}) } })
    },
  }
}
