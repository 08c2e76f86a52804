import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allSelected,
  isSelected,
  nothingSelected,
  selectionCount,
  selectionExtent,
  selectOnly,
  setSelected,
  toggleSelected,
  type GridSelection,
} from '#renderer/ui/grid/grid-selection.ts'

const ROWS = ['a', 'b', 'c', 'd', 'e']
const selections: fc.Arbitrary<GridSelection> = fc
  .tuple(fc.boolean(), fc.subarray(ROWS))
  .map(([all, keys]) => (all ? { mode: 'all', except: new Set(keys) } : { mode: 'some', keys: new Set(keys) }))
const listed = (selection: GridSelection): string[] => ROWS.filter((key) => isSelected(selection, key))

describe('a selection', () => {
  test('of all rows holds for rows nobody has loaded, and costs no keys', () => {
    expect(isSelected(allSelected, 'never seen')).toBe(true)
    expect(selectionCount(allSelected, 1_000_000)).toBe(1_000_000)
    expect(selectionCount(toggleSelected(allSelected, 'a'), 1_000_000)).toBe(999_999)
  })

  test('counts the rows that it says are selected', () => {
    fc.assert(
      fc.property(selections, (selection) => {
        expect(selectionCount(selection, ROWS.length)).toBe(listed(selection).length)
      }),
    )
  })

  test('toggles one row and leaves the others', () => {
    fc.assert(
      fc.property(selections, fc.constantFrom(...ROWS), (selection, key) => {
        const now = toggleSelected(selection, key)
        expect(ROWS.filter((row) => isSelected(now, row) !== isSelected(selection, row))).toEqual([key])
        expect(listed(toggleSelected(now, key))).toEqual(listed(selection))
      }),
    )
  })

  test('takes rows in or out whichever way it is kept', () => {
    fc.assert(
      fc.property(selections, fc.subarray(ROWS), fc.boolean(), (selection, keys, selected) => {
        const now = setSelected(selection, keys, selected)
        expect(listed(now)).toEqual(ROWS.filter((row) => (keys.includes(row) ? selected : isSelected(selection, row))))
      }),
    )
  })

  test('forgets all others when only some are selected', () => {
    expect(listed(selectOnly(['b', 'd']))).toEqual(['b', 'd'])
  })

  test.each([
    ['none', nothingSelected],
    ['some', selectOnly(['a'])],
    ['all', allSelected],
    ['all', selectOnly(ROWS)],
    ['none', ROWS.reduce(toggleSelected, allSelected)],
  ] as const)('reaches over %s of the rows', (extent, selection) => {
    expect(selectionExtent(selection, ROWS.length)).toBe(extent)
  })
})
