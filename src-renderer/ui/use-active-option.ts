import { computed, nextTick, shallowRef, useId, watch, type Ref } from 'vue'

/**
 * The option the keyboard is on in a list whose focus stays in an input (ARIA combobox pattern). Options carry
 * `:id="optionId(at)"`; the input carries `:aria-activedescendant="activeId"`.
 */
export function useActiveOption(options: Readonly<Ref<readonly unknown[]>>, isDisabled: (at: number) => boolean = () => false) {
  const id = useId()
  const active = shallowRef(-1)
  const optionId = (at: number): string => `${id}-option-${at}`

  const next = (from: number, by: 1 | -1): number => {
    const count = options.value.length
    for (let step = 1; step <= count; step += 1) {
      const at = (((from + by * step) % count) + count) % count
      if (!isDisabled(at)) return at
    }
    return -1
  }

  function activate(at: number): void {
    active.value = at
    void nextTick(() => document.getElementById(optionId(at))?.scrollIntoView({ block: 'nearest' }))
  }

  watch(
    options,
    () => {
      active.value = next(-1, 1)
    },
    { immediate: true },
  )

  return {
    listId: `${id}-list`,
    optionId,
    active,
    activate,
    activeId: computed(() => (active.value < 0 ? undefined : optionId(active.value))),
    /** Whether the key moved the active option. */
    onKey(event: KeyboardEvent): boolean {
      if (event.isComposing) return false
      if (event.key === 'ArrowDown') activate(next(active.value, 1))
      else if (event.key === 'ArrowUp') activate(next(active.value < 0 ? 0 : active.value, -1))
      else if (event.key === 'PageDown') activate(Math.min(active.value + 8, options.value.length - 1))
      else if (event.key === 'PageUp') activate(Math.max(active.value - 8, 0))
      else return false
      event.preventDefault()
      return true
    },
  }
}
