import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitItems } from '#renderer/ui/fit-items.ts'

const usual = { gap: 2, reserve: 30 }

describe('items side by side', () => {
  test('are all there when there is room for them without the button', () => {
    expect(fitItems([100, 100], 202, usual)).toEqual(new Set([0, 1]))
  })

  test('give way to the button from the last on', () => {
    expect(fitItems([100, 100, 100], 250, usual)).toEqual(new Set([0, 1]))
    expect(fitItems([100, 100, 100], 140, usual)).toEqual(new Set([0]))
  })

  test('keep the one that must be seen', () => {
    expect(fitItems([100, 100, 100], 250, { ...usual, must: 2 })).toEqual(new Set([0, 2]))
    expect(fitItems([100, 100, 100], 20, { ...usual, must: 2 })).toEqual(new Set([2]))
  })

  test('never take more than the room, but for the one that must be seen', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 10, max: 200 }), { maxLength: 12 }), fc.nat(900), (widths, room) => {
        const items = [...fitItems(widths, room, usual)]
        const taken = items.reduce((sum, at) => sum + (widths[at] ?? 0) + usual.gap, -usual.gap)
        expect(items.length === 0 || taken + (items.length < widths.length ? usual.gap + usual.reserve : 0) <= room).toBe(true)
      }),
    )
  })
})
