import { shallowRef, type ShallowRef } from 'vue'
import type { MergedField } from '#shared/leads/merge-leads.ts'
import type { Lead } from '../lead.presenter.ts'
import { useWorkbench } from '../../shell/workbench.ts'
import type { MergePair } from '../../views/use-merge-choice.ts'

export type LeadPair = MergePair<Lead>

export interface Merging {
  /** The pair in the dialog. */
  readonly pair: ShallowRef<LeadPair | undefined>
  begin(pair: LeadPair): void
  /** @param fromOther undefined: left as they were */
  finish(pair: LeadPair, fromOther: readonly MergedField[] | undefined): Promise<void>
  keepApart(pair: LeadPair): Promise<boolean>
}

/** Merges pairs of leads or keeps them apart; what becomes of a pair is told to whoever shows it. */
export function useMerging(settled: (pair: LeadPair) => void = () => undefined): Merging {
  const { changing, client, language } = useWorkbench()
  const pair = shallowRef<LeadPair>()
  const said = () => language.words.value.duplicates.said
  return {
    pair,
    begin: (now) => void (pair.value = now),
    async finish({ survivor, other }, fromOther) {
      if (fromOther !== undefined) {
        const outcome = await changing.change(said().merged(other.company, survivor.company), client.leads.merge({ survivorId: survivor.id, otherId: other.id, fromOther: [...fromOther] }))
        if (!outcome.ok) return
        settled({ survivor, other })
      }
      pair.value = undefined
    },
    async keepApart({ survivor, other }) {
      const outcome = await changing.change(said().apart(survivor.company, other.company), client.leads.keepApart({ leadId: survivor.id, otherId: other.id }))
      if (outcome.ok) settled({ survivor, other })
      return outcome.ok
    },
  }
}
