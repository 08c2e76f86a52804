import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'

export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const keyOf = (id: string): string => `workbench-draft:${id}`

/** What was left half written under this name, on whichever page the person went meanwhile, and through a reload. */
export function keptDraft(id: string, storage: Pick<DraftStorage, 'getItem'> = sessionStorage): unknown {
  const text = storage.getItem(keyOf(id))
  return text === null ? undefined : JSON.parse(text)
}

export function keepDraft(id: string, draft: unknown, storage: Pick<DraftStorage, 'setItem'> = sessionStorage): void {
  storage.setItem(keyOf(id), JSON.stringify(draft))
}

export function forgetDraft(id: string, storage: Pick<DraftStorage, 'removeItem'> = sessionStorage): void {
  storage.removeItem(keyOf(id))
}

export interface FormDraft<T> {
  readonly form: Ref<T>
  /** Whether the form goes on from what was left unsaved. */
  readonly resumed: Readonly<ShallowRef<boolean>>
  /** Takes up what was left, or begins anew. */
  begin(): void
  /** Saved or discarded. */
  forget(): void
}

/** A form whose every change is kept until it is saved or discarded. `id` names the form and the record it is for. */
export function useFormDraft<T extends object>(id: () => string, usual: () => T, storage: DraftStorage = sessionStorage): FormDraft<T> {
  const form = ref(usual()) as Ref<T>
  const resumed = shallowRef(false)

  function begin(): void {
    const kept = keptDraft(id(), storage) as T | undefined
    resumed.value = kept !== undefined
    form.value = kept ?? usual()
  }

  watch(
    form,
    (now) => {
      if (JSON.stringify(now) === JSON.stringify(usual())) forgetDraft(id(), storage)
      else keepDraft(id(), now, storage)
    },
    { deep: true, flush: 'sync' },
  )

  return {
    form,
    resumed,
    begin,
    forget() {
      form.value = usual()
      resumed.value = false
    },
  }
}
