import { expect, test } from 'vitest'
import { insert, remove, update, type Change } from '#shared/foundation/command.ts'
import { authorOf } from '#shared/quotes/authorship.ts'
import { hashContent } from '#shared/quotes/hash-content.ts'
import { quoteAuthors } from '#shared/quotes/quote-author.table.ts'
import { quoteLines, quotes } from '#shared/quotes/quote.table.ts'
import { resettleQuotes } from '#shared/quotes/resettle-quotes.ts'
import { answered } from '#test/foundation/answered.ts'
import { buildLine, buildQuote } from '#test/foundation/builders/build-quote.ts'

const ana = { id: 'a1', name: 'Ana' }
const quote = buildQuote({ accountId: 'a' })
const [first, second] = [buildLine({ quoteId: quote.id }), buildLine({ quoteId: quote.id, quantity: '2' })]
const there = { quotes: [quote], quoteLines: [first, second] }
const totals = { lineCount: 2, net: 4000, tax: 400, gross: 4400, margin: null }
const written = insert(quoteAuthors, authorOf(quote, ana))
const resettled = (changes: readonly Change[], rows: Parameters<typeof answered>[1] = there) => answered(resettleQuotes(changes, ana), rows)

test('the row has the totals of the lines as they will be, whatever the change says of it', () => {
  const changes = [update(quoteLines, second.id, { quantity: '3' }), update(quotes, quote.id, { net: 1, gross: 1 })]
  expect(resettled(changes)).toEqual([update(quotes, quote.id, totals), written])
})
test('a line that goes is counted no more, one that comes back is', () => {
  expect(resettled([remove(quoteLines, second.id)])).toEqual([update(quotes, quote.id, { ...totals, lineCount: 1, net: 1000, tax: 100, gross: 1100 }), written])
  const back = { kind: 'insert' as const, table: quoteLines, columns: Object.keys(second), rows: [Object.values(second)] }
  expect(resettled([back], { quotes: [quote], quoteLines: [first] })).toEqual([update(quotes, quote.id, { ...totals, net: 3000, tax: 300, gross: 3300 }), written])
})
test('a quote that goes, or was sent, is left as it is; so is all that is no quote', () => {
  expect(resettled([remove(quoteLines, second.id), remove(quotes, quote.id)])).toEqual([])
  expect(resettled([update(quoteLines, second.id, { quantity: '3' })], { ...there, quotes: [buildQuote({ ...quote, status: 'sent' })] })).toEqual([])
})
test('whoever changes nothing of what it says has written nothing, and is named once', () => {
  const same = update(quotes, quote.id, { ...totals, net: 3000, tax: 300, gross: 3300 })
  expect(resettled([update(quotes, quote.id, { primary: true })])).toEqual([same])
  expect(resettled([remove(quoteLines, second.id)], { ...there, quoteAuthors: [authorOf(quote, ana)] })).toHaveLength(1)
})
test('it is approved or in approval again only where it says what was approved or asked', () => {
  const hash = hashContent(quote, [first])
  const statusAfter = (status: 'approved' | 'inApproval', asked: string, pending: readonly { id: string; contentHash: string }[] = []) => {
    const changes = [remove(quoteLines, second.id), update(quotes, quote.id, { status })]
    const [row] = resettled(changes, { ...there, quotes: [buildQuote({ ...quote, approvedHash: asked })], approvalRequests: pending })
    return row?.kind === 'update' && row.columns.includes('status') ? row.rows[0]![row.columns.indexOf('status')] : status
  }
  expect([statusAfter('approved', hash), statusAfter('approved', 'other')]).toEqual(['approved', 'draft'])
  expect([statusAfter('inApproval', '', [{ id: 'r', contentHash: hash }]), statusAfter('inApproval', '', [{ id: 'r', contentHash: 'other' }]), statusAfter('inApproval', '')]).toEqual(['inApproval', 'draft', 'draft'])
})
