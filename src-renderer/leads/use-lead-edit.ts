import { shallowRef, type ShallowRef } from 'vue'
import type { InputOf } from '../client/client.ts'
import { useWorkbench } from '../shell/workbench.ts'
import type { GridValue } from '../ui/grid/grid-column.ts'
import type { Lead, LeadField } from './lead.presenter.ts'

/** Two people changed one field: what I typed, and what stands there now. */
export interface EditConflict {
  readonly lead: Pick<Lead, 'id' | 'company'>
  readonly field: LeadField
  readonly yours: GridValue
  readonly theirs: GridValue
}

export interface LeadEditing {
  readonly conflict: ShallowRef<EditConflict | undefined>
  /** @param was the value the person saw before typing */
  edit(lead: Pick<Lead, 'id' | 'company'>, field: string, value: GridValue, was: GridValue): Promise<void>
  resolve(keep: 'yours' | 'theirs'): Promise<void>
}

export function useLeadEdit(): LeadEditing {
  const { changing, client, language } = useWorkbench()
  const conflict = shallowRef<EditConflict>()

  async function edit(lead: Pick<Lead, 'id' | 'company'>, field: string, value: GridValue, was: GridValue): Promise<void> {
    const typed = value === '' ? null : value
    if (typed === was) return
    const { fields, said } = language.words.value.leads
    const edits = [{ field, value: typed, was }] as InputOf<typeof client.leads.update>['edits']
    const outcome = await changing.change(said.edited(fields[field as LeadField & keyof typeof fields], lead.company), client.leads.update({ id: lead.id, edits }), ['lead.stale'])
    if (outcome.ok || outcome.error.code !== 'lead.stale') return
    const { theirs } = outcome.error.details as { readonly theirs: GridValue }
    conflict.value = { lead, field: field as LeadField, yours: typed ?? null, theirs }
  }

  return {
    conflict,
    edit,
    async resolve(keep) {
      const now = conflict.value
      conflict.value = undefined
      if (keep === 'yours' && now !== undefined) await edit(now.lead, now.field, now.yours, now.theirs)
    },
  }
}
