import { expect, test } from 'vitest'
import { priceLine } from '#shared/quotes/price-line.ts'
import { buildLine, buildQuote } from '#test/foundation/builders/build-quote.ts'
import type { LineTerms } from '#shared/quotes/line-terms-schema.ts'
import { text } from './decimals.ts'

const head = buildQuote({ accountId: 'a', partnerId: 'p', partnerTier: 'silver', distributorPercent: '10' })
const terms: Partial<LineTerms> = {
  tiers: { kind: 'graduated', steps: [{ from: '10', percent: '50' }] }, specials: [{ code: 'SPA', unitPrice: '900', left: '11', stacks: true }],
  offers: [{ code: 'O', name: 'O', place: 1, minimumQuantity: '11', percent: '1', amount: null, standsAlone: false }], tierPercent: '20', registeredPercent: '5',
}

function steps(quantity: string, change: Partial<LineTerms> = {}, quote = head): readonly string[] {
  const priced = priceLine(quote, buildLine({ quoteId: 'q', quantity }, { ...terms, ...change }))
  return priced.ok ? Object.values(priced.value.steps).map(({ amount }) => text(amount)) : [priced.error.code]
}

test('a line follows from its own terms at any quantity', () => {
  // 11 at the special price, of which two at half; less 1 %; less 20 % and 5 % of that; less a tenth.
  expect(steps('11')).toEqual(['11000', '9900', '9000', '8910', '6682.5', '6014.25'])
  // Twelve are more than were granted: the list price, three of them at half.
  expect(steps('12')).toEqual(['12000', '12000', '10500', '10395', '7796.25', '7016.625'])
})

test('without a partner nobody gets a partner’s discount', () => {
  expect(steps('1', {}, { ...head, partnerId: null, partnerTier: null, distributorPercent: '0' })).toEqual(['1000', '900', '900', '900', '900', '900'])
})

test('what is sold for a term needs one', () => {
  expect(steps('1', { months: 12 })).toEqual(['price.term-missing'])
})
