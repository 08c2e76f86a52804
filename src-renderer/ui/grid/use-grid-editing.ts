import { shallowRef, watch, type Ref } from 'vue'
import type { GridColumn, GridEditEvent, GridValue } from './grid-column.ts'
import type { GridCell } from './grid-keys.ts'

export interface GridEdit<Row> {
  readonly row: Row
  readonly index: number
  readonly column: GridColumn<Row>
  /** What typing began with; `undefined` keeps the value. */
  readonly text: string | undefined
}

/** What is being typed into a cell: kept by the host, so that it can be taken up again. */
export interface GridDraft {
  readonly row: string
  readonly column: string
  readonly text: string
}

export type EditStep = 'next' | 'previous' | 'down' | 'stay'

export function canEdit<Row>(column: GridColumn<Row>, row: Row): boolean {
  return column.edit !== undefined && (column.canEdit?.(row) ?? true)
}

export interface GridEditingOptions<Row> {
  readonly columns: () => readonly GridColumn<Row>[]
  readonly rowAt: (index: number) => Row | undefined
  readonly keyOf: (row: Row) => string
  readonly draft: Ref<GridDraft | undefined>
  readonly edited: (event: GridEditEvent<Row>) => void
  readonly moveTo: (cell: GridCell) => void
  /** Takes the focus back from an editor that is left by the keyboard. */
  readonly focus: () => void
}

/** One cell is edited at a time; leaving it commits, Escape does not. An editor left by the pointer leaves the focus where it went. */
export function useGridEditing<Row>({ columns, rowAt, keyOf, draft, edited, moveTo, focus }: GridEditingOptions<Row>) {
  const editing = shallowRef<GridEdit<Row>>()

  function begin(cell: GridCell, text?: string): boolean {
    const row = rowAt(cell.row)
    const column = columns()[cell.column]
    if (row === undefined || column === undefined || !canEdit(column, row)) return false
    editing.value = { row, index: cell.row, column, text }
    // The key that opened the editor is typed text already.
    if (text !== undefined) draft.value = { row: keyOf(row), column: column.id, text }
    return true
  }

  watch(editing, (now) => {
    if (now === undefined) draft.value = undefined
  })

  function typed(edit: GridEdit<Row>, text: string): void {
    if (edit === editing.value) draft.value = { row: keyOf(edit.row), column: edit.column.id, text }
  }

  /** Goes on with what was being typed into one of these rows. */
  function resume(rows: readonly { readonly index: number; readonly row: Row | undefined }[]): void {
    const kept = draft.value
    if (kept === undefined || editing.value !== undefined) return
    const index = rows.find(({ row }) => row !== undefined && keyOf(row) === kept.row)?.index
    const column = columns().findIndex(({ id }) => id === kept.column)
    if (index === undefined || column < 0) return
    moveTo({ row: index, column })
    begin({ row: index, column }, kept.text)
  }

  // Editors name the edit they mean: one that is taken away loses focus late, when the next may already be open.
  function commit(edit: GridEdit<Row>, value: GridValue): void {
    if (edit !== editing.value) return
    editing.value = undefined
    const was = edit.column.value(edit.row)
    if (value !== was && !(value === '' && (was === null || was === undefined))) edited({ row: edit.row, column: edit.column.id, value, was })
  }

  /** Commits and goes on: to the next cell that can be edited in the row, to the row below, or nowhere. */
  function commitAndMove(edit: GridEdit<Row>, value: GridValue, step: EditStep): void {
    if (edit !== editing.value) return
    const at = columns().findIndex(({ id }) => id === edit.column.id)
    commit(edit, value)
    focus()
    if (step === 'down' || step === 'stay') return moveTo({ row: edit.index + (step === 'down' ? 1 : 0), column: at })
    const by = step === 'next' ? 1 : -1
    for (let column = at + by; column >= 0 && column < columns().length; column += by) {
      const target = columns()[column]
      if (target !== undefined && canEdit(target, edit.row)) {
        moveTo({ row: edit.index, column })
        begin({ row: edit.index, column })
        return
      }
    }
    moveTo({ row: edit.index, column: at })
  }

  function cancel(edit: GridEdit<Row>): void {
    if (edit !== editing.value) return
    editing.value = undefined
    focus()
  }

  return { editing, begin, typed, resume, commit, commitAndMove, cancel }
}
