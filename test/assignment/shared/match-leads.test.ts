import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileRuleSet } from '#shared/assignment/compile-rule-set.ts'
import { FREE } from '#shared/assignment/lead-standing.ts'
import { leadColumnsOf } from '#shared/assignment/lead-columns.ts'
import { LeadMatcher } from '#shared/assignment/match-leads.ts'
import { packPostcode, postcodeInterval } from '#shared/assignment/pack-postcode.ts'
import { foldText } from '#shared/assignment/fold-text.ts'
import type { RuleSet } from '#shared/assignment/rule-set.ts'
import type { ConditionNode } from '#shared/territories/condition.ts'
import { aLead, aPartner, aRule, aTerritory, decisionOf, foldCompany, knowledge, TODAY } from './assignment-builders.ts'
import { arbitraryLeads, arbitraryRule } from './arbitrary-snapshot.ts'
import { matchingRules } from './reference-plan.ts'

const map = (rules: RuleSet['rules']): RuleSet => ({ today: TODAY, partners: [aPartner('ana')], territories: ['t1', 't2', 't3'].map((id) => aTerritory(id, ['ana'])), rules })
const matches = (condition: ConditionNode, lead: Parameters<typeof aLead>[1]) => decisionOf(map([aRule('r', 't1', condition)]), [aLead('l', lead)]).rule !== null

test('finds, of many rules at once, exactly those that hold one by one', () => {
  const rules = fc.integer({ min: 1, max: 90 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => arbitraryRule(`r${String(at).padStart(3, '0')}`))))
  fc.assert(
    fc.property(rules, arbitraryLeads, (made, leads) => {
      const compiled = compileRuleSet(map(made), knowledge)
      const columns = leadColumnsOf(leads, foldCompany)
      const matcher = new LeadMatcher(compiled, columns)
      const winners = new Int32Array(leads.length)
      matcher.matchFree(new Uint8Array(leads.length).fill(FREE), winners, new Uint8Array(leads.length))
      const found = leads.map((_, at) => matcher.rules(at).map((rank) => compiled.rules[rank]?.facts.id))
      const expected = leads.map((lead) => matchingRules(map(made), lead).map(({ id }) => id))
      expect(found).toEqual(expected)
      expect([...winners].map((rank) => compiled.rules[rank]?.facts.id)).toEqual(expected.map(([first]) => first))
    }),
    { numRuns: 700 },
  )
})

test('tells more postcodes and sizes apart than it keeps buckets for', () => {
  const rules = Array.from({ length: 600 }, (_, at) => aRule(`r${at}`, 't1', { all: [{ field: 'postcode', in: [String(at * 7).padStart(4, '0')] }, { field: 'employees', from: at * 3, to: at * 3 + 1 }] }))
  const compiled = compileRuleSet(map(rules), knowledge)
  const leads = rules.flatMap((_, at) => [aLead(`a${at}`, { postcode: `${String(at * 7).padStart(4, '0')}9`, employees: at * 3 + 1 }), aLead(`b${at}`, { postcode: String(at * 7).padStart(4, '0'), employees: at * 3 + 2 })])
  const matcher = new LeadMatcher(compiled, leadColumnsOf(leads, foldCompany))
  expect(leads.map((_, at) => matcher.rules(at).map((rank) => compiled.rules[rank]?.facts.id))).toEqual(rules.flatMap(({ id }) => [[id], []]))
})

describe('conditions', () => {
  test('a lead without the value asked for does not match, and so is none of the excluded', () => {
    expect(matches({ field: 'employees', from: null, to: null }, {})).toBe(false)
    expect(matches({ none: [{ field: 'industry', is: ['mining'] }] }, {})).toBe(true)
  })

  test('an empty all matches every lead, an empty any none', () => {
    expect([matches({ all: [] }, {}), matches({ any: [] }, {})]).toEqual([true, false])
  })

  test('text is compared folded, codes exactly', () => {
    expect(matches({ field: 'industry', is: ['Énergie  solaire'] }, { industry: 'ＥＮＥＲＧＩＥ solaire' })).toBe(true)
    expect(matches({ field: 'product', is: ['suite'] }, { product: 'Suite' })).toBe(false)
  })

  test.each([{ corporateNumber: '４０１０' }, { domain: 'LIRA.example' }, { company: 'Ｌｉｒａ Ltd' }])('a named account is known by %o', (lead) => {
    expect(matches({ field: 'account', is: ['4010', 'lira.example', 'lira'] }, lead)).toBe(true)
    expect(matches({ none: [{ field: 'account', is: ['4010', 'lira.example', 'lira'] }] }, lead)).toBe(false)
  })

  test('rules hold from their first day to their last, and only while they are enabled', () => {
    const rule = (facts: object) => decisionOf(map([aRule('r', 't1', { all: [] }, facts)]), [aLead('l')]).rule !== null
    expect([rule({ effectiveFrom: TODAY, effectiveTo: TODAY }), rule({ effectiveFrom: '2026-11-23' }), rule({ effectiveTo: '2026-11-21' }), rule({ enabled: false })]).toEqual([true, false, false, false])
  })
})

describe('postcodes', () => {
  test('are ordered symbol by symbol, with leading zeros', () => {
    const ordered = ['06', '060', '0600000', '061', '6', '60', 'E1', 'SW1A 1AA', 'SW1B'].map(packPostcode)
    expect(ordered.toSorted((one, other) => one - other)).toEqual(ordered)
  })

  test.each([
    ['0600000-0649999', { isRange: true, length: 7 }], ['060-0000-064-9999', { isRange: true, length: 7 }], ['SW1A-SW1Z', { isRange: true, length: 4 }],
    ['060-0000', { isRange: false, length: 7 }], ['０６０－００', { isRange: false, length: 5 }], ['〒-', null],
  ])('%s is read as %o', (entry, read) => {
    if (read === null) expect(postcodeInterval(entry)).toBeNull()
    else expect(postcodeInterval(entry)).toMatchObject(read)
  })
})

test('folding keeps apart what only looks alike in kana', () => {
  expect([foldText('ガス'), foldText('ﾊﾟﾅ'), foldText('Ｅl Niño')]).toEqual(['ガス', 'パナ', 'el nino'])
})
