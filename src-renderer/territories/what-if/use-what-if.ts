import { computed, type ComputedRef, type Ref } from 'vue'
import type { Coverage } from '#shared/models/coverage.ts'
import type { WhatIf } from '#shared/models/what-if.ts'
import type { Outcome, Refusal } from '#shared/foundation/outcome.ts'
import { createLive } from '../../client/live.ts'
import { useWorkbench } from '../../shell/workbench.ts'

/** What a draft would do, kept current while it is edited. */
export interface Consequences {
  readonly whatIf: ComputedRef<WhatIf | undefined>
  readonly coverage: ComputedRef<Coverage | undefined>
  readonly refusal: ComputedRef<Refusal | undefined>
}

/** @param modelId the draft; null where nothing is to be reckoned */
export function useWhatIf(modelId: Readonly<Ref<string | null>>): Consequences {
  const { client, events } = useWorkbench()
  const ask = <T>(question: (id: string) => Promise<Outcome<T>>) => (): Promise<Outcome<T | null>> => (modelId.value === null ? Promise.resolve({ ok: true, value: null }) : question(modelId.value))
  const subjects = ['models', 'territories', 'partners', 'leads'] as const
  const whatIf = createLive<WhatIf | null>({ events, subjects, of: modelId, ask: ask((id) => client.models.whatIf({ id })) })
  const coverage = createLive<Coverage | null>({ events, subjects, of: modelId, ask: ask((id) => client.models.coverage({ id })) })
  return {
    whatIf: computed(() => whatIf.value.value ?? undefined),
    coverage: computed(() => coverage.value.value ?? undefined),
    refusal: computed(() => whatIf.refusal.value ?? coverage.refusal.value),
  }
}
