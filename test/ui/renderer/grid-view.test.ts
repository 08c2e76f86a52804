import { expect, test } from 'vitest'
import { badgeWidth } from '#renderer/ui/badge-width.ts'
import { gridTracks } from '#renderer/ui/grid/grid-view.ts'

test('the column that grows takes the rest, and no other does', () => {
  expect(gridTracks([{ width: 220, grows: true }, { width: 110, grows: false }], true)).toBe('34px minmax(220px, 1fr) 110px')
  expect(gridTracks([{ width: 220, grows: false }], false)).toBe('220px')
})

test('a column of badges is wide enough for its longest label in each script', () => {
  expect(badgeWidth(['割り当て先なし', '新規'])).toBeGreaterThanOrEqual(7 * 11 + 34)
  expect(badgeWidth(['New'])).toBe(104)
})
