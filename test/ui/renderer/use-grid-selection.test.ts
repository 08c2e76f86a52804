import { shallowRef } from 'vue'
import { describe, expect, test } from 'vitest'
import { nothingSelected, type GridSelection } from '#renderer/ui/grid/grid-selection.ts'
import { arrayRows } from '#renderer/ui/grid/row-source.ts'
import { useGridSelection } from '#renderer/ui/grid/use-grid-selection.ts'

const plain = { shiftKey: false, ctrlKey: false, metaKey: false }

function selecting() {
  const selection = shallowRef<GridSelection>(nothingSelected)
  const rows = ['a', 'b', 'c', 'd']
  const used = useGridSelection<string>({ source: () => arrayRows(rows), keyOf: (row) => row, isGroup: () => false, selection })
  return { ...used, keys: () => (selection.value.mode === 'some' ? [...selection.value.keys] : undefined) }
}

describe('the pointer in a grid', () => {
  test('opens a row without selecting it, and leaves what is selected', async () => {
    const { click, keys, toggle } = selecting()
    await click(2, plain)
    expect(keys()).toEqual([])
    toggle(0)
    await click(2, plain)
    expect(keys()).toEqual(['a'])
  })

  test('selects with Shift from the row that was last gone to', async () => {
    const { click, keys } = selecting()
    await click(1, plain)
    await click(3, { ...plain, shiftKey: true })
    expect(keys()).toEqual(['b', 'c', 'd'])
  })

  test('selects one by one with Ctrl', async () => {
    const { click, keys } = selecting()
    await click(1, { ...plain, ctrlKey: true })
    await click(3, { ...plain, ctrlKey: true })
    expect(keys()).toEqual(['b', 'd'])
  })
})

describe('the keyboard in a grid', () => {
  test('extends with Shift from where the cursor rested', async () => {
    const { begin, extend, keys, toggle } = selecting()
    toggle(0)
    begin(1)
    await extend(2)
    await extend(3)
    expect(keys()).toEqual(['b', 'c', 'd'])
  })
})
