import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, EyeOff } from '@lucide/vue'
import type { MenuEntry } from '../menu-entry.ts'
import type { GridLabels, GridSort } from './grid-column.ts'
import type { GridColumnModel } from './use-grid-columns.ts'

/** What the menu of one column offers; `show:<id>` ticks stand for the columns of the whole grid. */
export function columnMenu<Row>(model: GridColumnModel<Row>, at: number, sort: readonly GridSort[], labels: GridLabels): MenuEntry[] {
  const column = model.visible.value[at]?.column
  if (column === undefined) return []
  const direction = sort.find((entry) => entry.column === column.id)?.direction
  const sorting: MenuEntry[] =
    column.sortable === false
      ? []
      : [
          { kind: 'item', id: 'asc', label: labels.sortAscending, icon: ArrowUp },
          { kind: 'item', id: 'desc', label: labels.sortDescending, icon: ArrowDown },
          { kind: 'item', id: 'unsorted', label: labels.sortNone, disabled: direction === undefined },
          { kind: 'separator' },
        ]
  const shown: MenuEntry[] = model.all.value.map((entry) => ({
    kind: 'check',
    id: `show:${entry.id}`,
    label: entry.title,
    checked: entry.visible,
    disabled: !entry.hideable || (entry.visible && model.visible.value.length === 1),
  }))
  return [
    ...sorting,
    { kind: 'item', id: 'left', label: labels.moveLeft, icon: ArrowLeft, disabled: at === 0 },
    { kind: 'item', id: 'right', label: labels.moveRight, icon: ArrowRight, disabled: at === model.visible.value.length - 1 },
    { kind: 'item', id: 'hide', label: labels.hideColumn, icon: EyeOff, disabled: column.hideable === false || model.visible.value.length === 1 },
    { kind: 'separator' },
    { kind: 'heading', label: labels.showColumns },
    ...shown,
  ]
}

export function runColumnMenu<Row>(model: GridColumnModel<Row>, at: number, entry: string): void {
  const id = model.visible.value[at]?.column.id
  if (entry.startsWith('show:')) model.toggleVisible(entry.slice('show:'.length))
  else if (id === undefined) return
  else if (entry === 'asc' || entry === 'desc') model.setSort(id, entry)
  else if (entry === 'unsorted') model.setSort(id, undefined)
  else if (entry === 'left') model.nudge(id, -1)
  else if (entry === 'right') model.nudge(id, 1)
  else if (entry === 'hide') model.toggleVisible(id)
}
