import { computed, shallowRef, type ShallowRef, type WritableComputedRef } from 'vue'
import type { Outcome } from '#shared/foundation/outcome.ts'
import type { LostReason } from '#shared/leads/lost-reason.ts'
import type { Judgement, OpportunityStage } from '#shared/opportunities/opportunity.ts'
import type { InputOf } from '../client/client.ts'
import { useWorkbench, useWords } from '../shell/workbench.ts'
import { useEdits } from '../views/use-edits.ts'
import { opportunityFieldTitle, type Opportunity } from './opportunity.presenter.ts'

type Named = Pick<Opportunity, 'id' | 'name'>

export interface OpportunityChanges {
  readonly editing: ReturnType<typeof useEdits>
  readonly fieldTitle: (field: string) => string
  /** The opportunity that is being closed as lost, for a reason that is being asked for. */
  readonly losing: ShallowRef<Named | undefined>
  readonly asksWhyLost: WritableComputedRef<boolean>
  edit(opportunity: Named, field: string, value: unknown, was: unknown): void
  /** Moves it, or asks first why it was lost: then there is no answer yet. */
  setStage(opportunity: Named, stage: OpportunityStage): Promise<Outcome<{ entry: string }> | undefined>
  lose(reason: LostReason, note: string | null): Promise<void>
  judge(opportunity: Named, judgement: Judgement): Promise<void>
  /** The same of one that is only known by its id. */
  withId(id: string, act: (opportunity: Opportunity) => unknown): Promise<void>
}

/** What is changed of an opportunity beside a list or a board: told, and undone alike. */
export function useOpportunityChanges(): OpportunityChanges {
  const { changing, client } = useWorkbench()
  const w = useWords()
  const known = new Map<string, string>()
  const losing = shallowRef<Named>()
  const fieldTitle = (field: string): string => opportunityFieldTitle(field, w.value)
  const editing = useEdits({
    stale: 'opportunity.stale',
    said: (id, field) => w.value.opportunities.said.edited(fieldTitle(field), known.get(id) ?? ''),
    send: (id, edit) => client.opportunities.update({ id, edits: [edit] as unknown as InputOf<typeof client.opportunities.update>['edits'] }),
  })

  function move({ id, name }: Named, stage: OpportunityStage, lostReason: LostReason | null = null, note: string | null = null): Promise<Outcome<{ entry: string }>> {
    const { said, stages } = w.value.opportunities
    return changing.change(said.staged(name, stages[stage]), client.opportunities.setStage({ id, stage, lostReason, note }))
  }

  return {
    editing,
    fieldTitle,
    losing,
    asksWhyLost: computed({
      get: () => losing.value !== undefined,
      set: (open) => {
        if (!open) losing.value = undefined
      },
    }),
    edit({ id, name }, field, value, was) {
      known.set(id, name)
      void editing.edit(id, { field, value: value === '' || value === undefined ? null : value, was: was ?? null })
    },
    async setStage(opportunity, stage) {
      if (stage !== 'lost') return move(opportunity, stage)
      losing.value = opportunity
      return undefined
    },
    async lose(reason, note) {
      if (losing.value !== undefined) await move(losing.value, 'lost', reason, note)
    },
    async judge({ id, name }, judgement) {
      const { judgements, said } = w.value.pipeline
      await changing.change(said.judged(name, judgements[judgement]), client.opportunities.judge({ id, judgement }))
    },
    async withId(id, act) {
      const outcome = await client.opportunities.get({ id })
      if (outcome.ok) await act(outcome.value)
      else changing.refuse(outcome.error)
    },
  }
}
