import { expect, test } from 'vitest'
import { compileRuleSet } from '#shared/assignment/compile-rule-set.ts'
import { MAXIMUM_LOST } from '#shared/assignment/decision.ts'
import { describeDecision, type DecisionFacts } from '#shared/assignment/describe-decision.ts'
import { NO_EXCEPTIONS } from '#shared/assignment/lead-exceptions.ts'
import type { RuleSet } from '#shared/assignment/rule-set.ts'
import { aPartner, aRule, aTerritory, everyLead, knowledge, TODAY } from './assignment-builders.ts'

const world: RuleSet = {
  today: TODAY,
  partners: [aPartner('ana'), aPartner('ben', { capacity: 2 }), aPartner('gone', { status: 'inactive' })],
  territories: [aTerritory('above', ['ana', 'ben'], { strategy: 'weighted', candidates: [{ partnerId: 'ana', weight: 3 }, { partnerId: 'ben', weight: 1 }] }), aTerritory('below', [], { parentId: 'above' }), aTerritory('empty', [])],
  rules: [
    aRule('deep', 'below', everyLead), aRule('shallow', 'above', everyLead), aRule('twin', 'below', everyLead),
    aRule('late', 'below', everyLead, { priority: 200 }), aRule('nobody', 'empty', everyLead, { priority: 1 }),
  ],
}
const compiled = compileRuleSet(world, knowledge)
const rankOf = (id: string) => compiled.rules.findIndex(({ facts }) => facts.id === id)
const needs = { country: null, region: null, product: null, language: null }
const nothing: DecisionFacts = { ranks: [], needs, full: [], exceptions: NO_EXCEPTIONS, position: -1, turnOf: -1, tie: -1, reserved: null }
const describing = (facts: Partial<DecisionFacts>, rules = compiled) => describeDecision(rules, { ...nothing, ...facts })

test('a choice names the partner, the winning rule and its territory, and the territory whose candidates apply', () => {
  expect(describing({ ranks: [rankOf('deep')], position: 1, turnOf: 0 })).toMatchObject({
    version: compiled.version, partnerId: 'ben', cause: null, rule: { id: 'deep', code: 'DEEP', priority: 100 }, territory: { id: 'below', code: 'BELOW' },
    candidatesFrom: { id: 'above', code: 'ABOVE' }, candidates: [{ partnerId: 'ana', weight: 3 }, { partnerId: 'ben', weight: 1 }], choice: { strategy: 'weighted', turnOf: 'ana', tieBreak: null },
  })
})

test('each losing rule says by what it lost', () => {
  const { lost, lostCount } = describing({ ranks: ['deep', 'twin', 'shallow', 'late'].map(rankOf), position: 0 })
  expect(lost.map(({ id, because }) => [id, because])).toEqual([['twin', 'code'], ['shallow', 'shallowerTerritory'], ['late', 'priority']])
  expect(lostCount).toBe(3)
})

test('many losing rules are counted but only the first ten are named', () => {
  const many = compileRuleSet({ ...world, rules: Array.from({ length: 14 }, (_, at) => aRule(`r${String(at)}`, 'above', everyLead)) }, knowledge)
  const { lost, lostCount } = describing({ ranks: [...many.rules.keys()], position: 0 }, many)
  expect([lost.length, lostCount]).toEqual([MAXIMUM_LOST, 13])
})

test.each([
  ['no rule holds', 'noRule', []],
  ['no territory up to the root states candidates', 'noCandidates', ['nobody']],
  ['every candidate is refused', 'noneEligible', ['deep']],
] as const)('without a partner the cause is named where %s', (_, cause, rules) => {
  expect(describing({ ranks: rules.map(rankOf) })).toMatchObject({ partnerId: null, cause, choice: null })
})

test('what speaks against a candidate includes what this lead and this run add', () => {
  const exceptions = { ...NO_EXCEPTIONS, declined: [0], customer: [1] }
  expect(describing({ ranks: [rankOf('deep')], full: [1], exceptions }).candidates.map(({ eligible, reasons }) => [eligible, reasons])).toEqual([
    [false, [{ reason: 'declined' }]],
    [false, [{ reason: 'isTheCustomer' }, { reason: 'atCapacity', capacity: 2 }]],
  ])
})

test('a reserved lead goes to the partner it is reserved for, whatever its products and the rule say', () => {
  const decision = describing({ ranks: [rankOf('nobody')], needs: { ...needs, product: 'vault' }, reserved: { id: 'ben', hasDeclined: false } })
  expect(decision).toMatchObject({ partnerId: 'ben', cause: null, reservedFor: 'ben', candidatesFrom: null, candidates: [{ partnerId: 'ben', eligible: true }], choice: null })
})

test.each([
  ['is not active', { id: 'gone', hasDeclined: false }, { reason: 'notActive', status: 'inactive' }],
  ['is gone', { id: 'ghost', hasDeclined: false }, { reason: 'partnerMissing' }],
  ['has declined it', { id: 'ben', hasDeclined: true }, { reason: 'declined' }],
] as const)('a reserved lead goes to nobody when the partner %s', (_, reserved, reason) => {
  expect(describing({ ranks: [rankOf('deep')], reserved })).toMatchObject({ partnerId: null, cause: 'reservedPartnerUnavailable', reservedFor: reserved.id, candidates: [{ reasons: [reason] }] })
})
