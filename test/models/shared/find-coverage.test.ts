import { describe, expect, test } from 'vitest'
import { compileRuleSet } from '#shared/assignment/compile-rule-set.ts'
import { leadColumnsOf, type LeadFacts } from '#shared/assignment/lead-columns.ts'
import type { RuleFacts, RuleSet } from '#shared/assignment/rule-set.ts'
import { findCoverage, type PartnerPlaces } from '#shared/models/find-coverage.ts'
import { aLead, aPartner, aRule, aTerritory, everyLead, foldCompany, knowledge, TODAY } from '#test/assignment/shared/assignment-builders.ts'

const inCountry = (...is: string[]): RuleFacts['condition'] => ({ field: 'country', is })
const inRegion = (...is: string[]): RuleFacts['condition'] => ({ field: 'region', is })
const industry = (...is: string[]): RuleFacts['condition'] => ({ field: 'industry', is })

const map: Omit<RuleSet, 'rules'> = { today: TODAY, partners: [aPartner('ana')], territories: [aTerritory('north', ['ana']), aTerritory('south', ['ana']), aTerritory('below', [], { parentId: 'north' })] }
const somewhere = (country: string, regions: readonly string[] = []): PartnerPlaces => ({ id: 'ana', status: 'active', country, region: null, regions })

function coverageOf(rules: readonly RuleFacts[], leads: readonly LeadFacts[] = [], partners: readonly PartnerPlaces[] = [somewhere('JP')], given: Partial<RuleSet> = {}) {
  return findCoverage(compileRuleSet({ ...map, ...given, rules }, knowledge), leadColumnsOf(leads, foldCompany), partners)
}

describe('B2.6: holes and overlaps are told before activation', () => {
  test('a country where we have leads or partners and no rule is a gap, as a whole', () => {
    const { gaps } = coverageOf([aRule('jp', 'north', inCountry('JP'))], [aLead('a', { country: 'GT', region: 'GT-01' }), aLead('b', { country: 'GT' }), aLead('c', { country: 'GT', stage: 'closedLost' })], [somewhere('JP'), { ...somewhere('BZ'), id: 'ben' }])
    expect(gaps).toEqual([{ country: 'GT', region: null, kind: 'none', openLeads: 2, partners: 0 }, { country: 'BZ', region: null, kind: 'none', openLeads: 0, partners: 1 }])
  })

  test('a region without a rule is a gap in a country that is covered elsewhere; one that a partner serves counts', () => {
    const { gaps, countries } = coverageOf([aRule('tokyo', 'north', inRegion('JP-13'))], [aLead('a', { country: 'JP', region: 'JP-27' }), aLead('b', { country: 'JP', region: 'JP-13' })], [somewhere('JP', ['JP-27', 'JP-13'])])
    expect(gaps).toEqual([{ country: 'JP', region: 'JP-27', kind: 'none', openLeads: 1, partners: 1 }, { country: 'JP', region: null, kind: 'none', openLeads: 0, partners: 1 }])
    expect(countries).toEqual([{ country: 'JP', covered: 'partly', territoryIds: ['north'], openLeads: 2, partners: 3 }])
  })

  test('rules that ask for more than the place cover it partly', () => {
    expect(coverageOf([aRule('retail', 'north', { all: [inCountry('JP'), industry('retail')] })]).gaps).toMatchObject([{ country: 'JP', kind: 'partly' }])
    expect(coverageOf([aRule('not', 'north', { none: [inCountry('JP')] })]).gaps).toMatchObject([{ country: 'JP', kind: 'none' }])
    expect(coverageOf([aRule('all', 'north', everyLead)]).gaps).toEqual([])
    expect(coverageOf([aRule('off', 'north', everyLead, { enabled: false }), aRule('past', 'north', everyLead, { effectiveTo: '2026-01-01' })]).gaps).toMatchObject([{ kind: 'none' }])
  })

  test('two rules of one priority and depth that the same lead can match overlap, with an example', () => {
    const { overlaps, overlapCount } = coverageOf([aRule('x', 'north', inCountry('JP')), aRule('y', 'south', inRegion('JP-13'))], [aLead('a', { country: 'JP', region: 'JP-13' }), aLead('b', { country: 'JP', region: 'JP-13' })])
    expect(overlapCount).toBe(1)
    expect(overlaps).toEqual([{ ruleId: 'x', otherId: 'y', openLeads: 2, example: { country: 'JP', region: 'JP-13', leadId: 'a' } }])
  })

  test('an overlap that no lead has met yet is told by its place', () => {
    const retail = { all: [inCountry('JP'), industry('retail', 'energy')] }
    expect(coverageOf([aRule('x', 'north', retail), aRule('y', 'south', { all: [inCountry('JP', 'GT'), industry('energy'), { field: 'employees', from: 10, to: null }] })]).overlaps).toEqual([{ ruleId: 'x', otherId: 'y', openLeads: 0, example: { country: 'JP', region: null, leadId: null } }])
  })

  test.each<[string, RuleFacts[]]>([
    ['other priorities', [aRule('x', 'north', inCountry('JP')), aRule('y', 'south', inCountry('JP'), { priority: 5 })]],
    ['another depth', [aRule('x', 'south', inCountry('JP')), aRule('y', 'below', inCountry('JP'))]],
    ['the same territory', [aRule('x', 'north', inCountry('JP')), aRule('y', 'north', inCountry('JP'))]],
    ['other places', [aRule('x', 'north', inRegion('JP-13')), aRule('y', 'south', inRegion('JP-27'))]],
    ['other industries', [aRule('x', 'north', { all: [inCountry('JP'), industry('retail')] }), aRule('y', 'south', { all: [inCountry('JP'), { none: [industry('retail')] }] })]],
    ['other sizes', [aRule('x', 'north', { field: 'employees', from: null, to: 9 }), aRule('y', 'south', { field: 'employees', from: 10, to: null })]],
    ['other postcodes', [aRule('x', 'north', { field: 'postcode', in: ['060'] }), aRule('y', 'south', { field: 'postcode', in: ['100-0000-199-9999'] })]],
  ])('rules of %s do not overlap', (_, rules) => {
    expect(coverageOf(rules).overlaps).toEqual([])
  })

  test('a rule that an earlier one leaves nothing can never win', () => {
    const first = (condition: RuleFacts['condition']) => aRule('first', 'north', condition, { priority: 1 })
    const shadowOf = (one: RuleFacts['condition'], other: RuleFacts['condition']) => coverageOf([first(one), aRule('later', 'south', other)]).shadowed
    const found = [{ ruleId: 'later', byRuleId: 'first' }]
    expect(shadowOf(inCountry('JP'), { all: [inRegion('JP-13'), inCountry('JP')] })).toEqual(found)
    expect(shadowOf(everyLead, industry('retail'))).toEqual(found)
    expect(shadowOf({ none: [industry('energy')] }, industry('retail'))).toEqual(found)
    expect(shadowOf({ field: 'employees', from: 10, to: null }, { field: 'employees', from: 50, to: 99 })).toEqual(found)
    expect(shadowOf({ field: 'postcode', in: ['06'] }, { field: 'postcode', in: ['0600000-0649999'] })).toEqual(found)
    expect(shadowOf(inCountry('JP'), everyLead)).toEqual([])
    expect(shadowOf(inCountry('JP'), inRegion('JP-13', 'GB-ENG'))).toEqual([])
    expect(shadowOf(inRegion('JP-13'), inCountry('JP'))).toEqual([])
    expect(shadowOf({ all: [inCountry('JP'), industry('retail')] }, inCountry('JP'))).toEqual([])
  })

  test('territories without a candidate, and candidates who are given nothing now', () => {
    const territories = [aTerritory('north', ['ana', 'ben', 'gone']), aTerritory('south', []), aTerritory('idle', [])]
    const { withoutCandidates, idleCandidates } = coverageOf([aRule('x', 'north', everyLead), aRule('y', 'south', everyLead)], [], [somewhere('JP'), { ...somewhere('JP'), id: 'ben', status: 'suspended' }], { territories })
    expect(withoutCandidates).toEqual([{ territoryId: 'south' }])
    expect(idleCandidates).toEqual([{ territoryId: 'north', partnerId: 'ben', status: 'suspended' }, { territoryId: 'north', partnerId: 'gone', status: null }])
  })
})
