import type { Condition, ConditionNode } from '../territories/condition.ts'
import { COUNTRY, isCondition, leafColumns, REGION, setColumns, type Alphabet } from './alphabet.ts'
import { hasPostcodeLength, postcodeInterval, type PostcodeInterval } from './pack-postcode.ts'

/** A condition over the codes of an alphabet. */
export type Test =
  | { readonly kind: 'in'; readonly column: number; readonly codes: ReadonlySet<number> }
  /** Regions by code, or whole countries (`GB` stands for all of its regions). */
  | { readonly kind: 'region'; readonly regions: ReadonlySet<number>; readonly countries: ReadonlySet<number> }
  | { readonly kind: 'employees'; readonly from: number; readonly to: number }
  | { readonly kind: 'postcode'; readonly intervals: readonly PostcodeInterval[] }
  | { readonly kind: 'account'; readonly accounts: ReadonlySet<number> }

export interface Literal {
  readonly test: Test
  readonly negated: boolean
}

export type CompiledCondition =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly CompiledCondition[] }
  | { readonly kind: 'literal'; readonly literal: Literal }

/** One lead, in the codes of the alphabet: what conditions look at. */
export interface Probe {
  /** By position in `leafColumns`. */
  readonly codes: Int32Array
  /** -1 where missing. */
  employees: number
  /** 0 where missing. */
  postcode: number
  /** The named accounts it is one of; seldom asked for, hence found only then. */
  accounts: () => readonly number[]
}

export function createProbe(): Probe {
  return { codes: new Int32Array(leafColumns.length), employees: -1, postcode: 0, accounts: () => [] }
}

/** Numbers the values and pushes `none` down to the single tests, so that only `all` and `any` remain above them. */
export function compileCondition(node: ConditionNode, alphabet: Alphabet, negated = false): CompiledCondition {
  if (isCondition(node)) return { kind: 'literal', literal: { test: compileTest(node, alphabet), negated } }
  if ('none' in node) return group('any', node.none, alphabet, !negated)
  return 'all' in node ? group('all', node.all, alphabet, negated) : group('any', node.any, alphabet, negated)
}

function group(kind: 'all' | 'any', nodes: readonly ConditionNode[], alphabet: Alphabet, negated: boolean): CompiledCondition {
  const parts = nodes.map((node) => compileCondition(node, alphabet, negated))
  return { kind: (kind === 'all') === negated ? 'any' : 'all', parts }
}

function compileTest(condition: Condition, alphabet: Alphabet): Test {
  switch (condition.field) {
    case 'region': {
      const countries = condition.is.filter((value) => value.length === 2)
      const regions = condition.is.filter((value) => value.length > 2)
      return { kind: 'region', regions: new Set(regions.map(alphabet.region.encode)), countries: new Set(countries.map(alphabet.country.encode)) }
    }
    case 'postcode':
      return { kind: 'postcode', intervals: condition.in.map(postcodeInterval).filter((interval) => interval !== null) }
    case 'employees':
      return { kind: 'employees', from: condition.from ?? 0, to: condition.to ?? Number.MAX_SAFE_INTEGER }
    case 'account':
      return { kind: 'account', accounts: new Set(condition.is.map(alphabet.accounts.encode)) }
    default: {
      const codes = new Set(condition.is.map(alphabet[condition.field].encode))
      codes.delete(0)
      return { kind: 'in', column: setColumns.indexOf(condition.field), codes }
    }
  }
}

export function holds(condition: CompiledCondition, probe: Probe): boolean {
  switch (condition.kind) {
    case 'literal': return literalHolds(condition.literal, probe)
    case 'all': return condition.parts.every((part) => holds(part, probe))
    case 'any': return condition.parts.some((part) => holds(part, probe))
  }
}

export function literalHolds({ test, negated }: Literal, probe: Probe): boolean {
  return testHolds(test, probe) !== negated
}

/** All literals of a condition, whatever stands above them. */
export function literalsOf(condition: CompiledCondition): readonly Literal[] {
  return condition.kind === 'literal' ? [condition.literal] : condition.parts.flatMap(literalsOf)
}

function testHolds(test: Test, probe: Probe): boolean {
  switch (test.kind) {
    case 'in': return test.codes.has(probe.codes[test.column]!)
    case 'region': return test.regions.has(probe.codes[REGION]!) || test.countries.has(probe.codes[COUNTRY]!)
    case 'employees': return probe.employees >= test.from && probe.employees <= test.to
    case 'account': return probe.accounts().some((account) => test.accounts.has(account))
    case 'postcode': return liesIn(test.intervals, probe.postcode)
  }
}

export function liesIn(intervals: readonly PostcodeInterval[], postcode: number): boolean {
  for (const { low, high, length } of intervals) if (postcode >= low && postcode <= high && hasPostcodeLength(postcode, length)) return true
  return false
}
