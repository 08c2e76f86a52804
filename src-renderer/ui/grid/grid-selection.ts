/** What is selected. `all` is symbolic, so that selecting a million rows costs nothing and holds for rows never loaded. */
export type GridSelection =
  | { readonly mode: 'some'; readonly keys: ReadonlySet<string> }
  | { readonly mode: 'all'; readonly except: ReadonlySet<string> }

export const nothingSelected: GridSelection = { mode: 'some', keys: new Set() }
export const allSelected: GridSelection = { mode: 'all', except: new Set() }

export function isSelected(selection: GridSelection, key: string): boolean {
  return selection.mode === 'all' ? !selection.except.has(key) : selection.keys.has(key)
}

/** How many of `total` rows are selected. */
export function selectionCount(selection: GridSelection, total: number): number {
  return selection.mode === 'all' ? Math.max(0, total - selection.except.size) : selection.keys.size
}

export function selectOnly(keys: Iterable<string>): GridSelection {
  return { mode: 'some', keys: new Set(keys) }
}

export function setSelected(selection: GridSelection, keys: Iterable<string>, selected: boolean): GridSelection {
  const marked = new Set(selection.mode === 'all' ? selection.except : selection.keys)
  const mark = selected === (selection.mode === 'some')
  for (const key of keys) {
    if (mark) marked.add(key)
    else marked.delete(key)
  }
  return selection.mode === 'all' ? { mode: 'all', except: marked } : { mode: 'some', keys: marked }
}

export function toggleSelected(selection: GridSelection, key: string): GridSelection {
  return setSelected(selection, [key], !isSelected(selection, key))
}

/** State of the tick box that stands for every row. */
export function selectionExtent(selection: GridSelection, total: number): 'none' | 'some' | 'all' {
  const count = selectionCount(selection, total)
  if (count === 0) return 'none'
  return count >= total ? 'all' : 'some'
}
