import { isInEffect } from '#shared/assignment/rule-set.ts'
import type { ConditionNode } from '#shared/territories/condition.ts'
import type { Rule } from '../rule-draft.ts'
import type { Territory } from '../territory.presenter.ts'

/** A country, or a region of it: all that is known of a lead here. */
export interface Place {
  readonly country: string
  /** ISO 3166-2, like JP-13; null for the country as such. */
  readonly region: string | null
}

/** Who gets a lead of a place, if no more is known of it than that. */
export interface Holding {
  /** The rule that wins; undefined where none holds: a gap. */
  readonly rule: Rule | undefined
  /** Rules of other territories with the winner's priority and depth: an overlap. */
  readonly tied: readonly Rule[]
  /** Rules that come before it and take some leads of the place: by region, industry, size … */
  readonly before: readonly Rule[]
}

interface Ranked {
  readonly rule: Rule
  readonly depth: number
}

/** The rules in force, first first: the lowest priority, then the deeper territory, then the code. */
export function rankRules(rules: readonly Rule[], territories: readonly Pick<Territory, 'id' | 'parentId'>[], today: string): readonly Ranked[] {
  const parents = new Map(territories.map(({ id, parentId }) => [id, parentId]))
  const depthOf = (id: string): number => {
    const seen = new Set<string>()
    for (let at: string | null | undefined = id; at !== null && at !== undefined && !seen.has(at); at = parents.get(at)) seen.add(at)
    return seen.size
  }
  return rules
    .filter((rule) => isInEffect(rule, today))
    .map((rule) => ({ rule, depth: depthOf(rule.territoryId) }))
    .toSorted((a, b) => a.rule.priority - b.rule.priority || b.depth - a.depth || (a.rule.code < b.rule.code ? -1 : 1))
}

export function holdingOf(place: Place, ranked: readonly Ranked[]): Holding {
  const before: Rule[] = []
  for (const [at, { rule, depth }] of ranked.entries()) {
    const holds = holdsIn(rule.condition, place)
    if (holds === undefined) before.push(rule)
    if (holds !== true) continue
    const tied = ranked.slice(at + 1).filter((other) => other.rule.priority === rule.priority && other.depth === depth && other.rule.territoryId !== rule.territoryId && holdsIn(other.rule.condition, place) === true)
    return { rule, tied: tied.map((other) => other.rule), before }
  }
  return { rule: undefined, tied: [], before }
}

/** Whether a condition holds for every lead of a place, for none of them, or for some (`undefined`). */
export function holdsIn(node: ConditionNode, place: Place): boolean | undefined {
  if ('all' in node) return every(node.all.map((part) => holdsIn(part, place)))
  if ('any' in node) return some(node.any.map((part) => holdsIn(part, place)))
  if ('none' in node) {
    const any = some(node.none.map((part) => holdsIn(part, place)))
    return any === undefined ? undefined : !any
  }
  if (node.field === 'country') return node.is.includes(place.country)
  if (node.field !== 'region') return undefined
  if (node.is.includes(place.country) || (place.region !== null && node.is.includes(place.region))) return true
  return place.region === null && node.is.some((code) => code.startsWith(`${place.country}-`)) ? undefined : false
}

function every(truths: readonly (boolean | undefined)[]): boolean | undefined {
  return truths.includes(false) ? false : truths.includes(undefined) ? undefined : true
}

function some(truths: readonly (boolean | undefined)[]): boolean | undefined {
  return truths.includes(true) ? true : truths.includes(undefined) ? undefined : false
}
