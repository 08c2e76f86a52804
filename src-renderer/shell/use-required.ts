import { nextTick, shallowRef, type ShallowRef } from 'vue'
import { useWords } from './workbench.ts'

export interface Required<Field extends string> {
  /** What to say at a field that must be filled and is not, once the person has tried to save. */
  errorOf(field: Field): string | undefined
  /** Whether all is filled; otherwise it is said at the fields, and the first of them has the focus. */
  check(): boolean
  /** The form begins anew: nothing is said yet. */
  rest(): void
}

export function useRequired<Field extends string>(form: Readonly<ShallowRef<HTMLElement | null>>, missing: () => readonly Field[]): Required<Field> {
  const w = useWords()
  const tried = shallowRef(false)
  return {
    errorOf: (field) => (tried.value && missing().includes(field) ? w.value.shell.fillIn : undefined),
    check() {
      tried.value = true
      if (missing().length === 0) return true
      void nextTick(() => form.value?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
      return false
    },
    rest() {
      tried.value = false
    },
  }
}
