import { expect, test } from 'vitest'
import { hashContent } from '#shared/quotes/hash-content.ts'
import { buildLine, buildQuote } from '#test/foundation/builders/build-quote.ts'

const quote = buildQuote({ accountId: 'a' })
const [first, second] = [buildLine({ quoteId: quote.id, place: 1 }), buildLine({ quoteId: quote.id, place: 2, code: 'TRAIN', name: '研修' })]
const hash = hashContent(quote, [first, second])

test('the same is said by a copy with other ids and places, in whatever order its rows and keys come', () => {
  const copy = [{ ...second, id: 'y', place: 70, terms: { problem: null, ...Object.fromEntries(Object.entries(second.terms).toReversed()) } as typeof second.terms }, { ...first, id: 'x', place: 7 }]
  expect(hashContent({ ...quote, id: 'other', rootId: 'other', revision: 2, number: 'Q-000009', status: 'sent', name: 'Another' }, copy)).toBe(hash)
})

test.each([
  ['a quantity', hashContent(quote, [{ ...first, quantity: '2' }, second])],
  ['a price', hashContent(quote, [{ ...first, terms: { ...first.terms, unitPrice: '999' } }, second])],
  ['a discount', hashContent(quote, [{ ...first, discountPercent: '1' }, second])],
  ['the order', hashContent(quote, [{ ...first, place: 3 }, second])],
  ['whose option a line is', hashContent(quote, [first, { ...second, parentId: first.id }])],
  ['the last day', hashContent({ ...quote, validUntil: '2026-12-23' }, [first, second])],
  ['the buyer’s number', hashContent({ ...quote, buyerNumber: 'T1' }, [first, second])],
  ['the discount of the whole', hashContent({ ...quote, discountAmount: '1' }, [first, second])],
  ['a heading', hashContent(quote, [{ ...first, groupName: '設備' }, second])],
])('another is said with another: %s', (_, other) => {
  expect(other).not.toBe(hash)
})
