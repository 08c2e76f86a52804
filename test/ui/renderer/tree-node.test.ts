import { describe, expect, test } from 'vitest'
import { treeKeyAction, treeLines, typeAhead, type TreeNode } from '#renderer/ui/tree-node.ts'

const NODES: readonly TreeNode[] = [
  { id: 'a', label: 'Américas', children: [{ id: 'gt', label: 'Guatemala' }, { id: 'bz', label: 'Belice' }] },
  { id: 'e', label: 'Europa', children: [{ id: 'es', label: 'España' }] },
  { id: 'j', label: '日本' },
]
const lines = treeLines(NODES, new Set(['a']))

describe('treeLines', () => {
  test('lists what is visible with its level, place and state', () => {
    expect(lines.map(({ node, level, position, siblings, open }) => [node.id, level, position, siblings, open])).toEqual([
      ['a', 1, 1, 3, true],
      ['gt', 2, 1, 2, undefined],
      ['bz', 2, 2, 2, undefined],
      ['e', 1, 2, 3, false],
      ['j', 1, 3, 3, undefined],
    ])
  })
})

describe('treeKeyAction', () => {
  test.each([
    ['ArrowRight', 0, { kind: 'go', to: 1 }],
    ['ArrowRight', 3, { kind: 'expand', at: 3 }],
    ['ArrowRight', 4, undefined],
    ['ArrowLeft', 0, { kind: 'collapse', at: 0 }],
    ['ArrowLeft', 2, { kind: 'go', to: 0 }],
    ['ArrowLeft', 4, undefined],
    ['ArrowUp', 0, { kind: 'go', to: 0 }],
    ['End', 0, { kind: 'go', to: 4 }],
    ['Enter', 1, { kind: 'choose', at: 1 }],
    ['*', 0, { kind: 'expand-level' }],
    ['x', 0, undefined],
  ])('%s on line %i means %j', (key, at, action) => {
    expect(treeKeyAction(key, at, lines)).toEqual(action)
  })
})

describe('typeAhead', () => {
  const fold = (text: string): string => text.toLowerCase()

  test.each([
    ['e', 0, 3],
    ['gu', 1, 1],
    ['日', 0, 4],
    ['aa', 0, 0],
    ['x', 0, undefined],
  ])('%j from line %i goes to %j', (typed, at, to) => {
    expect(typeAhead(typed, at, lines, fold)).toBe(to)
  })
})
