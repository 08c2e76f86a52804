import { expect, it } from 'vitest'
import { changeText, commonReasons, figuresOf, giftOf, longestBar, sharesToShow } from '#renderer/assignment/assignment.presenter.ts'

const share = (id: string, today: number, leads: number) => ({ id, code: id, name: id, today, leads })
const shares = [share('same', 9, 9), share('more', 1, 4), share('less', 30, 10)]

it('shows what changes, the greatest change first', () => {
  expect(sharesToShow(shares, false).map(({ id }) => id)).toEqual(['less', 'more'])
  expect(sharesToShow(shares, true)).toBe(shares)
})

it('scales bars by the most leads of either day', () => {
  expect(longestBar(shares)).toBe(30)
  expect(longestBar([])).toBe(1)
})

it('writes changes with their sign', () => {
  expect([12, -12, 0].map((change) => changeText(change, String))).toEqual(['+12', '−12', '±0'])
})

it('counts the partners that receive leads, not those that lose them', () => {
  const moves = [{ from: null, to: 'a', leads: 3 }, { from: 'a', to: 'b', leads: 2 }, { from: 'b', to: null, leads: 1 }]
  expect(giftOf({ assigned: 7, unchanged: 2, moves })).toEqual({ leads: 5, partners: 2 })
})

it('counts every lead looked at in one figure: those that stay with their partner are not found one', () => {
  const { considered, ...rest } = figuresOf({ ruleVersion: 'r', scope: 'all', considered: 12, assigned: 7, moved: 1, unchanged: 4, unroutable: 2, kept: 3, heldBack: 0, byTerritory: [], byPartner: [], moves: [], ms: 1 })
  expect(rest).toEqual({ assigned: 2, moved: 1, kept: 7, unroutable: 2 })
  expect(Object.values(rest).reduce((sum, count) => sum + count, 0)).toBe(considered)
})

it('names what speaks against most candidates first', () => {
  const candidate = (reasons: Parameters<typeof commonReasons>[0]['candidates'][number]['reasons']) => ({ partnerId: '', code: null, eligible: false, weight: null, kilometres: null, fit: null, reasons })
  const found = commonReasons({ candidates: [candidate([{ reason: 'declined' }]), candidate([{ reason: 'atCapacity', capacity: 5 }]), candidate([{ reason: 'atCapacity', capacity: 5 }, { reason: 'declined' }]), candidate([{ reason: 'atCapacity', capacity: 5 }])] })
  expect(found).toEqual([{ reason: { reason: 'atCapacity', capacity: 5 }, candidates: 3 }, { reason: { reason: 'declined' }, candidates: 2 }])
})
