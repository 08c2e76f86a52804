import { shallowRef, type ShallowRef } from 'vue'
import type { Outcome } from '#shared/foundation/outcome.ts'
import { useWorkbench } from '../shell/workbench.ts'

export interface FieldEdit {
  readonly field: string
  readonly value: unknown
  /** What the person saw before the change. */
  readonly was: unknown
}

/** Two people changed one field: what I meant, and what stands there now. */
export interface EditConflict extends FieldEdit {
  readonly id: string
  readonly theirs: unknown
}

interface Editing {
  readonly conflict: ShallowRef<EditConflict | undefined>
  edit(id: string, edit: FieldEdit): Promise<boolean>
  resolve(keep: 'yours' | 'theirs'): Promise<void>
}

interface EditingOptions {
  /** `partner.stale` */
  readonly stale: string
  readonly said: (id: string, field: string) => string
  readonly send: (id: string, edit: FieldEdit) => Promise<Outcome<{ readonly entry: string }>>
}

/** Edits of single fields that are told, can be undone, and never write over what somebody else has changed meanwhile. */
export function useEdits({ stale, said, send }: EditingOptions): Editing {
  const { changing } = useWorkbench()
  const conflict = shallowRef<EditConflict>()

  async function edit(id: string, wanted: FieldEdit): Promise<boolean> {
    if (JSON.stringify(wanted.value) === JSON.stringify(wanted.was)) return true
    const outcome = await changing.change(said(id, wanted.field), send(id, wanted), [stale])
    if (!outcome.ok && outcome.error.code === stale) {
      const { theirs } = outcome.error.details as { readonly theirs: unknown }
      conflict.value = { ...wanted, id, theirs }
    }
    return outcome.ok
  }

  return {
    conflict,
    edit,
    async resolve(keep) {
      const now = conflict.value
      conflict.value = undefined
      if (keep === 'yours' && now !== undefined) await edit(now.id, { field: now.field, value: now.value, was: now.theirs })
    },
  }
}
