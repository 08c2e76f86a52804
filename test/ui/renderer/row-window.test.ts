import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { followScroll, revealRow, rowOrder, rowScale, rowWindow } from '#renderer/ui/grid/row-window.ts'

const scales = fc
  .record({ total: fc.integer({ min: 0, max: 5_000_000 }), rowHeight: fc.integer({ min: 20, max: 60 }), viewport: fc.integer({ min: 100, max: 2_000 }) })
  .map(({ total, rowHeight, viewport }) => rowScale(total, rowHeight, viewport))

describe('rowScale', () => {
  test('leaves a list alone that fits into one element', () => {
    const scale = rowScale(1_000, 30, 600)
    expect(scale.elementHeight).toBe(30_000)
    expect([scale.toVirtual(12_345), scale.toScroll(12_345)]).toEqual([12_345, 12_345])
  })

  test('never makes an element taller than browsers show', () => {
    fc.assert(
      fc.property(scales, (scale) => {
        expect(scale.elementHeight).toBeLessThanOrEqual(15_000_000)
      }),
    )
  })

  test('reaches the first and the last row exactly', () => {
    fc.assert(
      fc.property(scales, (scale) => {
        const end = Math.max(0, scale.elementHeight - scale.viewport)
        expect(scale.toVirtual(0)).toBe(0)
        expect(scale.toVirtual(end)).toBe(scale.maxVirtualTop)
      }),
    )
  })

  test('maps there and back to the same place, in order', () => {
    fc.assert(
      fc.property(scales, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (scale, a, b) => {
        const [low, high] = [Math.min(a, b) * scale.maxVirtualTop, Math.max(a, b) * scale.maxVirtualTop]
        expect(scale.toVirtual(scale.toScroll(low))).toBeCloseTo(low, 4)
        expect(scale.toScroll(low)).toBeLessThanOrEqual(scale.toScroll(high))
      }),
    )
  })
})

describe('followScroll', () => {
  test('moves by the pixels of a wheel step, however short the element is', () => {
    const scale = rowScale(1_000_000, 30, 600)
    const was = { scrollTop: scale.toScroll(15_000_000), virtualTop: 15_000_000 }
    expect(followScroll(scale, was, was.scrollTop + 100).virtualTop).toBe(15_000_100)
    expect(followScroll(scale, was, was.scrollTop - 7).virtualTop).toBe(14_999_993)
  })

  test('takes a dragged thumb to its share of the list', () => {
    const scale = rowScale(1_000_000, 30, 600)
    const middle = (scale.elementHeight - scale.viewport) / 2
    expect(followScroll(scale, { scrollTop: 0, virtualTop: 0 }, middle).virtualTop).toBeCloseTo(scale.maxVirtualTop / 2, 0)
  })

  test('never leaves the list', () => {
    fc.assert(
      fc.property(scales, fc.array(fc.integer({ min: -5_000, max: 5_000 }), { maxLength: 50 }), (scale, steps) => {
        let at = { scrollTop: 0, virtualTop: 0 }
        for (const step of steps) {
          const scrollTop = Math.min(Math.max(at.scrollTop + step, 0), Math.max(0, scale.elementHeight - scale.viewport))
          at = followScroll(scale, at, scrollTop)
          expect(at.virtualTop).toBeGreaterThanOrEqual(0)
          expect(at.virtualTop).toBeLessThanOrEqual(scale.maxVirtualTop)
        }
      }),
    )
  })
})

describe('rowWindow', () => {
  test('covers every visible row and keeps its count while scrolling', () => {
    fc.assert(
      fc.property(scales, fc.double({ min: 0, max: 1, noNaN: true }), (scale, share) => {
        const top = share * scale.maxVirtualTop
        const { first, count } = rowWindow(scale, top, 4)
        expect(count).toBe(rowWindow(scale, 0, 4).count)
        expect(first).toBeLessThanOrEqual(Math.floor(top / scale.rowHeight))
        expect(first + count).toBeGreaterThanOrEqual(Math.min(scale.total, Math.ceil((top + scale.viewport) / scale.rowHeight)))
        expect(first + count).toBeLessThanOrEqual(scale.total)
      }),
    )
  })

  test('is empty for an empty list', () => {
    expect(rowWindow(rowScale(0, 30, 600), 0, 4)).toEqual({ first: 0, count: 0 })
  })
})

describe('rowOrder', () => {
  const windows = fc.record({ first: fc.nat(1_000), count: fc.integer({ min: 1, max: 60 }) })

  test('holds every row of the window once', () => {
    fc.assert(
      fc.property(windows, fc.nat(2_000), (window, turn) => {
        expect(rowOrder(window, turn).toSorted((a, b) => a - b)).toEqual(Array.from({ length: window.count }, (_, n) => window.first + n))
      }),
    )
  })

  test('leaves each element in its place while the window scrolls', () => {
    fc.assert(
      fc.property(windows, fc.nat(2_000), fc.nat(30), (window, turn, by) => {
        const elements = (first: number): number[] => rowOrder({ ...window, first }, turn).map((index) => index % window.count)
        expect(elements(window.first + by)).toEqual(elements(window.first))
      }),
    )
  })

  test('is the order on screen when it begins at the first row', () => {
    expect(rowOrder({ first: 7, count: 4 }, 7)).toEqual([7, 8, 9, 10])
    expect(rowOrder({ first: 9, count: 4 }, 7)).toEqual([11, 12, 9, 10])
  })
})

describe('revealRow', () => {
  const scale = rowScale(1_000, 30, 600)

  test.each([
    ['stays where the row is visible', 300, 15, 300],
    ['goes up to a row above', 300, 5, 150],
    ['goes down until a row below is whole', 300, 40, 630],
    ['ends at the end', 0, 999, 29_400],
  ])('%s', (_, top, row, expected) => {
    expect(revealRow(scale, top, row)).toBe(expected)
  })
})
