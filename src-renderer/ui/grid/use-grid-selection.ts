import { computed, type Ref } from 'vue'
import { allSelected, nothingSelected, selectionExtent, selectOnly, setSelected, toggleSelected, type GridSelection } from './grid-selection.ts'
import type { RowSource } from './row-source.ts'

export interface SelectModifiers {
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

export interface GridSelectionOptions<Row> {
  readonly source: () => RowSource<Row>
  readonly keyOf: (row: Row) => string
  /** Group headers are shown between rows but are never selected. */
  readonly isGroup: (row: Row) => boolean
  readonly selection: Ref<GridSelection>
}

/** Turns clicks and keys on rows into selections, also over rows that are not loaded. */
export function useGridSelection<Row>({ source, keyOf, isGroup, selection }: GridSelectionOptions<Row>) {
  let anchor = 0
  let latest = 0

  const keysOf = (rows: readonly (Row | undefined)[]): string[] => rows.flatMap((row) => (row === undefined || isGroup(row) ? [] : [keyOf(row)]))

  async function selectRange(to: number, keep: boolean): Promise<void> {
    const asked = ++latest
    const [from, end] = [Math.min(anchor, to), Math.max(anchor, to) + 1]
    const here = source().rowsAt(from, end)
    const rows = here.includes(undefined) ? await source().fetch(from, end) : here
    if (asked !== latest) return
    const keys = keysOf(rows)
    selection.value = keep ? setSelected(selection.value, keys, true) : selectOnly(keys)
  }

  function toggle(index: number): void {
    const [row] = source().rowsAt(index, index + 1)
    if (row === undefined || isGroup(row)) return
    latest += 1
    anchor = index
    selection.value = toggleSelected(selection.value, keyOf(row))
  }

  return {
    extent: computed(() => selectionExtent(selection.value, source().total)),
    toggle,
    /** Without a modifier a click opens its row and selects nothing: what is selected stays. */
    async click(index: number, { shiftKey, ctrlKey, metaKey }: SelectModifiers): Promise<void> {
      if (shiftKey) return selectRange(index, ctrlKey || metaKey)
      if (ctrlKey || metaKey) return toggle(index)
      anchor = index
    },
    /** The cursor went there: ranges are now counted from it. */
    begin(index: number): void {
      anchor = Math.max(0, index)
    },
    /** Shift and an arrow: from where the cursor rested to where it is. */
    extend: (to: number): Promise<void> => selectRange(to, false),
    selectAll() {
      latest += 1
      selection.value = allSelected
    },
    toggleAll() {
      latest += 1
      selection.value = selectionExtent(selection.value, source().total) === 'none' ? allSelected : nothingSelected
    },
    /** Whether there was anything to clear. */
    clear(): boolean {
      latest += 1
      const any = selection.value.mode === 'all' || selection.value.keys.size > 0
      if (any) selection.value = nothingSelected
      return any
    },
  }
}
