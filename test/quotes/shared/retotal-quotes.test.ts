import { expect, test } from 'vitest'
import { remove, update } from '#shared/foundation/command.ts'
import { quoteLines, quotes } from '#shared/quotes/quote.table.ts'
import { retotalQuotes } from '#shared/quotes/retotal-quotes.ts'
import { answered } from '#test/foundation/answered.ts'
import { buildLine, buildQuote } from '#test/foundation/builders/build-quote.ts'

const quote = buildQuote({ accountId: 'a' })
const [first, second] = [buildLine({ quoteId: quote.id }), buildLine({ quoteId: quote.id, quantity: '2' })]
const there = { quotes: [quote], quoteLines: [first, second] }
const totals = { lineCount: 2, net: 4000, tax: 400, gross: 4400, margin: null }

test('the row has the totals of the lines as they will be, whatever the change says of it', () => {
  const changes = [update(quoteLines, second.id, { quantity: '3' }), update(quotes, quote.id, { net: 1, gross: 1 })]
  expect(answered(retotalQuotes(changes), there)).toEqual([update(quotes, quote.id, totals)])
})
test('a line that goes is counted no more, one that comes back is', () => {
  expect(answered(retotalQuotes([remove(quoteLines, second.id)]), there)).toEqual([update(quotes, quote.id, { ...totals, lineCount: 1, net: 1000, tax: 100, gross: 1100 })])
  const back = { kind: 'insert' as const, table: quoteLines, columns: Object.keys(second), rows: [Object.values(second)] }
  expect(answered(retotalQuotes([back]), { quotes: [quote], quoteLines: [first] })).toEqual([update(quotes, quote.id, { ...totals, net: 3000, tax: 300, gross: 3300 })])
})
test('a quote that goes, or was sent, is left as it is; so is all that is no quote', () => {
  expect(answered(retotalQuotes([remove(quoteLines, second.id), remove(quotes, quote.id)]), there)).toEqual([])
  expect(answered(retotalQuotes([update(quoteLines, second.id, { quantity: '3' })]), { ...there, quotes: [buildQuote({ ...quote, status: 'sent' })] })).toEqual([])
})
