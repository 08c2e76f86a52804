import type { Condition, ConditionNode } from '#shared/territories/condition.ts'
import { partsOf } from '../condition-draft.ts'
import type { Rule } from '../rule-draft.ts'
import type { Territory } from '../territory.presenter.ts'

/** What must change in the rules so that a territory gets some places. */
export type RuleChange =
  | { readonly kind: 'add'; readonly codes: readonly string[]; readonly condition: ConditionNode }
  /** `codes`: what the rule gains, or loses. */
  | { readonly kind: 'change'; readonly rule: Rule; readonly loses: boolean; readonly codes: readonly string[]; readonly condition: ConditionNode }
  | { readonly kind: 'remove'; readonly rule: Rule }

type Node = Pick<Territory, 'id' | 'parentId'>
export type PlaceField = 'country' | 'region'
type PlaceCondition = Extract<Condition, { field: PlaceField }>

/**
 * Gives countries or regions to a territory: to its rule that asks for nothing but such places, or to a new one. Rules of
 * others that ask for nothing else let go of them, except those of territories above it, which come after it anyway. What is
 * gained comes first: half of it done leaves no place without anybody.
 */
export function givePlaces(field: PlaceField, codes: readonly string[], to: string, rules: readonly Rule[], territories: readonly Node[]): readonly RuleChange[] {
  const above = new Set(ancestorIds(to, territories))
  const own = rules.filter(({ territoryId, enabled }) => territoryId === to && enabled).flatMap((rule) => {
    const only = placesOnly(rule.condition, field)
    return only === undefined ? [] : [{ rule, only }]
  })
  const wanted = codes.filter((code) => !own.some(({ only }) => only.is.includes(code)))
  const [first] = own
  const gained: RuleChange[] =
    wanted.length === 0 ? []
    : first === undefined ? [{ kind: 'add', codes: wanted, condition: { all: [{ field, is: [...wanted] }] } }]
    : [{ kind: 'change', rule: first.rule, loses: false, codes: wanted, condition: { all: [{ ...first.only, is: [...first.only.is, ...wanted] }] } }]
  const lost = rules.flatMap((rule): readonly RuleChange[] => {
    const only = placesOnly(rule.condition, field)
    if (only === undefined || rule.territoryId === to || above.has(rule.territoryId) || !only.is.some((code) => codes.includes(code))) return []
    const left = only.is.filter((code) => !codes.includes(code))
    return [left.length === 0 ? { kind: 'remove', rule } : { kind: 'change', rule, loses: true, codes: only.is.filter((code) => codes.includes(code)), condition: { all: [{ ...only, is: left }] } }]
  })
  return [...gained, ...lost]
}

/** A code for a new rule of the territory that no other rule has: `FR-R2`. */
export function freeRuleCode({ code }: Pick<Territory, 'code'>, rules: readonly Pick<Rule, 'code'>[]): string {
  const taken = new Set(rules.map((rule) => rule.code))
  let number = 1
  while (taken.has(`${code}-R${number}`)) number += 1
  return `${code}-R${number}`
}

/** The one condition of a rule that asks for nothing but countries, or nothing but regions. */
function placesOnly(node: ConditionNode, field: PlaceField): PlaceCondition | undefined {
  if ('field' in node) return node.field === field ? node : undefined
  const [kind, parts] = partsOf(node)
  const [only] = parts
  return kind !== 'none' && parts.length === 1 && only !== undefined ? placesOnly(only, field) : undefined
}

function ancestorIds(id: string, territories: readonly Node[]): readonly string[] {
  const parents = new Map(territories.map((each) => [each.id, each.parentId]))
  const above: string[] = []
  for (let at = parents.get(id); at !== null && at !== undefined && !above.includes(at); at = parents.get(at)) above.push(at)
  return above
}
