import { describe, expect, test } from 'vitest'
import type { ApprovalRule } from '#shared/approvals/approval-policy.ts'
import { decideApprovals, isCovered, type ApprovedStep } from '#shared/approvals/decide-approvals.ts'
import type { QuoteContent } from '#shared/approvals/quote-content.ts'
import { aContent, aLine, aRule } from './build-content.ts'

const decide = (rules: readonly ApprovalRule[], content: Partial<QuoteContent>, history: readonly ApprovedStep[] = []) => decideApprovals(rules, aContent(content), history)
const approvedAs = (content: Partial<QuoteContent>, rules: readonly ApprovalRule[] = [aRule()]): readonly ApprovedStep[] => decide(rules, content).map((step, at) => ({ id: `approved-${at}`, ...step }))
const discounted = (customer: string, given: Partial<ReturnType<typeof aLine>> = {}): Partial<QuoteContent> => ({ lines: [aLine({ customer, ...given })] })

test('asks nobody for what lies within all thresholds, the thresholds themselves among it', () => {
  expect(decide([aRule(), aRule({ id: 'floor', measure: 'margin', beyond: '62.5' })], discounted('850'))).toEqual([])
})

test('names the seat, the rule, the threshold and the fact', () => {
  expect(decide([aRule({ hours: 8 })], discounted('700'))).toEqual([
    { seatId: 'manager', place: 1, hours: 8, triggers: [{ ruleId: 'rule', measure: 'lineDiscount', threshold: '15', facts: [{ subject: 'LEDGER', name: 'Ledger', value: '30', amount: '1000' }], coveredBy: null }] },
  ])
})

test('asks those of one place together and of the next afterwards, each seat once at a place', () => {
  const rules = [aRule({ id: 'last', place: 10, seatId: 'board' }), aRule({ id: 'a' }), aRule({ id: 'b', measure: 'blendedDiscount', beyond: '5' }), aRule({ id: 'c', seatId: 'finance', place: 2 })]
  expect(decide(rules, discounted('700')).map(({ place, seatId, triggers }) => [place, seatId, triggers.map(({ ruleId }) => ruleId)])).toEqual([[1, 'manager', ['a', 'b']], [2, 'finance', ['c']], [10, 'board', ['last']]])
})

test('a band ends where the next begins', () => {
  const bands = [aRule({ id: 'manager', upTo: '25' }), aRule({ id: 'desk', beyond: '25', seatId: 'desk' })]
  const seats = (customer: string) => decide(bands, discounted(customer)).map(({ seatId }) => seatId)
  expect([seats('850'), seats('849'), seats('750'), seats('749')]).toEqual([[], ['manager'], ['manager'], ['desk']])
})

describe('what cannot be told is too far', () => {
  test.each<[string, ApprovalRule, Partial<QuoteContent>]>([
    ['a margin without a cost', aRule({ measure: 'margin', beyond: '20', upTo: '30' }), discounted('1000', { cost: null })],
    ['a total in a currency without a threshold', aRule({ measure: 'total', beyond: null, amounts: [{ currency: 'USD', amount: '1000000' }] }), {}],
  ])('%s', (_, rule, content) => {
    expect(decide([rule], content)).toHaveLength(1)
  })

  test('and is never covered by what was approved before', () => {
    const content = discounted('1000', { cost: null })
    const rule = aRule({ measure: 'margin', beyond: '20' })
    expect(decide([rule], content, approvedAs(content, [rule])).map(isCovered)).toEqual([false])
  })
})

describe('what was approved in an earlier revision', () => {
  const approved = approvedAs(discounted('700'))
  test.each<[string, Partial<QuoteContent>, boolean]>([
    ['the same', discounted('700'), true],
    ['less of a discount', discounted('800'), true],
    ['more of a discount', discounted('690'), false],
    ['the same discount of more money', discounted('770', { list: '1100' }), false],
    ['the same discount of another product', discounted('700', { product: 'OTHER' }), false],
    ['the same discount once more', { lines: [aLine({ customer: '700' }), aLine({ customer: '700' })] }, false],
  ])('covers %s: %#', (_, content, covered) => {
    expect(decide([aRule()], content, approved).map(isCovered)).toEqual([covered])
  })

  test('covers nothing that another seat has to say', () => {
    expect(decide([aRule({ seatId: 'finance' })], discounted('700'), approved).map(isCovered)).toEqual([false])
  })

  test('leaves the rest to be asked, and shows both', () => {
    const rules = [aRule(), aRule({ id: 'text', measure: 'ownText', beyond: '0' })]
    expect(decide(rules, { ...discounted('700'), texts: ['You may cancel.'] }, approved)[0]?.triggers.map(({ coveredBy }) => coveredBy)).toEqual(['approved-0', null])
  })

  test('a margin that sank is asked again, one that rose is not', () => {
    const rule = aRule({ measure: 'margin', beyond: '50' })
    const at = (net: string) => ({ lines: [aLine({ net })] })
    const history = approvedAs(at('500'), [rule])
    expect(decide([rule], at('450'), history).map(isCovered)).toEqual([false])
    expect(decide([rule], { lines: [aLine({ net: '500', cost: '260' })] }, history).map(isCovered)).toEqual([true])
  })
})
