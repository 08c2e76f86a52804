import { expect, test } from 'vitest'
import { documentSheet } from '#shared/documents/document-sheet.ts'
import { quoteDocument } from '#shared/documents/quote-document.ts'
import { asked, documented, documentedLine, number } from '../build-documented.ts'

test('has the document’s columns, plain numbers, and its totals', () => {
  const quote = documented({ lines: [documentedLine({ discountPercent: number('12.5'), amount: 875, notes: 'Thanks' })], currency: 'USD', decimals: 2 })
  expect(documentSheet(quoteDocument(asked('en', { quote })), quote)).toEqual({
    header: ['No.', 'Item', 'Quantity', 'Unit price', 'Discount', 'Tax', 'Amount without tax'],
    rows: [
      [1, 'LEDGER – Ledger – Thanks', 1, 1000, 12.5, 10, 8.75],
      [null, 'Taxable at 10%', null, null, null, null, '$8.75'], [null, 'Tax at 10%', null, null, null, null, '$0.87'],
      [null, 'Total without tax', null, null, null, null, '$8.75'], [null, 'Tax', null, null, null, null, '$0.87'], [null, 'Total with tax', null, null, null, null, '$9.62'],
    ],
  })
})

test('keeps as text what a spreadsheet would round', () => {
  const quote = documented({ lines: [documentedLine({ amount: 12_345_678_901_234_567n })] })
  expect(documentSheet(quoteDocument(asked('en', { quote })), quote).rows[0]?.at(-1)).toBe('12345678901234567')
})
