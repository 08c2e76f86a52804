import { shallowRef } from 'vue'
import { expect, test } from 'vitest'
import type { GridColumn, GridEditEvent } from '#renderer/ui/grid/grid-column.ts'
import type { GridCell } from '#renderer/ui/grid/grid-keys.ts'
import { useGridEditing } from '#renderer/ui/grid/use-grid-editing.ts'

interface Price {
  readonly code: string
  readonly price: string
}

const columnsAnew = (): readonly GridColumn<Price>[] => [
  { id: 'code', title: 'Code', kind: 'text', width: 80, value: ({ code }) => code },
  { id: 'price', title: 'Price', kind: 'text', width: 80, value: ({ price }) => price, edit: { kind: 'text' } },
]

test('columns that are made anew while one types leave the keyboard in its column', () => {
  const rows = [{ code: 'SEAT', price: '10' }, { code: 'LEDGER', price: '20' }]
  const columns = shallowRef(columnsAnew())
  const [edits, cells]: [GridEditEvent<Price>[], GridCell[]] = [[], []]
  const { begin, editing, commitAndMove } = useGridEditing<Price>({
    columns: () => columns.value,
    rowAt: (index) => rows[index],
    keyOf: ({ code }) => code,
    draft: shallowRef(),
    edited: (event) => edits.push(event),
    moveTo: (cell) => cells.push(cell),
    focus: () => undefined,
  })
  begin({ row: 0, column: 1 })
  columns.value = columnsAnew()
  const edit = editing.value
  expect(edit).toBeDefined()
  if (edit !== undefined) commitAndMove(edit, '12', 'down')
  expect(edits).toMatchObject([{ column: 'price', value: '12', was: '10' }])
  expect(cells).toEqual([{ row: 1, column: 1 }])
})
