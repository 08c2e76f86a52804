import { describe, expect, test } from 'vitest'
import { hashRuleSet } from '#shared/assignment/hash-rule-set.ts'
import type { PartnerFacts, RuleSet } from '#shared/assignment/rule-set.ts'
import { aPartner, aRule, aTerritory, everyLead, foldCompany, TODAY } from './assignment-builders.ts'

const ana = aPartner('ana', { regions: ['GT', 'BZ'], certifications: [{ code: 'expert', expires: '2026-12-31' }], absences: [{ from: '2026-12-24', to: '2026-12-26', reason: 'holidays' }] })
const base: RuleSet = {
  today: TODAY,
  partners: [ana, aPartner('ben')],
  territories: [aTerritory('north', ['ana', 'ben']), aTerritory('south', ['ben'])],
  rules: [aRule('one', 'north', everyLead), aRule('two', 'south', { field: 'country', is: ['GT'] }), aRule('off', 'south', everyLead, { enabled: false }), aRule('later', 'south', everyLead, { effectiveFrom: '2027-01-01' })],
}
const version = (ruleSet: RuleSet) => hashRuleSet(ruleSet, foldCompany)
const withAna = (facts: Partial<PartnerFacts>): RuleSet => ({ ...base, partners: [{ ...ana, ...facts }, base.partners[1]!] })

test('is 12 hexadecimal digits that stay the same from release to release', () => {
  expect(version(base)).toMatch(/^r-[0-9a-f]{12}$/)
  expect(version(structuredClone(base))).toBe(version(base))
})

test('the order of rows changes nothing', () => {
  expect(version({ today: TODAY, partners: base.partners.toReversed(), territories: base.territories.toReversed(), rules: base.rules.toReversed() })).toBe(version(base))
})

describe('changes with', () => {
  test.each<[string, RuleSet]>([
    ['a rule’s condition', { ...base, rules: [aRule('one', 'north', { none: [] }), ...base.rules.slice(1)] }],
    ['a rule’s priority', { ...base, rules: [aRule('one', 'north', everyLead, { priority: 1 }), ...base.rules.slice(1)] }],
    ['a rule switched off', { ...base, rules: base.rules.slice(1) }],
    ['the order of candidates', { ...base, territories: [aTerritory('north', ['ben', 'ana']), base.territories[1]!] }],
    ['a territory’s parent', { ...base, territories: [aTerritory('north', ['ana', 'ben'], { parentId: 'south' }), base.territories[1]!] }],
    ['a territory’s demands', { ...base, territories: [aTerritory('north', ['ana', 'ben'], { requirements: { certifications: ['x'], minimumTier: null, language: false } }), base.territories[1]!] }],
    ['a partner’s status', withAna({ status: 'suspended' })],
    ['a partner’s capacity', withAna({ capacity: 3 })],
    ['a partner’s regions', withAna({ regions: ['GT'] })],
    ['a partner’s place', withAna({ latitude: 1, longitude: 2 })],
    ['a partner’s name, which may be the customer’s', withAna({ name: 'other' })],
    ['the day a rule begins', { ...base, today: '2027-01-01' }],
    ['the day a certification has expired', { ...base, today: '2027-01-01', rules: base.rules.slice(0, 3) }],
    ['the day an absence begins', { ...base, today: '2026-12-24' }],
  ])('%s', (_, changed) => {
    expect(version(changed)).not.toBe(version(base))
  })
})

describe('does not change with', () => {
  test.each<[string, RuleSet]>([
    ['a day on which nothing begins or ends', { ...base, today: '2026-11-23' }],
    ['a rule that is switched off', { ...base, rules: base.rules.filter(({ id }) => id !== 'off') }],
    ['a rule that is not yet in effect', { ...base, rules: base.rules.filter(({ id }) => id !== 'later') }],
    ['the order of a partner’s regions', withAna({ regions: ['BZ', 'GT'] })],
    ['the reason of an absence', withAna({ absences: [{ from: '2026-12-24', to: '2026-12-26', reason: 'other' }] })],
  ])('%s', (_, changed) => {
    expect(version(changed)).toBe(version(base))
  })
})
