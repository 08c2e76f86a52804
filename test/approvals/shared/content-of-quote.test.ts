import { expect, test } from 'vitest'
import { contentOfQuote, unitPricesOf } from '#shared/approvals/content-of-quote.ts'
import { decimal } from '#shared/foundation/decimal.ts'
import type { Quote, QuoteLine } from '#shared/quotes/quote-rows.ts'
import { totalQuote } from '#shared/quotes/total-quote.ts'
import { buildLine, buildQuote } from '#test/foundation/builders/build-quote.ts'

function total(quote: Quote, lines: readonly QuoteLine[]) {
  const totals = totalQuote(quote, lines)
  if (!totals.ok) throw new Error(totals.error.code)
  return totals.value
}
const quote = buildQuote({ accountId: 'account', discountAmount: '100', notes: 'You may cancel.' })
const cost = { amount: '600', given: '4', currency: 'USD', rate: '150', rateDate: '2026-11-01' }
const lines = [
  buildLine({ quoteId: quote.id, productId: 'p1', quantity: '10', discountPercent: '20', termFrom: '2026-12-01', termTo: '2027-11-30', notes: ' ' }, { cost }),
  buildLine({ quoteId: quote.id, code: null, name: 'Travel', quantity: '1', notes: 'At cost.' }),
]

test('tells every line at its steps, what it costs, and all that was written for this quote alone', () => {
  const content = contentOfQuote(quote, lines, total(quote, lines), new Map([['p1', decimal(850, 0)]]))
  expect(content.lines).toEqual([
    { product: 'LEDGER', name: '台帳', quantity: '10', list: '10000', customer: '8000', net: '8000', cost: '6000', protectedPrice: '8500', months: 12, taxRate: '10' },
    { product: 'Travel', name: 'Travel', quantity: '1', list: '1000', customer: '1000', net: '1000', cost: null, protectedPrice: null, months: 0, taxRate: '10' },
  ])
  expect(content).toMatchObject({ currency: 'JPY', taxMode: 'exclusive', discount: '100', net: '8900', tax: '890', gross: '9790', texts: ['You may cancel.', 'At cost.'] })
})

test('finds the customer’s price of one of each product', () => {
  expect([...unitPricesOf(lines, total(quote, lines))]).toEqual([['p1', decimal(800, 0)]])
})

test('of a product that stands in several lines the lowest price, whichever comes last', () => {
  const [cheap, dear] = ['20', '10'].map((discountPercent) => buildLine({ quoteId: quote.id, productId: 'p1', quantity: '10', discountPercent }))
  for (const each of [[cheap!, dear!], [dear!, cheap!]]) expect([...unitPricesOf(each, total(quote, each))]).toEqual([['p1', decimal(800, 0)]])
})
