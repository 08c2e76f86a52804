import type { TieBreak, ChoiceStrategy, TerritoryCandidate, TerritoryRequirements } from '../../territories/territory.ts'
import { conditionGroupSchema, type Condition, type ConditionNode } from '../../territories/condition.ts'
import { fieldRead, fieldRefused } from '../field-reading.ts'
import { industryKeyOf } from '../industries.ts'
import { readCountry } from '../read-country.ts'
import { readDate } from '../read-date.ts'
import { readInteger } from '../read-number.ts'
import { readNotes } from '../read-text.ts'
import { readBoolean, readPartnerTier, readStrategy, readTieBreak, type FieldReader } from './import-choices.ts'
import type { MappedRow, RowProblem, WorkspaceFacts } from './import-subject.ts'
import { readCode, readLine, readPlace, RowReading, splitList } from './read-fields.ts'
import type { TerritoryField } from './territory-fields.ts'

export interface TerritoryLine {
  readonly code: string
  readonly name: string
  readonly parentCode: string | null
  readonly strategy: ChoiceStrategy | null
  readonly tieBreak: TieBreak | null
  readonly candidates: readonly TerritoryCandidate[]
  readonly requirements: TerritoryRequirements
  readonly notes: string | null
  readonly rule: RuleLine | null
}

export interface RuleLine {
  /** Null: numbered after the territory. */
  readonly code: string | null
  readonly name: string | null
  readonly priority: number | null
  readonly condition: ConditionNode
  readonly effectiveFrom: string | null
  readonly effectiveTo: string | null
  readonly enabled: boolean
}

type Reading = RowReading<TerritoryField>
type Values = MappedRow<TerritoryField>

/** A territory and its rule from a line of a file, or everything that is wrong with them. */
export function readTerritoryRow(values: Values, { partnerIds }: Pick<WorkspaceFacts, 'partnerIds'>): { readonly territory: TerritoryLine } | { readonly errors: readonly RowProblem<TerritoryField>[] } {
  const reading: Reading = new RowReading()
  const code = reading.demand('code', values.code, readCode)
  const territory = {
    name: reading.take('name', values.name, readLine) ?? code ?? '',
    parentCode: reading.take('parent', values.parent, readCode),
    strategy: reading.take('strategy', values.strategy, readStrategy),
    tieBreak: reading.take('tieBreak', values.tieBreak, readTieBreak),
    candidates: readCandidates(reading, values.partners, partnerIds),
    requirements: {
      certifications: eachOf(reading, 'certifications', values.certifications, readCode),
      minimumTier: reading.take('minimumTier', values.minimumTier, readPartnerTier),
      language: reading.take('languageRequired', values.languageRequired, readBoolean) ?? false,
    },
    notes: reading.take('notes', values.notes, readNotes),
    rule: readRule(reading, values),
  }
  return code === null || reading.problems.length > 0 ? { errors: reading.problems } : { territory: { code, ...territory } }
}

/** `GT-LUCIO:3|MX-NORTE:1`: partners by code, each with its weight (1 where none is written). */
function readCandidates(reading: Reading, text: string, partnerIds: ReadonlyMap<string, string>): readonly TerritoryCandidate[] {
  const candidates = splitList(text).flatMap((part): TerritoryCandidate[] => {
    const [, code = part, written] = /^(.*?)\s*:\s*(\d+)$/.exec(part) ?? []
    const weight = Number(written ?? 1)
    const partnerId = partnerIds.get(code)
    if (partnerId === undefined) reading.refuse('partners', 'territory.partner-unknown', code)
    else if (weight >= 1 && weight <= 1000) return [{ partnerId, weight }]
    else reading.refuse('partners', 'territory.candidates-invalid', part)
    return []
  })
  if (new Set(candidates.map(({ partnerId }) => partnerId)).size < candidates.length) reading.refuse('partners', 'territory.candidates-invalid', text)
  return candidates
}

function readRule(reading: Reading, values: Values): RuleLine | null {
  const code = reading.take('ruleCode', values.ruleCode, readCode)
  const name = reading.take('ruleName', values.ruleName, readLine)
  const priority = reading.take('priority', values.priority, readInteger)
  if (priority !== null && (priority < 1 || priority > 9999)) reading.refuse('priority', 'rule.priority-range', values.priority)
  const effectiveFrom = reading.take('effectiveFrom', values.effectiveFrom, readDate)
  const effectiveTo = reading.take('effectiveTo', values.effectiveTo, readDate)
  if (effectiveFrom !== null && effectiveTo !== null && effectiveFrom > effectiveTo) reading.refuse('effectiveTo', 'rule.dates-reversed', values.effectiveTo)
  const enabled = reading.take('enabled', values.enabled, readBoolean) ?? true
  const parts = readConditions(reading, values)
  const only = parts.length === 1 && !('field' in parts[0]!) ? parts[0]! : undefined
  return parts.length === 0 && code === null ? null : { code, name, priority, condition: only ?? { all: parts }, effectiveFrom, effectiveTo, enabled }
}

function readConditions(reading: Reading, values: Values): ConditionNode[] {
  const conditions: ConditionNode[] = [
    ...listed(eachOf(reading, 'countries', values.countries, readCountry), (is) => ({ field: 'country', is })),
    ...listed(eachOf(reading, 'regions', values.regions, readPlace), (is) => ({ field: 'region', is })),
    ...listed(eachOf(reading, 'postcodes', values.postcodes, readLine), (list) => ({ field: 'postcode', in: list })),
    ...listed(eachOf(reading, 'industries', values.industries, readIndustryKey), (is) => ({ field: 'industry', is })),
    ...listed(eachOf(reading, 'products', values.products, readCode), (is) => ({ field: 'product', is })),
    ...listed(eachOf(reading, 'sources', values.sources, readLine), (is) => ({ field: 'source', is })),
    ...listed(eachOf(reading, 'accounts', values.accounts, readLine), (is) => ({ field: 'account', is })),
  ]
  const from = reading.take('employeesFrom', values.employeesFrom, readCount)
  const to = reading.take('employeesTo', values.employeesTo, readCount)
  if (from !== null && to !== null && from > to) reading.refuse('employeesTo', 'rule.employees-reversed', values.employeesTo)
  if (from !== null || to !== null) conditions.push({ field: 'employees', from, to })
  if (values.condition !== '') {
    const written = parsedCondition(values.condition)
    if (written === null) reading.refuse('condition', 'rule.condition-invalid', values.condition)
    else conditions.push(written)
  }
  for (const condition of conditions) {
    if (!conditionGroupSchema.safeParse(condition).success) reading.refuse('condition', 'rule.condition-invalid', JSON.stringify(condition))
  }
  return conditions
}

function listed(values: string[], condition: (values: string[]) => Condition): readonly Condition[] {
  return values.length === 0 ? [] : [condition(values)]
}

const readCount: FieldReader<number> = (text) => readInteger(text, { minimum: 0 })
const readIndustryKey: FieldReader<string> = (text) => (text.length <= 120 ? fieldRead(industryKeyOf(text) ?? text) : fieldRefused('import.value-too-long', text, { limit: 120 }))

/** A condition that the columns cannot say, written as the JSON that an export writes. */
function parsedCondition(text: string): ConditionNode | null {
  try {
    return conditionGroupSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

function eachOf(reading: Reading, field: TerritoryField, text: string, read: FieldReader<string>): string[] {
  return splitList(text).flatMap((part) => reading.take(field, part, read) ?? [])
}
