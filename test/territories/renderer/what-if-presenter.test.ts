import { expect, it } from 'vitest'
import { figuresOf, leadsAddress, longestBar, movesBySource, rowsToShow } from '#renderer/territories/what-if/what-if.presenter.ts'
import type { WhatIf } from '#shared/models/what-if.ts'
import { words } from '#shared/locales/en/index.ts'

const nothing = { leads: 10, moved: 0, rehomed: 0, orphaned: 0, routed: 0, unroutable: 3, heldOver: 0, pinned: 0, byHand: 0 } as WhatIf
const row = (id: string, today: number, after: number, gained = 0, lost = 0) => ({ id, today, after, gained, lost })

it('says what would happen, most important first, and is silent of what would not', () => {
  expect(figuresOf({ ...nothing, moved: 1, orphaned: 2, pinned: 1, byHand: 2 }, words)).toEqual([
    { id: 'moved', text: '1 lead moves', isBad: false },
    { id: 'orphaned', text: '2 lose their partner', isBad: true },
    { id: 'staying', text: '3 stay where they are', isBad: false },
  ])
  expect(figuresOf(nothing, words)).toEqual([])
})

it('shows whoever anything changes for, the greatest change first, also where gains and losses even out', () => {
  const rows = [row('even', 5, 5, 2, 2), row('same', 9, 9), row('up', 1, 3, 2), row('down', 9, 1, 0, 8)]
  expect(rowsToShow(rows, false).map(({ id }) => id)).toEqual(['down', 'up', 'even'])
  expect(rowsToShow(rows, true).map(({ id }) => id)).toEqual(['down', 'up', 'even', 'same'])
})

it('makes bars as long as the longest count or capacity', () => {
  expect(longestBar([{ today: 1, after: 2, capacity: 7 }, { today: 3, after: 0, capacity: null }])).toBe(7)
  expect(longestBar([])).toBe(1)
})

it('tells moves from a partner from moves of what nobody has', () => {
  const move = (partnerId: string | null) => ({ from: { partnerId, territoryId: null } })
  expect(movesBySource([move(null), move('p')])).toEqual({ held: [move('p')], waiting: [move(null)] })
})

it('leads to the leads behind a number', () => {
  expect(leadsAddress(['a', 'b'])).toEqual({ path: '/leads', query: { m: '1', f: ['id~is~a~b'] } })
})
