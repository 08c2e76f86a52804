import { shallowRef, type ShallowRef } from 'vue'
import type { MergedAccountField } from '#shared/accounts/merge-accounts.ts'
import type { Client, ValueOf } from '../../client/client.ts'
import { useWorkbench } from '../../shell/workbench.ts'
import type { MergePair } from '../../views/use-merge-choice.ts'

export type PairedAccount = ValueOf<Client['accounts']['duplicates']>['pairs'][number]['one']

export type AccountPair = MergePair<PairedAccount>

export interface AccountMerging {
  /** The pair in the dialog. */
  readonly pair: ShallowRef<AccountPair | undefined>
  begin(pair: AccountPair): void
  /** @param fromOther undefined: left as they were */
  finish(pair: AccountPair, fromOther: readonly MergedAccountField[] | undefined): Promise<void>
  keepApart(pair: AccountPair): Promise<void>
}

/** Merges pairs of accounts or keeps them apart; that a pair is settled is told to whoever shows it. */
export function useAccountMerging(settled: () => void = () => undefined): AccountMerging {
  const { changing, client, language } = useWorkbench()
  const pair = shallowRef<AccountPair>()
  const words = () => language.words.value
  return {
    pair,
    begin: (now) => void (pair.value = now),
    async finish({ survivor, other }, fromOther) {
      if (fromOther !== undefined) {
        const outcome = await client.accounts.merge({ survivorId: survivor.id, otherId: other.id, fromOther: [...fromOther] })
        const { merged, contested } = words().accountDuplicates.said
        await changing.change((outcome.ok && outcome.value.caseId !== null ? contested : merged)(other.name, survivor.name), Promise.resolve(outcome))
        if (!outcome.ok) return
        settled()
      }
      pair.value = undefined
    },
    async keepApart({ survivor, other }) {
      const outcome = await changing.change(words().duplicates.said.apart(survivor.name, other.name), client.accounts.keepApart({ accountId: survivor.id, otherId: other.id }))
      if (outcome.ok) settled()
    },
  }
}
