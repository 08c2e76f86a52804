import { expect, test } from 'vitest'
import { copyQuote } from '#shared/quotes/copy-quote.ts'
import { buildLine, buildQuote } from '#test/foundation/builders/build-quote.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'

test('a copy has its options below its own bundles, and nothing that happened to the other', () => {
  const quote = buildQuote({ accountId: 'a', status: 'ordered', acceptedBy: 'A', orderNumber: 'PO', contentHash: 'h', approvedHash: 'h', importId: 'i' })
  const bundle = buildLine({ quoteId: quote.id, code: 'SUITE' })
  const option = buildLine({ quoteId: quote.id, parentId: bundle.id, importId: 'i' })
  const [head, lines] = copyQuote({ quote, lines: [bundle, option] }, { id: 'copy', rootId: 'copy' }, nextId)
  if (head?.kind !== 'insert' || lines?.kind !== 'insert') throw new Error('nothing was copied')
  const row = Object.fromEntries(head.columns.map((column, at) => [column, head.rows[0]?.[at]]))
  expect(row).toMatchObject({ id: 'copy', rootId: 'copy', revision: 1, status: 'draft', acceptedBy: null, orderNumber: null, contentHash: null, approvedHash: null, importId: null, accountId: 'a' })
  const column = (name: string) => lines.rows.map((cells) => cells[lines.columns.indexOf(name)])
  expect(column('quoteId')).toEqual(['copy', 'copy'])
  expect(column('parentId')).toEqual([null, column('id')[0]])
  expect(column('id')).not.toContain(bundle.id)
  expect(lines.columns).not.toContain('importId')
})
