import { setColumns } from '#shared/assignment/alphabet.ts'
import type { LeadColumns } from '#shared/assignment/lead-columns.ts'
import type { RuleSet } from '#shared/assignment/rule-set.ts'
import type { Condition } from '#shared/territories/condition.ts'

/**
 * The floor: the least a matcher can do. Plain conjunctions only, no eligibility, no capacity, no choice, no explanation;
 * columns and masks stand ready. One lead costs a few and-ed words.
 * @returns a function that writes each lead's winning rule (its place among the sorted rules, or -1)
 */
export function createBitmaskFloor({ rules }: RuleSet, leads: LeadColumns): (into: Int32Array) => void {
  const sorted = rules.toSorted((one, other) => one.priority - other.priority || (one.code < other.code ? -1 : 1))
  const conjunctions = sorted.map(({ condition }): readonly Condition[] => ('all' in condition ? (condition.all as readonly Condition[]) : [condition as Condition]))
  const [countries, regions, industries, products, sources] = setColumns.map((name) => leads.dictionaries[name].values)
  const widths = [industries!.length, products!.length, sources!.length, BANDS.length + 2]
  const byCountry = Map.groupBy(sorted.keys(), (rank) => conjunctions[rank]!.find((part) => part.field === 'country')?.is[0] ?? '')
  const bases = new Int32Array(countries!.length * regions!.length).fill(-1)
  const words = new Int32Array(countries!.length * regions!.length)
  const firsts = new Int32Array(bases.length)
  const pool: number[] = []
  const ranks: number[] = []

  const holdsFor = (rank: number, field: Condition['field'], value: string | null) =>
    conjunctions[rank]!.every((part) => part.field !== field || !('is' in part) || (value !== null && part.is.includes(value)))
  const holdsForBand = (rank: number, band: number) =>
    conjunctions[rank]!.every((part) => part.field !== 'employees' || (band > 0 && (part.from ?? 0) <= lowest(band) && lowest(band) <= (part.to ?? Infinity)))

  for (const [country, countryValue] of countries!.entries()) {
    for (const [region, regionValue] of regions!.entries()) {
      if (countryValue === null || (regionValue !== null && !regionValue.startsWith(countryValue))) continue
      const cell = country * regions!.length + region
      const list = (byCountry.get(countryValue) ?? []).filter((rank) => holdsFor(rank, 'region', regionValue))
      words[cell] = Math.ceil(list.length / 32)
      bases[cell] = pool.length
      firsts[cell] = ranks.length
      ranks.push(...list)
      const tests = [
        ...industries!.map((value) => (rank: number) => holdsFor(rank, 'industry', value)), ...products!.map((value) => (rank: number) => holdsFor(rank, 'product', value)),
        ...sources!.map((value) => (rank: number) => holdsFor(rank, 'source', value)), ...Array.from({ length: BANDS.length + 2 }, (_, band) => (rank: number) => holdsForBand(rank, band)),
      ]
      for (const test of tests) {
        for (let word = 0; word < words[cell]; word += 1) {
          let mask = 0
          for (const [bit, rank] of list.slice(word * 32, word * 32 + 32).entries()) if (test(rank)) mask |= 1 << bit
          pool.push(mask)
        }
      }
    }
  }

  const masks = Int32Array.from(pool)
  const order = Int32Array.from(ranks)
  const bands = Uint8Array.from({ length: leads.count }, (_, lead) => bandOf(leads.employees[lead]!))
  const productsFrom = widths[0]!
  const sourcesFrom = productsFrom + widths[1]!
  const bandsFrom = sourcesFrom + widths[2]!
  const regionCount = regions!.length
  const { count, country, region, industry, product, source } = leads

  return (into) => {
    for (let lead = 0; lead < count; lead += 1) {
      const cell = country[lead]! * regionCount + region[lead]!
      const base = bases[cell]!
      const width = words[cell]!
      let winner = -1
      for (let word = 0; base >= 0 && word < width; word += 1) {
        const at = base + word
        const mask = masks[at + industry[lead]! * width]! & masks[at + (productsFrom + product[lead]!) * width]! & masks[at + (sourcesFrom + source[lead]!) * width]! & masks[at + (bandsFrom + bands[lead]!) * width]!
        if (mask !== 0) {
          winner = order[firsts[cell]! + word * 32 + 31 - Math.clz32(mask & -mask)]!
          break
        }
      }
      into[lead] = winner
    }
  }
}

const BANDS = [10, 50, 250, 1000]

/** 0 for a missing number, then the bands of the workload. */
function bandOf(employees: number): number {
  return employees < 0 ? 0 : 1 + BANDS.filter((from) => employees >= from).length
}

function lowest(band: number): number {
  return BANDS[band - 2] ?? 0
}
