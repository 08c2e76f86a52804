import { createAlphabet, setColumns } from '../assignment/alphabet.ts'
import { compileCondition, createProbe, holds, type Probe } from '../assignment/compile-condition.ts'
import { foldText } from '../assignment/fold-text.ts'
import { knowledge } from '../assignment/knowledge.ts'
import { countryOf } from '../assignment/lead-columns.ts'
import { packPostcode } from '../assignment/pack-postcode.ts'
import type { RowOf } from '../foundation/table.ts'
import type { leads } from '../leads/lead.table.ts'
import type { ConditionField, ConditionNode } from '../territories/condition.ts'
import type { criteria } from './criterion.table.ts'
import type { Scoring } from './scoring.table.ts'

export type Criterion = Pick<RowOf<typeof criteria>, 'id' | 'name' | 'kind' | 'condition' | 'points' | 'enabled'>
/** What criteria look at in a lead. */
export type ScoredFacts = Pick<RowOf<typeof leads>, 'country' | 'region' | 'postcode' | 'industry' | 'employees' | 'product' | 'source' | 'corporateNumber' | 'domain' | 'company'>

/** A lead of which nothing is known yet. */
export const NO_FACTS: ScoredFacts = { country: null, region: null, postcode: null, industry: null, employees: null, product: null, source: null, corporateNumber: null, domain: null, company: '' }

export type ScoreLead = (lead: ScoredFacts) => Scoring

/** Reads the enabled criteria once, in the order of their names; what comes back scores any number of leads. */
export function compileCriteria(all: readonly Criterion[], threshold: number | null): ScoreLead {
  const alphabet = createAlphabet(knowledge.foldCompany)
  const compiled = all
    .filter(({ enabled }) => enabled)
    .toSorted((one, other) => (one.name === other.name ? compare(one.id, other.id) : compare(one.name, other.name)))
    .map(({ id, name, kind, points, condition }) => ({ told: { id, name, kind, points }, fields: fieldsOf(condition), condition: compileCondition(condition, alphabet) }))

  /** The value's code where some criterion names it, else 0: no condition can tell such a value from a missing one. */
  function probeOf(lead: ScoredFacts): Probe {
    const probe = createProbe()
    const values = { ...lead, country: placeOf(lead) }
    for (const [at, column] of setColumns.entries()) probe.codes[at] = codeOf(column, values[column])
    probe.employees = lead.employees ?? -1
    probe.postcode = lead.postcode === null ? 0 : packPostcode(lead.postcode)
    probe.accounts = () => {
      const { byText, byCompany } = alphabet.accounts
      return [...(byText.get(foldText(lead.corporateNumber ?? '')) ?? []), ...(byText.get(foldText(lead.domain ?? '')) ?? []), ...(byCompany.get(knowledge.foldCompany(lead.company)) ?? [])]
    }
    return probe
  }

  const named = Object.fromEntries(setColumns.map((column) => [column, new Map(alphabet[column].values.map((value, code) => [value, code]))]))
  const folded = new Set<string>(['industry', 'source'])
  function codeOf(column: (typeof setColumns)[number], value: string | null): number {
    return value === null || value === '' ? 0 : (named[column]?.get(folded.has(column) ? foldText(value) : value) ?? 0)
  }

  return (lead) => {
    const probe = probeOf(lead)
    const told = compiled.map(({ told: criterion, fields, condition }): Scoring['criteria'][number] => {
      if (holds(condition, probe)) return { ...criterion, outcome: 'held', fields: [...fields] }
      const missing = fields.filter((field) => isMissing(field, lead))
      return missing.length === 0 ? { ...criterion, outcome: 'notHeld', fields: [...fields] } : { ...criterion, outcome: 'missing', fields: missing }
    })
    const sum = told.reduce((total, { points, outcome }) => (outcome === 'held' ? total + points : total), 0)
    return { threshold, sum, score: Math.min(100, Math.max(0, sum)), criteria: told }
  }
}

/**
 * Whether a lead with this score qualifies: every must holds, and the threshold is reached. Null where nobody has said what a lead must have.
 * @param score null: it has none
 */
export function qualifies({ threshold, criteria: told }: Scoring, score: number | null): boolean | null {
  const musts = told.filter(({ kind }) => kind === 'must')
  if (threshold === null && musts.length === 0) return null
  return musts.every(({ outcome }) => outcome === 'held') && (threshold === null || (score ?? -1) >= threshold)
}

function fieldsOf(node: ConditionNode): readonly ConditionField[] {
  if ('field' in node) return [node.field]
  const parts = 'all' in node ? node.all : 'any' in node ? node.any : node.none
  return [...new Set(parts.flatMap(fieldsOf))]
}

function isMissing(field: ConditionField, lead: ScoredFacts): boolean {
  if (field === 'account') return false
  return field === 'country' ? placeOf(lead) === null : lead[field] === null || lead[field] === ''
}

function placeOf({ country, region }: ScoredFacts): string | null {
  return country === null || country === '' ? countryOf(region) : country
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}
