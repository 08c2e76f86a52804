import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import type { Outcome, Refusal } from '#shared/foundation/outcome.ts'
import type { Subject } from '../client/events.ts'
import { useWorkbench } from '../shell/workbench.ts'

/** Pairs found so far, and how many of all were looked at. */
export interface FoundPairs<Pair> {
  readonly searched: number
  readonly of: number
  readonly total: number
  readonly pairs: readonly Pair[]
}

/** The pairs found so far; asks again until all were looked at, and after rows of these subjects have changed. */
export function usePairs<Pair>(ask: () => Promise<Outcome<FoundPairs<Pair>>>, subjects: readonly Subject[]): { readonly found: Readonly<ShallowRef<FoundPairs<Pair> | undefined>>; readonly refusal: Readonly<ShallowRef<Refusal | undefined>> } {
  const { events } = useWorkbench()
  const found = shallowRef<FoundPairs<Pair>>()
  const refusal = shallowRef<Refusal>()
  let looking = false
  let again = false
  let ended = false

  async function look(): Promise<void> {
    again = looking
    if (looking) return
    looking = true
    for (;;) {
      const outcome = await ask()
      if (ended) return
      if (outcome.ok) found.value = outcome.value
      refusal.value = outcome.ok ? undefined : outcome.error
      if (!outcome.ok || outcome.value.searched >= outcome.value.of) break
    }
    looking = false
    if (again) void look()
  }

  const ends = subjects.map((subject) => events.onChanged(subject, () => void look()))
  onScopeDispose(() => {
    ended = true
    ends.forEach((end) => end())
  })
  void look()
  return { found, refusal }
}
