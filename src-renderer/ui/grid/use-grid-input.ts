import type { Ref, ShallowRef } from 'vue'
import { gridKeyAction, type GridCell, type GridKeyAction } from './grid-keys.ts'
import type { useGridColumns } from './use-grid-columns.ts'
import type { useGridEditing } from './use-grid-editing.ts'
import type { useGridSelection } from './use-grid-selection.ts'

export interface GridInputOptions<Row> {
  readonly scroller: Readonly<ShallowRef<HTMLElement | null>>
  readonly cell: Ref<GridCell>
  readonly model: ReturnType<typeof useGridColumns<Row>>
  /** Left out where rows cannot be selected. */
  readonly selecting: () => ReturnType<typeof useGridSelection<Row>> | undefined
  readonly editing: ReturnType<typeof useGridEditing<Row>>
  readonly total: () => number
  readonly pageRows: () => number
  readonly rowAt: (index: number) => Row | undefined
  readonly isGroup: (row: Row) => boolean
  readonly moveTo: (cell: GridCell) => void
  readonly open: (row: Row) => void
  readonly toggleGroup: (row: Row) => void
  readonly openMenu: (column: number, anchor: HTMLElement) => void
  readonly copy: () => void
}

const closest = (event: Event, selector: string): HTMLElement | null => (event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null)

/** Keyboard and pointer of the grid. The focus stays on the grid itself; the active cell is announced by aria-activedescendant. */
export function useGridInput<Row>(options: GridInputOptions<Row>) {
  const { cell, model, editing } = options
  const columnAt = (at: number) => model.visible.value[at]

  const heading = (at: number): HTMLElement | undefined => options.scroller.value?.querySelectorAll<HTMLElement>('.grid-heading')[at]

  function openRow(index: number): void {
    const row = options.rowAt(index)
    if (row === undefined) return
    if (options.isGroup(row)) options.toggleGroup(row)
    else options.open(row)
  }

  /** Whether the key was used. */
  function perform(action: GridKeyAction): boolean {
    const at = cell.value
    const placed = columnAt(at.column)
    const selecting = options.selecting()
    switch (action.kind) {
      case 'move':
        options.moveTo(action.to)
        if (action.extend) void selecting?.extend(action.to.row)
        else selecting?.begin(action.to.row)
        return true
      case 'open':
        openRow(at.row)
        return true
      case 'edit':
        return editing.begin(at, action.text)
      case 'toggle':
        selecting?.toggle(at.row)
        return true
      case 'select-all':
        selecting?.selectAll()
        return true
      case 'clear':
        return selecting?.clear() ?? false
      case 'copy':
        options.copy()
        return true
      case 'sort':
        if (placed) model.toggleSort(placed.column.id, action.add)
        return true
      case 'resize':
        if (placed) model.resize(placed.column.id, (heading(at.column)?.offsetWidth ?? placed.width) + action.by)
        return true
      case 'reorder':
        if (!placed || !model.nudge(placed.column.id, action.by)) return true
        options.moveTo({ row: -1, column: at.column + action.by })
        return true
      case 'menu': {
        const anchor = heading(at.column)
        if (anchor) options.openMenu(at.column, anchor)
        return true
      }
    }
  }

  function place(event: Event): GridCell | undefined {
    const row = closest(event, '[data-row]')
    if (!row || closest(event, '.grid-editor')) return undefined
    const under = closest(event, '.grid-cell')
    const column = under ? [...row.querySelectorAll('.grid-cell')].indexOf(under) : cell.value.column
    return { row: Number(row.dataset['row']), column }
  }

  return {
    onKeydown(event: KeyboardEvent): void {
      if (event.target !== options.scroller.value) return
      const extent = { rows: options.total(), columns: model.visible.value.length, page: options.pageRows() }
      const action = gridKeyAction(event, cell.value, extent)
      // The key an input method announces itself with must still reach the editor that opens.
      if (action && perform(action) && event.key !== 'Process') event.preventDefault()
    },
    onClick(event: MouseEvent): void {
      const at = place(event)
      if (!at) return
      options.moveTo(at)
      const row = options.rowAt(at.row)
      const selecting = options.selecting()
      if (row !== undefined && options.isGroup(row)) options.toggleGroup(row)
      else if (closest(event, '.grid-check') && !event.shiftKey) selecting?.toggle(at.row)
      else void selecting?.click(at.row, event)
    },
    onDoubleClick(event: MouseEvent): void {
      const at = place(event)
      const row = at && options.rowAt(at.row)
      if (at && row !== undefined && !options.isGroup(row) && !editing.begin(at)) options.open(row)
    },
  }
}
