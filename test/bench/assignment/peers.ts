import { ZenDecisionContent, ZenEngine } from '@gorules/zen-engine'
import { Engine, type TopLevelCondition, type NestedCondition } from 'json-rules-engine'
import type { LeadFacts } from '#shared/assignment/lead-columns.ts'
import type { RuleFacts, RuleSet } from '#shared/assignment/rule-set.ts'
import type { Condition, ConditionNode } from '#shared/territories/condition.ts'

/** Answers which rule wins for each lead, by id; null where none holds. Matching only: eligibility and choice are left out for all peers. */
export type Peer = (leads: readonly LeadFacts[]) => Promise<readonly (string | null)[]>

const IN_FLIGHT = 64

/** The rules, best first, as all peers are given them. */
function sorted({ rules }: RuleSet): readonly RuleFacts[] {
  return rules.toSorted((one, other) => one.priority - other.priority || (one.code < other.code ? -1 : 1))
}

/**
 * A loop over all rules, made quick: a rule of another country is passed over by comparing two pointers
 * (interned strings), the others are closures.
 */
export function createScan(ruleSet: RuleSet): Peer {
  const rules = sorted(ruleSet).map(({ id, condition }) => ({ id, country: interned(countryOf(condition)), holds: closure(condition) }))
  const winner = (lead: LeadFacts): string | null => {
    const country = interned(lead.country)
    for (let at = 0; at < rules.length; at += 1) {
      const rule = rules[at]!
      if ((rule.country === null || rule.country === country) && rule.holds(lead)) return rule.id
    }
    return null
  }
  return (leads) => Promise.resolve(leads.map(winner))
}

/** The one country a rule is for. */
function countryOf(node: ConditionNode): string | null {
  const parts = 'all' in node ? node.all : [node]
  const countries = parts.flatMap((part) => ('field' in part && part.field === 'country' ? part.is : []))
  return countries.length === 1 ? countries[0]! : null
}

const internedCountries = new Map<string, string>()

/** Property names are interned by the engine, so equal ones are one pointer. */
function interned(country: string | null): string | null {
  if (country === null) return null
  const known = internedCountries.get(country) ?? Object.keys({ [country]: 0 })[0]!
  internedCountries.set(country, known)
  return known
}

type Holds = (lead: LeadFacts) => boolean

function closure(node: ConditionNode): Holds {
  if ('field' in node) return testClosure(node)
  const parts = ('all' in node ? node.all : 'any' in node ? node.any : node.none).map(closure)
  const isAll = 'all' in node
  const whenDecided = 'any' in node
  return (lead) => {
    for (let at = 0; at < parts.length; at += 1) if (parts[at]!(lead) !== isAll) return whenDecided
    return !whenDecided
  }
}

function testClosure(condition: Condition): Holds {
  switch (condition.field) {
    case 'employees': {
      const from = condition.from ?? 0
      const to = condition.to ?? Infinity
      return ({ employees }) => employees !== null && employees >= from && employees <= to
    }
    case 'postcode': {
      const [from = '', to = from] = condition.in[0]!.split('-')
      return ({ postcode }) => postcode !== null && postcode.slice(0, from.length) >= from && postcode.slice(0, from.length) <= to
    }
    case 'account': {
      const names = new Set(condition.is)
      return ({ company }) => names.has(company)
    }
    default: {
      const { field } = condition
      const [only] = condition.is
      if (condition.is.length === 1) return (lead) => lead[field] === only
      const values = new Set<string | null>(condition.is)
      return (lead) => values.has(lead[field])
    }
  }
}

/** A decision table with one row a rule, first hit wins; precompiled, 64 evaluations in flight, on all cores. */
export function createZen(ruleSet: RuleSet): { readonly peer: Peer; readonly dispose: () => void } {
  const fields = ['country', 'region', 'industry', 'source', 'product', 'employees', 'postcode', 'postcodeNumber'] as const
  const inputs = [...fields.map((field) => ({ id: field, name: field, field })), { id: 'other', name: 'other', field: '' }]
  const rules = sorted(ruleSet).map(({ id, condition }) => ({ _id: id, ...zenRow(condition), winner: `'${id}'` }))
  const table = { hitPolicy: 'first', inputs, outputs: [{ id: 'winner', name: 'winner', field: 'winner' }], rules: rules.map((row) => ({ ...Object.fromEntries(inputs.map(({ id }) => [id, ''])), ...row })) }
  const content = {
    contentType: 'application/vnd.gorules.decision',
    nodes: [{ id: 'in', name: 'in', type: 'inputNode' }, { id: 'table', name: 'table', type: 'decisionTableNode', content: table }, { id: 'out', name: 'out', type: 'outputNode' }],
    edges: [{ id: 'a', sourceId: 'in', targetId: 'table', type: 'edge' }, { id: 'b', sourceId: 'table', targetId: 'out', type: 'edge' }],
  }
  const engine = new ZenEngine()
  const decision = engine.createDecision(new ZenDecisionContent(content))
  const peer: Peer = async (leads) => {
    const winners: (string | null)[] = []
    let next = 0
    const work = async () => {
      for (let at = next++; at < leads.length; at = next++) {
        const { result } = await decision.evaluate(zenContext(leads[at]!)) as { result: { winner?: string } | null }
        winners[at] = result?.winner ?? null
      }
    }
    await Promise.all(Array.from({ length: IN_FLIGHT }, work))
    return winners
  }
  return { peer, dispose: () => { engine.dispose() } }
}

function zenContext({ country, region, industry, source, product, employees, postcode, company }: LeadFacts) {
  return { country, region, industry, source, product, employees: employees ?? -1, postcode: postcode ?? '', postcodeNumber: postcode === null ? -1 : Number(postcode), company }
}

const quoted = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ')

/** Plain conjunctions fill a row's cells; anything else goes into a cell of its own, as an expression. */
function zenRow(node: ConditionNode): Record<string, string> {
  const parts = 'field' in node ? [node] : 'all' in node ? node.all : [node]
  const row: Record<string, string> = {}
  const others: string[] = []
  for (const part of parts) {
    if (!('field' in part) || part.field === 'account') others.push(zenExpression(part))
    else if (part.field === 'employees') row['employees'] = `[${part.from ?? 0}..${part.to ?? 100_000_000}]`
    else if (part.field === 'postcode') Object.assign(row, part.in[0]!.includes('-') ? { postcodeNumber: `[${part.in[0]!.split('-').map(Number).join('..')}]` } : { postcode: `startsWith($, '${part.in[0]!}')` })
    else row[part.field] = quoted(part.is)
  }
  return others.length === 0 ? row : { ...row, other: others.join(' and ') }
}

function zenExpression(node: ConditionNode): string {
  if ('field' in node) {
    switch (node.field) {
      case 'employees': return `employees in [${node.from ?? 0}..${node.to ?? 100_000_000}]`
      case 'postcode': throw new Error('the workload has no postcodes in alternatives')
      case 'account': return `company in [${quoted(node.is)}]`
      default: return `${node.field} in [${quoted(node.is)}]`
    }
  }
  const parts = ('all' in node ? node.all : 'any' in node ? node.any : node.none).map((part) => `(${zenExpression(part)})`)
  if (parts.length === 0) return 'any' in node ? 'false' : 'true'
  if ('none' in node) return `not(${parts.join(' or ')})`
  return parts.join('all' in node ? ' and ' : ' or ')
}

/** Each rule with a priority of its own, stopped at the first success: the quicker of the two usual ways. */
export function createJsonRules(ruleSet: RuleSet): Peer {
  const rules = sorted(ruleSet)
  let winner: string | null = null
  const engine = new Engine([], { allowUndefinedFacts: true })
  engine.addOperator('startsWith', (value: string | null, prefix: string) => value !== null && value.startsWith(prefix))
  for (const [rank, { id, condition }] of rules.entries()) {
    const nested = jsonCondition(condition)
    const conditions = ('all' in nested || 'any' in nested || 'not' in nested ? nested : { all: [nested] }) as TopLevelCondition
    engine.addRule({
      conditions, event: { type: id }, priority: rules.length - rank,
      onSuccess: () => {
        winner = id
        engine.stop()
      },
    })
  }
  return async (leads) => {
    const winners: (string | null)[] = []
    for (const lead of leads) {
      winner = null
      const { country, region, industry, source, product, employees, postcode, company } = lead
      await engine.run({ country, region, industry, source, product, employees, postcode, postcodeNumber: postcode === null ? null : Number(postcode), company })
      winners.push(winner)
    }
    return winners
  }
}

function jsonCondition(node: ConditionNode): NestedCondition {
  if (!('field' in node)) {
    if ('none' in node) return { not: { any: node.none.map(jsonCondition) } }
    return 'all' in node ? { all: node.all.map(jsonCondition) } : { any: node.any.map(jsonCondition) }
  }
  const between = (fact: string, from: number, to: number): NestedCondition => ({
    all: [{ fact, operator: 'greaterThanInclusive', value: from }, { fact, operator: 'lessThanInclusive', value: to }],
  })
  switch (node.field) {
    case 'employees': return between('employees', node.from ?? 0, node.to ?? 100_000_000)
    case 'postcode': {
      const [from, to] = node.in[0]!.split('-')
      return to === undefined ? { fact: 'postcode', operator: 'startsWith', value: from } : between('postcodeNumber', Number(from), Number(to))
    }
    case 'account': return { fact: 'company', operator: 'in', value: node.is }
    default: return { fact: node.field, operator: 'in', value: node.is }
  }
}
