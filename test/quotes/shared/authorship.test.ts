import { expect, test } from 'vitest'
import { authored, authorOf, copiedAuthors, unapprovedAuthors } from '#shared/quotes/authorship.ts'
import { buildQuote } from '#test/foundation/builders/build-quote.ts'
import { answered } from '#test/foundation/answered.ts'
import { ana, bea, carl } from '#test/approvals/shared/approving-desk.ts'
import { NOW } from '#test/foundation/desk.ts'

const quote = buildQuote({ accountId: 'a', approvedHash: 'after' })
const stamps = { createdAt: NOW, updatedAt: NOW, rev: 1 }
const quoteAuthors = [{ ...authorOf({ ...quote, approvedHash: null }, ana), ...stamps }, { ...authorOf(quote, bea), ...stamps }]

test('a hand in a quote is noted once for each approval it goes before', () => {
  expect(answered(authored(quote, bea), { quoteAuthors })).toEqual([])
  expect(answered(authored(quote, ana), { quoteAuthors })).toHaveLength(1)
})

test('who wrote before the last approval is free again; a copy has no approval, and all its writers', () => {
  expect(answered(unapprovedAuthors(quote), { quoteAuthors })).toEqual([bea.id])
  const copied = answered(copiedAuthors(quote.id, { ...quote, id: 'copy', approvedHash: null }, carl), { quoteAuthors })
  expect(copied.flatMap((change) => (change.kind === 'insert' ? change.rows.map((row) => [row[change.columns.indexOf('personId')], row[change.columns.indexOf('since')]]) : []))).toEqual([[ana.id, null], [bea.id, null], [carl.id, null]])
})
