import { expect, test } from 'vitest'
import { compileRuleSet, type CompiledPartner } from '#shared/assignment/compile-rule-set.ts'
import type { PartnerFacts } from '#shared/assignment/rule-set.ts'
import { scoreFit } from '#shared/assignment/score-fit.ts'
import { aPartner, knowledge, TODAY } from './assignment-builders.ts'

function compiledPartner(facts: Partial<PartnerFacts>): CompiledPartner {
  return compileRuleSet({ territories: [], rules: [], partners: [aPartner('ana', facts)], today: TODAY }, knowledge).partners[0]!
}

const asked = { industry: 'banking', product: 'suite', language: 'es-GT' }
const unasked = { industry: null, product: null, language: null }

test('a perfect partner has every part, and the total is their sum', () => {
  const partner = compiledPartner({ industries: ['Banking'], languages: ['es'], tier: 'platinum' })
  expect(scoreFit(partner, asked, 10)).toEqual({ industry: 40, product: 20, language: 20, tier: 15, nearness: 20, total: 115 })
})

test('a partner with nothing that the lead asks has no points', () => {
  expect(scoreFit(compiledPartner({ industries: ['retail'], languages: ['en'], products: ['vault'] }), asked, 2000).total).toBe(0)
})

test('what the lead leaves open gives nobody points', () => {
  const partner = compiledPartner({ industries: ['banking'], languages: ['es'] })
  expect(scoreFit(partner, unasked, null)).toEqual({ industry: 0, product: 0, language: 0, tier: 0, nearness: 0, total: 0 })
})

test.each([['registered', 0], ['silver', 5], ['gold', 10], ['platinum', 15]] as const)('the tier %s is worth %i points', (tier, points) => {
  expect(scoreFit(compiledPartner({ tier }), unasked, null)).toMatchObject({ tier: points, total: points })
})

test.each([[0, 20], [50, 20], [51, 15], [200, 15], [201, 10], [500, 10], [501, 5], [1500, 5], [1501, 0]])('%i km are worth %i points', (kilometres, points) => {
  expect(scoreFit(compiledPartner({}), unasked, kilometres)).toMatchObject({ nearness: points, total: points })
})
