import type { CompiledCondition, Literal } from './compile-condition.ts'

/** The alternatives of a condition: it can hold only where all literals of one of them hold. */
export interface Expansion {
  readonly terms: readonly (readonly Literal[])[]
  /** Whether "can" is "does"; otherwise the condition itself must be asked too. */
  readonly exact: boolean
}

const MAXIMUM_TERMS = 24
const ALWAYS: Expansion = { terms: [[]], exact: true }
const PERHAPS: Expansion = { terms: [[]], exact: false }

/**
 * Writes a condition as alternatives, for the index. What would need too many is left out (which only makes the alternatives wider)
 * and marked inexact.
 */
export function expandCondition(condition: CompiledCondition): Expansion {
  if (condition.kind === 'literal') return { terms: [[condition.literal]], exact: true }
  const parts = condition.parts.map(expandCondition)
  return condition.kind === 'all' ? parts.toSorted(byTerms).reduce(product, ALWAYS) : sum(parts)
}

function byTerms(one: Expansion, other: Expansion): number {
  return one.terms.length - other.terms.length
}

function product(left: Expansion, right: Expansion): Expansion {
  if (left.terms.length * right.terms.length > MAXIMUM_TERMS) return { terms: left.terms, exact: false }
  return { terms: left.terms.flatMap((one) => right.terms.map((other) => [...one, ...other])), exact: left.exact && right.exact }
}

function sum(parts: readonly Expansion[]): Expansion {
  const terms = parts.flatMap((part) => part.terms)
  if (terms.length > MAXIMUM_TERMS) return PERHAPS
  return { terms, exact: parts.every((part) => part.exact) }
}
