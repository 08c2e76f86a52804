import { expect, test } from 'vitest'
import { partnerView } from '#shared/quotes/partner-view.ts'
import { buildLine, buildQuote } from '#test/foundation/builders/build-quote.ts'

test('a partner sees no cost, no margin and nobody else’s terms, wherever they stand (B4.20)', () => {
  const secret = '987654321'
  const quote = buildQuote({ accountId: 'a', margin: Number(secret) })
  const line = buildLine({ quoteId: quote.id }, { cost: { amount: secret, given: secret, currency: 'JPY', rate: secret, rateDate: null }, specials: [{ code: secret, unitPrice: secret, left: null, stacks: false }] })
  const view = partnerView(quote, [line])
  expect(JSON.stringify(view)).not.toContain(secret)
  expect(JSON.stringify(view)).not.toMatch(/cost|margin|specials|rebate|approv/i)
  expect(view.lines[0]).toMatchObject({ name: line.name, quantity: '1', unitPrice: '1000' })
})
