import { describe, expect, test } from 'vitest'
import { allSelected, selectOnly } from '#renderer/ui/grid/grid-selection.ts'
import { useListSelection } from '#renderer/views/list-selection.ts'

function selectionIn(listed: Set<string>) {
  return useListSelection({
    matching: () => listed.size,
    allIds: async () => [...listed],
    matchingIds: async (ids) => new Set(ids.filter((id) => listed.has(id))),
  })
}

describe('the selection of a list', () => {
  test('loses the rows that have left the list, and keeps the others', async () => {
    const listed = new Set(['a', 'b', 'c'])
    const selecting = selectionIn(listed)
    selecting.selection.value = selectOnly(['a', 'c'])
    listed.delete('a')
    await selecting.review()
    expect(await selecting.ids()).toEqual(['c'])
    expect(selecting.count.value).toBe(1)
  })

  test('of all rows does not take in those that come after all of them have left', async () => {
    const listed = new Set(['a', 'b'])
    const selecting = selectionIn(listed)
    selecting.selection.value = allSelected
    listed.clear()
    await selecting.review()
    listed.add('new')
    expect(await selecting.ids()).toEqual([])
  })
})
