import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gridKeyAction, type GridKey } from '#renderer/ui/grid/grid-keys.ts'

const EXTENT = { rows: 100, columns: 5, page: 10 }

function press(keys: string): GridKey {
  const parts = keys.split('+')
  return {
    key: parts.at(-1) === 'Space' ? ' ' : (parts.at(-1) ?? ''),
    shiftKey: parts.includes('Shift'),
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
  }
}

describe('gridKeyAction on a row', () => {
  test.each([
    ['ArrowDown', { row: 51, column: 2 }],
    ['ArrowLeft', { row: 50, column: 1 }],
    ['PageUp', { row: 40, column: 2 }],
    ['Home', { row: 50, column: 0 }],
    ['Ctrl+Home', { row: 0, column: 0 }],
    ['Ctrl+End', { row: 99, column: 4 }],
    ['Meta+ArrowDown', { row: 99, column: 2 }],
  ])('%s moves', (keys, to) => {
    expect(gridKeyAction(press(keys), { row: 50, column: 2 }, EXTENT)).toEqual({ kind: 'move', to, extend: false })
  })

  test.each([
    ['Enter', { kind: 'open' }],
    ['F2', { kind: 'edit', text: undefined }],
    ['x', { kind: 'edit', text: 'x' }],
    ['Process', { kind: 'edit', text: '' }],
    ['Space', { kind: 'toggle' }],
    ['Ctrl+a', { kind: 'select-all' }],
    ['Meta+c', { kind: 'copy' }],
    ['Escape', { kind: 'clear' }],
    ['Tab', undefined],
    ['Ctrl+k', undefined],
    ['Alt+ArrowLeft', undefined],
  ])('%s means %j', (keys, action) => {
    expect(gridKeyAction(press(keys), { row: 50, column: 2 }, EXTENT)).toEqual(action)
  })

  test('Shift extends from row to row but never over the header', () => {
    expect(gridKeyAction(press('Shift+ArrowDown'), { row: 3, column: 0 }, EXTENT)).toEqual({ kind: 'move', to: { row: 4, column: 0 }, extend: true })
    expect(gridKeyAction(press('Shift+ArrowUp'), { row: 0, column: 0 }, EXTENT)).toEqual({ kind: 'move', to: { row: 0, column: 0 }, extend: false })
    expect(gridKeyAction(press('ArrowUp'), { row: 0, column: 0 }, EXTENT)).toEqual({ kind: 'move', to: { row: -1, column: 0 }, extend: false })
  })
})

describe('gridKeyAction on the header', () => {
  test.each([
    ['Enter', { kind: 'sort', add: false }],
    ['Shift+Enter', { kind: 'sort', add: true }],
    ['Alt+ArrowRight', { kind: 'resize', by: 16 }],
    ['Alt+Shift+ArrowLeft', { kind: 'reorder', by: -1 }],
    ['Alt+ArrowDown', { kind: 'menu' }],
    ['Shift+F10', { kind: 'menu' }],
    ['ArrowDown', { kind: 'move', to: { row: 0, column: 2 }, extend: false }],
    ['x', undefined],
  ])('%s means %j', (keys, action) => {
    expect(gridKeyAction(press(keys), { row: -1, column: 2 }, EXTENT)).toEqual(action)
  })
})

test('no key leaves the grid, even an empty one', () => {
  const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End', 'Ctrl+Home', 'Ctrl+End', 'Ctrl+ArrowUp', 'Ctrl+ArrowDown']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...keys)), fc.nat(50), fc.integer({ min: 1, max: 8 }), (pressed, rows, columns) => {
      let at = { row: Math.min(0, rows - 1), column: 0 }
      for (const key of pressed) {
        const action = gridKeyAction(press(key), at, { rows, columns, page: 7 })
        if (action?.kind === 'move') at = action.to
        expect(at.row).toBeGreaterThanOrEqual(-1)
        expect(at.row).toBeLessThan(Math.max(rows, 0) || 1)
        expect(at.column).toBeGreaterThanOrEqual(0)
        expect(at.column).toBeLessThan(columns)
      }
    }),
  )
})
