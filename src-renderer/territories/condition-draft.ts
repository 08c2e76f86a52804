import type { Condition, ConditionField, ConditionGroup, ConditionNode } from '#shared/territories/condition.ts'

export const groupKinds = ['all', 'any', 'none'] as const
export type GroupKind = (typeof groupKinds)[number]
export const conditionFields: readonly ConditionField[] = ['country', 'region', 'postcode', 'industry', 'employees', 'product', 'source', 'account']
export const MAXIMUM_DEPTH = 6

/** A rule's condition while it is being written: every part has a key that stays with it, and may still be empty. */
export interface DraftGroup {
  readonly key: number
  readonly kind: GroupKind
  readonly parts: readonly DraftPart[]
}

export interface DraftCondition {
  readonly key: number
  readonly condition: Condition
}

export type DraftPart = DraftGroup | DraftCondition

export type ConditionProblem = 'empty' | 'reversed' | 'deep'

export const isGroup = (part: DraftPart): part is DraftGroup => 'parts' in part

/** The outermost part is always a group, so that there is a place to add to. */
export function draftCondition(node: ConditionNode): DraftGroup {
  let last = 0
  const draft = (from: ConditionNode): DraftPart => {
    last += 1
    const key = last
    if ('field' in from) return { key, condition: from }
    const [kind, parts] = partsOf(from)
    return { key, kind, parts: parts.map(draft) }
  }
  const drafted = draft('field' in node ? { all: [node] } : node)
  return drafted as DraftGroup
}

export function finishCondition(part: DraftPart): ConditionNode {
  if (!isGroup(part)) return part.condition
  const parts = part.parts.map(finishCondition)
  return part.kind === 'all' ? { all: parts } : part.kind === 'any' ? { any: parts } : { none: parts }
}

/** A key that no part of the tree has. */
export function freeKey(part: DraftPart): number {
  return 1 + greatestKey(part)
}

export function emptyCondition(field: ConditionField): Condition {
  if (field === 'employees') return { field, from: null, to: null }
  return field === 'postcode' ? { field, in: [] } : { field, is: [] }
}

/** The values of a condition that names some; employees have none. */
export function valuesOf(condition: Condition): readonly string[] {
  return condition.field === 'employees' ? [] : condition.field === 'postcode' ? condition.in : condition.is
}

export function withValues(condition: Condition, values: readonly string[]): Condition {
  if (condition.field === 'employees') return condition
  return condition.field === 'postcode' ? { field: 'postcode', in: [...values] } : { ...condition, is: [...values] }
}

export function conditionProblem({ condition }: DraftCondition): ConditionProblem | undefined {
  if (condition.field !== 'employees') return valuesOf(condition).length === 0 ? 'empty' : undefined
  if (condition.from === null && condition.to === null) return 'empty'
  return condition.from !== null && condition.to !== null && condition.from > condition.to ? 'reversed' : undefined
}

/** The first thing that keeps the condition from being saved. */
export function firstProblem(part: DraftPart, depth = 1): ConditionProblem | undefined {
  if (!isGroup(part)) return conditionProblem(part)
  if (depth > MAXIMUM_DEPTH) return 'deep'
  for (const inner of part.parts) {
    const problem = firstProblem(inner, depth + 1)
    if (problem !== undefined) return problem
  }
  return undefined
}

export function partsOf(group: ConditionGroup): readonly [GroupKind, readonly ConditionNode[]] {
  if ('all' in group) return ['all', group.all]
  return 'any' in group ? ['any', group.any] : ['none', group.none]
}

function greatestKey(part: DraftPart): number {
  return isGroup(part) ? Math.max(part.key, ...part.parts.map(greatestKey)) : part.key
}
