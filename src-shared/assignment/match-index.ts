import { COUNTRY, REGION, setColumns, type Alphabet } from './alphabet.ts'
import { createProbe, literalHolds, literalsOf, type CompiledCondition, type Literal, type Test } from './compile-condition.ts'
import { CutColumn } from './cut-column.ts'
import { expandCondition } from './expand-condition.ts'
import { LeafPool, type Term } from './leaf-pool.ts'
import { POSTCODE_HEADS, postcodeHead } from './pack-postcode.ts'

const UNMADE = -1
const EMPLOYEE_CUTS = 255
const USUAL_EMPLOYEES = 4096
/** Few, for they are wide and never the last word. */
const POSTCODE_CUTS = 15

/** Finds the few terms worth trying for a lead. Leaves are made when first asked for and kept; 0 stands for none. */
export interface MatchIndex {
  /** For terms that name countries or regions. */
  readonly placeLeaf: (country: number, region: number) => number
  readonly accountLeaf: (account: number) => number
  /** For terms that name neither. */
  readonly anywhereLeaf: number
  readonly leaves: LeafPool
  readonly employees: CutColumn
  /** Of the first three symbols. */
  readonly postcodes: CutColumn
}

/** @param conditions of the rules, by rank */
export function createMatchIndex(conditions: readonly CompiledCondition[], alphabet: Alphabet): MatchIndex {
  const byCountry = new Map<number, Term[]>()
  const byRegion = new Map<number, Term[]>()
  const byAccount = new Map<number, Term[]>()
  const anywhere: Term[] = []
  let terms = 0
  for (const [rank, condition] of conditions.entries()) {
    const expansion = expandCondition(condition)
    for (const literals of expansion.terms) file({ rank, literals, verify: !expansion.exact })
    terms += expansion.terms.length
  }

  const regions = alphabet.region.values.length
  const placeLeaves = new Int32Array(alphabet.country.values.length * regions).fill(UNMADE)
  const accountLeaves = new Int32Array(alphabet.accounts.count).fill(UNMADE)
  const probe = createProbe()
  const tests = conditions.flatMap(literalsOf).map(({ test }) => test)
  const employees = new CutColumn(tests.flatMap((test) => (test.kind === 'employees' ? [test.from, test.to + 1] : [])), EMPLOYEE_CUTS, USUAL_EMPLOYEES)
  const intervals = tests.flatMap((test) => (test.kind === 'postcode' ? test.intervals : []))
  const postcodes = new CutColumn(intervals.flatMap(({ low, high }) => [postcodeHead(low), postcodeHead(high) + 1]), POSTCODE_CUTS, POSTCODE_HEADS)
  const sizes = [...setColumns.map((name) => alphabet[name].values.length), employees.buckets, postcodes.buckets]
  const leaves = new LeafPool({ sizes, employees, postcodes }, terms)

  function file(term: Term): void {
    const positive = (kind: Test['kind'], column?: number) =>
      term.literals.find(({ test, negated }) => !negated && test.kind === kind && (test.kind !== 'in' || test.column === column))
    const anchor = positive('account') ?? positive('region') ?? positive('in', COUNTRY)
    if (anchor?.test.kind === 'account') {
      const isOneOfSeveral = term.literals.some((literal) => literal !== anchor && literal.test.kind === 'account')
      const rest = { ...term, literals: term.literals.filter((literal) => literal !== anchor), verify: term.verify || isOneOfSeveral }
      for (const account of anchor.test.accounts) fileUnder(byAccount, account, rest)
    } else if (anchor?.test.kind === 'region') {
      for (const region of anchor.test.regions) fileUnder(byRegion, region, term)
      for (const country of anchor.test.countries) fileUnder(byCountry, country, term)
    } else if (anchor?.test.kind === 'in') {
      for (const country of anchor.test.codes) fileUnder(byCountry, country, term)
    } else {
      anywhere.push(term)
    }
  }

  function makeLeaf(tried: readonly Term[]): number {
    return tried.length === 0 ? 0 : leaves.add(tried.toSorted((one, other) => one.rank - other.rank))
  }

  function makePlaceLeaf(country: number, region: number): number {
    const filed = new Set([...(byRegion.get(region) ?? []), ...(byCountry.get(country) ?? [])])
    probe.codes[COUNTRY] = country
    probe.codes[REGION] = region
    const here = [...filed].filter(({ literals }) => literals.every((literal) => !isPlace(literal) || literalHolds(literal, probe)))
    return makeLeaf(here.map((term) => ({ ...term, literals: term.literals.filter((literal) => !isPlace(literal)) })))
  }

  const anywhereLeaf = makeLeaf(anywhere)
  return {
    leaves, employees, postcodes, anywhereLeaf,
    placeLeaf(country, region) {
      const at = country * regions + region
      const known = placeLeaves[at]!
      return known === UNMADE ? (placeLeaves[at] = makePlaceLeaf(country, region)) : known
    },
    accountLeaf(account) {
      const known = accountLeaves[account]!
      return known === UNMADE ? (accountLeaves[account] = makeLeaf(byAccount.get(account) ?? [])) : known
    },
  }
}

function fileUnder(index: Map<number, Term[]>, key: number, term: Term): void {
  const terms = index.get(key)
  if (terms === undefined) index.set(key, [term])
  else terms.push(term)
}

function isPlace({ test }: Literal): boolean {
  return test.kind === 'region' || (test.kind === 'in' && test.column === COUNTRY)
}
