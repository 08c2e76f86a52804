import { expect, test } from 'vitest'
import { priceLine } from '#shared/quotes/price-line.ts'
import { rememberPrices } from '#shared/quotes/remember-prices.ts'
import { totalQuote } from '#shared/quotes/total-quote.ts'
import { buildLine, buildQuote } from '#test/foundation/builders/build-quote.ts'

const quote = buildQuote({ accountId: 'a' })

/** How many lines were priced anew. */
function counted() {
  let priced = 0
  const pricer = rememberPrices(quote, (...asked) => {
    priced += 1
    return priceLine(...asked)
  })
  return { pricer, priced: () => priced }
}

test('B4.18: of 1,000 lines only the one that changed is priced again, and the total is that of pricing all', () => {
  const { pricer, priced } = counted()
  const lines = Array.from({ length: 1_000 }, (_, at) => buildLine({ quoteId: quote.id, quantity: String(at + 1) }, { unitPrice: `${at}.5` }))
  expect(totalQuote(quote, lines, pricer).ok).toBe(true)
  expect(priced()).toBe(1_000)
  const edited = lines.with(500, { ...lines[500]!, quantity: '7.5' })
  expect(totalQuote(quote, edited, pricer)).toEqual(totalQuote(quote, edited))
  expect(priced()).toBe(1_001)
})
test('a line whose special price another line uses up is priced again', () => {
  const { pricer, priced } = counted()
  const special = { specials: [{ code: 'SPA', unitPrice: '400', left: '5', stacks: false }] }
  const [first, second] = [buildLine({ quoteId: quote.id, quantity: '3' }, special), buildLine({ quoteId: quote.id, quantity: '2' }, special)]
  expect(totalQuote(quote, [first, second], pricer)).toMatchObject({ value: { net: 2000 } })
  expect(totalQuote(quote, [first, { ...second, quantity: '3' }], pricer)).toMatchObject({ value: { net: 6000 } })
  expect(priced()).toBe(4)
  expect(totalQuote(quote, [first, { ...second, quantity: '-3' }], pricer)).toMatchObject({ value: { net: 0 } })
})
