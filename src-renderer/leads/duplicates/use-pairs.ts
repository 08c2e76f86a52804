import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import type { Refusal } from '#shared/foundation/outcome.ts'
import type { ValueOf } from '../../client/client.ts'
import { useWorkbench } from '../../shell/workbench.ts'

type Found = ValueOf<ReturnType<typeof useWorkbench>['client']['leads']['duplicates']>

/** The pairs found so far; asks again until all leads were looked at, and after leads have changed. */
export function usePairs(): { readonly found: Readonly<ShallowRef<Found | undefined>>; readonly refusal: Readonly<ShallowRef<Refusal | undefined>> } {
  const { client, events } = useWorkbench()
  const found = shallowRef<Found>()
  const refusal = shallowRef<Refusal>()
  let looking = false
  let again = false
  let ended = false

  async function look(): Promise<void> {
    again = looking
    if (looking) return
    looking = true
    for (;;) {
      const outcome = await client.leads.duplicates({})
      if (ended) return
      if (outcome.ok) found.value = outcome.value
      refusal.value = outcome.ok ? undefined : outcome.error
      if (!outcome.ok || outcome.value.searched >= outcome.value.leads) break
    }
    looking = false
    if (again) void look()
  }

  const ends = (['leads', 'leadsApart'] as const).map((subject) => events.onChanged(subject, () => void look()))
  onScopeDispose(() => {
    ended = true
    ends.forEach((end) => end())
  })
  void look()
  return { found, refusal }
}
