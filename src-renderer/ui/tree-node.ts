import type { Component } from 'vue'

export interface TreeNode {
  readonly id: string
  readonly label: string
  /** A count or another short word at the end of the line. */
  readonly detail?: string
  readonly icon?: Component
  readonly children?: readonly TreeNode[]
}

export interface TreeLine {
  readonly node: TreeNode
  /** From 1, as aria-level counts. */
  readonly level: number
  readonly position: number
  readonly siblings: number
  readonly parent: string | undefined
  /** `undefined` for a node without children. */
  readonly open: boolean | undefined
}

/** The visible lines of a tree, top to bottom. */
export function treeLines(nodes: readonly TreeNode[], expanded: ReadonlySet<string>, level = 1, parent?: string): TreeLine[] {
  return nodes.flatMap((node, at) => {
    const children = node.children ?? []
    const open = children.length === 0 ? undefined : expanded.has(node.id)
    const line: TreeLine = { node, level, position: at + 1, siblings: nodes.length, parent, open }
    return open === true ? [line, ...treeLines(children, expanded, level + 1, node.id)] : [line]
  })
}

export type TreeKeyAction = { readonly kind: 'go'; readonly to: number } | { readonly kind: 'expand' | 'collapse' | 'choose'; readonly at: number } | { readonly kind: 'expand-level' }

/** What a key means in a tree (WAI-ARIA tree pattern), or `undefined` when it is not the tree's. */
export function treeKeyAction(key: string, at: number, lines: readonly TreeLine[]): TreeKeyAction | undefined {
  const line = lines[at]
  if (line === undefined) return undefined
  const go = (to: number): TreeKeyAction => ({ kind: 'go', to: Math.min(Math.max(to, 0), lines.length - 1) })
  switch (key) {
    case 'ArrowDown':
      return go(at + 1)
    case 'ArrowUp':
      return go(at - 1)
    case 'Home':
      return go(0)
    case 'End':
      return go(lines.length - 1)
    case 'ArrowRight':
      if (line.open === undefined) return undefined
      return line.open ? go(at + 1) : { kind: 'expand', at }
    case 'ArrowLeft':
      if (line.open === true) return { kind: 'collapse', at }
      return line.parent === undefined ? undefined : go(lines.findIndex((other) => other.node.id === line.parent))
    case 'Enter':
    case ' ':
      return { kind: 'choose', at }
    case '*':
      return { kind: 'expand-level' }
    default:
      return undefined
  }
}

/** The next line that begins with what was typed; one letter again and again walks through its lines. `fold` makes both comparable. */
export function typeAhead(typed: string, at: number, lines: readonly TreeLine[], fold: (text: string) => string): number | undefined {
  const letters = [...fold(typed)]
  const repeated = letters.length > 1 && letters.every((letter) => letter === letters[0])
  const prefix = repeated ? (letters[0] ?? '') : letters.join('')
  const from = repeated || letters.length === 1 ? at + 1 : at
  for (let step = 0; step < lines.length; step += 1) {
    const index = (from + step) % lines.length
    if (fold(lines[index]?.node.label ?? '').startsWith(prefix)) return index
  }
  return undefined
}
