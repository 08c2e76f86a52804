import { describe, expect, test } from 'vitest'
import { compileRuleSet } from '#shared/assignment/compile-rule-set.ts'
import { explainLead } from '#shared/assignment/explain-lead.ts'
import { leadColumnsOf } from '#shared/assignment/lead-columns.ts'
import type { PartnerFacts, TerritoryFacts } from '#shared/assignment/rule-set.ts'
import { aLead, aPartner, aTerritory, decisionOf, foldCompany, given, knowledge, oneTerritory, partnersOf, plan, someLeads } from './assignment-builders.ts'

const tokyo = { latitude: 35.68, longitude: 139.77 }
const osaka = { latitude: 34.69, longitude: 135.5 }
const guatemala = { latitude: 14.63, longitude: -90.51 }

function territory(strategy: TerritoryFacts['strategy'], tieBreak: TerritoryFacts['tieBreak'], weights: Readonly<Record<string, number>>) {
  return aTerritory('all', [], { strategy, tieBreak, candidates: Object.entries(weights).map(([partnerId, weight]) => ({ partnerId, weight })) })
}

function ruleSet(strategy: TerritoryFacts['strategy'], partners: readonly PartnerFacts[], tieBreak: TerritoryFacts['tieBreak'] = 'listOrder') {
  return oneTerritory(territory(strategy, tieBreak, Object.fromEntries(partners.map(({ id }) => [id, 1]))), partners)
}

describe('round robin', () => {
  test('goes through the list in its stated order, whatever the partners’ codes', () => {
    expect(partnersOf(ruleSet('roundRobin', [aPartner('cleo'), aPartner('ana')]), someLeads(3))).toEqual(['cleo', 'ana', 'cleo'])
  })

  test('passes over the ineligible and says whose turn it was', () => {
    const rules = ruleSet('roundRobin', [aPartner('ana', { status: 'suspended' }), aPartner('ben')])
    expect(partnersOf(rules, someLeads(2))).toEqual(['ben', 'ben'])
    expect(decisionOf(rules, someLeads(1)).choice).toEqual({ strategy: 'roundRobin', turnOf: 'ana', tieBreak: null })
  })

  test('counts its turns', () => {
    expect([...plan(ruleSet('roundRobin', [aPartner('ana'), aPartner('ben')]), someLeads(3)).turn]).toEqual([1, 2, 3])
  })

  test('works for more candidates than a word has bits', () => {
    const many = Array.from({ length: 70 }, (_, at) => aPartner(`p${String(at).padStart(2, '0')}`, { status: at < 66 ? 'inactive' : 'active' }))
    expect(partnersOf(ruleSet('roundRobin', many), someLeads(5))).toEqual(['p66', 'p67', 'p68', 'p69', 'p66'])
  })
})

describe('weighted', () => {
  const partners = [aPartner('ana'), aPartner('ben'), aPartner('cleo')]
  const rules = oneTerritory(territory('weighted', 'listOrder', { ana: 5, ben: 1, cleo: 1 }), partners)

  test('spreads each share evenly over the turns', () => {
    expect(partnersOf(rules, someLeads(7)).join(' ')).toBe('ana ana ana ben cleo ana ana')
  })

  test('gives every partner its share, to within one lead, at any length', () => {
    for (const length of [7, 20, 33, 700]) {
      const made = partnersOf(rules, someLeads(length))
      for (const [partner, share] of [['ana', 5 / 7], ['ben', 1 / 7], ['cleo', 1 / 7]] as const) {
        expect(Math.abs(made.filter((one) => one === partner).length - length * share)).toBeLessThanOrEqual(1)
      }
    }
  })
})

describe('nearest', () => {
  const partners = [aPartner('far', guatemala), aPartner('osaka', osaka), aPartner('tokyo', tokyo), aPartner('nowhere')]

  test('takes the partner the fewest kilometres away and keeps the distance', () => {
    const made = plan(ruleSet('nearest', partners), [aLead('l', { latitude: 35.44, longitude: 139.64 })])
    expect([made.partnerIds[made.partner[0]!], made.kilometres[0]]).toEqual(['tokyo', 29])
  })

  test('measures from the middle of the region, else of the country, for a lead without coordinates', () => {
    expect(partnersOf(ruleSet('nearest', partners), [aLead('l', { country: 'JP', region: 'JP-13' }), aLead('m', { country: 'GT' })])).toEqual(['tokyo', 'far'])
  })

  test('comes to partners without coordinates last', () => {
    expect(partnersOf(ruleSet('nearest', [aPartner('nowhere'), aPartner('far', guatemala)]), [aLead('l', tokyo)])).toEqual(['far'])
  })

  test('calls partners in the same kilometre equal', () => {
    const decision = decisionOf(ruleSet('nearest', [aPartner('one', tokyo), aPartner('two', { latitude: 35.6801, longitude: 139.77, tier: 'gold' })], 'highestTier'), [aLead('l', osaka)])
    expect(decision).toMatchObject({ partnerId: 'two', choice: { tieBreak: 'highestTier' } })
  })

  test('is explained with every candidate’s distance', () => {
    const explained = explainLead(compileRuleSet(ruleSet('nearest', partners), knowledge), leadColumnsOf([aLead('l', tokyo)], foldCompany), 0)
    expect(explained.decision.candidates.map(({ kilometres }) => kilometres)).toEqual([12319, 403, 0, null])
  })
})

describe('best fit', () => {
  const bank = aLead('l', { industry: 'Financial Services', product: 'suite', language: 'es-GT', ...guatemala })

  test('adds industry, product, language, tier and nearness, and shows the parts', () => {
    const partners = [aPartner('ana', { industries: ['financial services'], ...tokyo }), aPartner('ben', { languages: ['es'], tier: 'platinum', ...guatemala })]
    const explained = explainLead(compileRuleSet(ruleSet('bestFit', partners), knowledge), leadColumnsOf([bank], foldCompany), 0)
    expect(explained.decision.candidates.map(({ fit }) => fit)).toEqual([
      { industry: 40, product: 20, language: 0, tier: 0, nearness: 0, total: 60 },
      { industry: 0, product: 20, language: 20, tier: 15, nearness: 20, total: 75 },
    ])
    expect(explained.decision.partnerId).toBe('ben')
  })

  test.each([[50, 20], [51, 15], [200, 15], [201, 10], [500, 10], [501, 5], [1500, 5], [1501, 0]])('at %i km nearness is worth %i points', (kilometres, points) => {
    const north = { latitude: kilometres / 111.195, longitude: 0 }
    const explained = explainLead(compileRuleSet(ruleSet('bestFit', [aPartner('ana', { latitude: 0, longitude: 0 })]), knowledge), leadColumnsOf([aLead('l', north)], foldCompany), 0)
    expect(explained.decision.candidates[0]).toMatchObject({ kilometres, fit: { nearness: points } })
  })
})

describe('of partners that rank equal', () => {
  const equals = [aPartner('ben'), aPartner('ana', { tier: 'gold' }), aPartner('abe', { tier: 'gold' })]

  test('listOrder takes the first in the list', () => {
    expect(decisionOf(ruleSet('nearest', equals), someLeads(1))).toMatchObject({ partnerId: 'ben', choice: { tieBreak: 'listOrder' } })
  })

  test('highestTier takes the highest tier, and then the partner’s code decides', () => {
    expect(decisionOf(ruleSet('nearest', equals, 'highestTier'), someLeads(1))).toMatchObject({ partnerId: 'abe', choice: { tieBreak: 'partnerCode' } })
    expect(decisionOf(ruleSet('nearest', equals.slice(0, 2), 'highestTier'), someLeads(1))).toMatchObject({ partnerId: 'ana', choice: { tieBreak: 'highestTier' } })
  })

  test('fewestOpenLeads takes the one with the fewest, counting those of this run', () => {
    const held = given(aLead('0'), 'abe', 'all')
    expect(partnersOf(ruleSet('nearest', equals, 'fewestOpenLeads'), [held, ...someLeads(4)]).slice(1)).toEqual(['ana', 'ben', 'abe', 'ana'])
  })

  test('none is asked where one is better', () => {
    expect(decisionOf(ruleSet('nearest', [aPartner('ana', tokyo), aPartner('ben', osaka)]), [aLead('l', tokyo)]).choice?.tieBreak).toBeNull()
  })
})
