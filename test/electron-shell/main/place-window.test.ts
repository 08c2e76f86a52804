import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeWindow } from '#main/electron/place-window.ts'

const laptop = { x: 0, y: 25, width: 1512, height: 920 }
const desk = { x: 1512, y: -300, width: 2560, height: 1400 }

test('opens where it was, on either screen', () => {
  const left = { x: 100, y: 100, width: 1200, height: 800 }
  const right = { x: 1700, y: -200, width: 1600, height: 1000 }
  expect(placeWindow(left, [laptop, desk])).toEqual(left)
  expect(placeWindow(right, [laptop, desk])).toEqual(right)
})

test('comes to the middle of the first screen when it never was anywhere', () => {
  expect(placeWindow(undefined, [laptop, desk])).toEqual({ x: 36, y: 35, width: 1440, height: 900 })
})

test.each([
  ['the screen it was on is gone', { x: 1700, y: -200, width: 1600, height: 1000 }],
  ['its title bar lies above the screen', { x: 100, y: -600, width: 1200, height: 800 }],
  ['only its edge is left on a screen', { x: 1450, y: 100, width: 1200, height: 800 }],
  ['it lies below the screen', { x: 100, y: 930, width: 1200, height: 800 }],
])('comes back to the middle when %s', (_name, last) => {
  expect(placeWindow(last, [laptop])).toEqual({ x: 36, y: 35, width: 1440, height: 900 })
})

test('shrinks to the screen that is there now, and never below what can be worked in', () => {
  expect(placeWindow({ x: 0, y: 25, width: 2560, height: 1400 }, [laptop])).toEqual(laptop)
  expect(placeWindow({ x: 10, y: 30, width: 200, height: 30 }, [laptop])).toMatchObject({ width: 880, height: 560 })
})

test('can always be grabbed, wherever it was and whatever screens there are', () => {
  const coordinate = fc.integer({ min: -10_000, max: 10_000 })
  const size = fc.integer({ min: 1, max: 8000 })
  const screen = fc.record({ x: coordinate, y: coordinate, width: fc.integer({ min: 640, max: 8000 }), height: fc.integer({ min: 480, max: 5000 }) })
  fc.assert(
    fc.property(fc.record({ x: coordinate, y: coordinate, width: size, height: size }), fc.array(screen, { minLength: 1, maxLength: 4 }), (last, screens) => {
      const placed = placeWindow(last, screens)
      const grabbable = screens.some(
        ({ x, y, width, height }) =>
          Math.min(placed.x + placed.width, x + width) - Math.max(placed.x, x) >= 120 && placed.y >= y && placed.y <= y + height - 40,
      )
      expect(grabbable).toBe(true)
    }),
  )
})
