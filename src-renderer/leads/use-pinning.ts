import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import type { AppCommand } from '../shell/commands.ts'
import { useWorkbench } from '../shell/workbench.ts'
import type { List } from '../views/use-list.ts'
import type { Lead } from './lead.presenter.ts'
import { chunks } from './use-lead-actions.ts'

export interface Pinning {
  /** The leads for which the reason is being asked. */
  readonly asking: ShallowRef<readonly string[] | undefined>
  readonly commands: ComputedRef<readonly AppCommand[]>
  finish(reason: string | undefined): Promise<void>
}

/** Pins the selected leads, or the one shown, to the partners who have them: no run and no realignment moves them. */
export function usePinning(list: List<Lead>): Pinning {
  const { changing, client, language } = useWorkbench()
  const asking = shallowRef<readonly string[]>()
  const words = () => language.words.value.leads.pinning

  async function targets(): Promise<readonly string[]> {
    const shown = list.shownId.value
    return list.selectedCount.value > 0 ? await list.selectedIds() : shown === undefined ? [] : [shown]
  }

  /** One command after another, undone as one; the first refusal ends it and what was done before stands. */
  async function inTurn(ids: readonly string[], change: (part: string[]) => ReturnType<typeof client.leads.unpin> | ReturnType<typeof client.leads.pin>, said: string): Promise<void> {
    const entries: string[] = []
    for (const part of chunks(ids)) {
      const outcome = await change(part)
      if (!outcome.ok) {
        changing.refuse(outcome.error)
        break
      }
      entries.push(outcome.value.entry)
    }
    if (entries.length > 0) changing.did({ said, what: { entries } })
  }

  async function unpin(): Promise<void> {
    const ids = await targets()
    await inTurn(ids, (part) => client.leads.unpin({ ids: part }), words().unpinned(ids.length))
  }

  const has = (): boolean => list.selectedCount.value > 0 || list.shownId.value !== undefined
  return {
    asking,
    async finish(reason) {
      const ids = asking.value
      asking.value = undefined
      if (ids !== undefined && reason !== undefined) await inTurn(ids, (part) => client.leads.pin({ ids: part, reason }), words().pinned(ids.length))
    },
    commands: computed<readonly AppCommand[]>(() => [
      { id: 'leads.pin', title: (w) => w.leads.pinning.pin, section: 'leads', keys: 'Shift+P', gives: 'leads.pin', when: has, run: async () => void (asking.value = await targets()) },
      { id: 'leads.unpin', title: (w) => w.leads.pinning.unpin, section: 'leads', gives: 'leads.unpin', when: has, run: unpin },
    ]),
  }
}
