import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { CriteriaEffect } from '#shared/qualification/qualification.contract.ts'
import type { InputOf } from '../../client/client.ts'
import { useWorkbench } from '../../shell/workbench.ts'

type Draft = InputOf<ReturnType<typeof useWorkbench>['client']['qualification']['preview']>

/** Nobody types faster than this and wants to see every letter's effect. */
const QUIET_MS = 400

/** What a draft would change, worked out whenever it rests; nothing while there is none to work out. */
export function useEffectPreview(draft: () => Draft | undefined): Readonly<ShallowRef<CriteriaEffect | undefined>> {
  const { client } = useWorkbench()
  const effect = shallowRef<CriteriaEffect>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  async function work(wanted: Draft, mine: number): Promise<void> {
    const outcome = await client.qualification.preview(wanted)
    if (mine === asked && outcome.ok) effect.value = outcome.value
  }

  watch(
    () => JSON.stringify(draft() ?? null),
    () => {
      clearTimeout(timer)
      asked += 1
      const mine = asked
      const wanted = draft()
      if (wanted === undefined) effect.value = undefined
      else timer = setTimeout(() => void work(wanted, mine), QUIET_MS)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    asked += 1
    clearTimeout(timer)
  })
  return effect
}
