import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { nothingSelected, selectionCount, setSelected, type GridSelection } from '../ui/grid/grid-selection.ts'
import type { ListSource } from './list-source.ts'

export interface ListSelection {
  readonly selection: ShallowRef<GridSelection>
  readonly count: ComputedRef<number>
  /** The ids of the selected rows, asked for where they were never on screen. */
  ids(): Promise<readonly string[]>
  clear(): void
  /** Data changed: rows that have left the list are no longer selected. */
  review(): Promise<void>
}

/** What is selected in a list: only ever rows that the list holds. */
export function useListSelection<Row>({ allIds, matching, matchingIds }: Pick<ListSource<Row>, 'allIds' | 'matching' | 'matchingIds'>): ListSelection {
  const selection = shallowRef<GridSelection>(nothingSelected)
  const clear = (): void => {
    selection.value = nothingSelected
  }
  return {
    selection,
    count: computed(() => selectionCount(selection.value, matching())),
    async ids() {
      const { value } = selection
      if (value.mode === 'some') return [...value.keys]
      return (await allIds()).filter((id) => !value.except.has(id))
    },
    clear,
    async review() {
      const { value } = selection
      // "All" holds whatever the list holds; once it holds none of them, those that come are others.
      if (value.mode === 'all') {
        if ((await allIds()).length === 0) clear()
        return
      }
      if (value.keys.size === 0) return
      const left = await matchingIds([...value.keys])
      const gone = [...value.keys].filter((id) => !left.has(id))
      if (gone.length > 0) selection.value = setSelected(selection.value, gone, false)
    },
  }
}
