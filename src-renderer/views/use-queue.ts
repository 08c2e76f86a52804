import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'

export interface QueueItem<T> {
  readonly id: string
  readonly item: T
  /** It waits no more: done here, or by somebody else. It keeps its place, so that nothing jumps. */
  readonly done: boolean
}

export interface Queue<T> {
  readonly items: ComputedRef<readonly QueueItem<T>[]>
  readonly active: ComputedRef<QueueItem<T> | undefined>
  readonly doneCount: ComputedRef<number>
  activate(id: string): void
  move(by: 1 | -1): void
  /** Begins anew with what waits from now on. */
  reset(): void
  /** Goes on to the next that still waits, past the active one; stays where there is none. */
  advance(): void
}

/**
 * What waits, in the order in which it was when it was first seen: what is done keeps its place, what comes is put at the end.
 * @param waiting what waits now, the most urgent first; undefined until known
 */
export function useQueue<T>(waiting: Readonly<ShallowRef<readonly T[] | undefined>> | ComputedRef<readonly T[] | undefined>, idOf: (item: T) => string): Queue<T> {
  const seen = shallowRef<ReadonlyMap<string, T>>(new Map())
  const wished = shallowRef<string>()
  const now = computed(() => new Map((waiting.value ?? []).map((item) => [idOf(item), item])))
  watch(now, (map) => void (seen.value = new Map([...seen.value, ...map])), { immediate: true })

  const items = computed(() => [...seen.value].map(([id, item]): QueueItem<T> => ({ id, item: now.value.get(id) ?? item, done: !now.value.has(id) })))
  const position = computed(() => items.value.findIndex(({ id }) => id === wished.value))
  const active = computed(() => items.value[position.value] ?? items.value.find(({ done }) => !done) ?? items.value[0])
  const at = (): number => Math.max(0, items.value.findIndex(({ id }) => id === active.value?.id))
  const activate = (id: string | undefined): void => void (wished.value = id ?? wished.value)

  return {
    items,
    active,
    doneCount: computed(() => items.value.filter(({ done }) => done).length),
    activate,
    reset() {
      seen.value = new Map()
      wished.value = undefined
    },
    move: (by) => activate(items.value[Math.min(Math.max(at() + by, 0), items.value.length - 1)]?.id),
    advance() {
      const left = items.value.filter(({ id, done }) => !done && id !== active.value?.id)
      const after = new Set(items.value.slice(at() + 1).map(({ id }) => id))
      activate((left.find(({ id }) => after.has(id)) ?? left[0])?.id)
    },
  }
}
