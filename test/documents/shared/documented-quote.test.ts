import { describe, expect, test } from 'vitest'
import { layOutDocument } from '#shared/documents/lay-out-document.ts'
import { documentSheet } from '#shared/documents/document-sheet.ts'
import { documentedQuote } from '#shared/documents/documented-quote.ts'
import { quoteDocument } from '#shared/documents/quote-document.ts'
import { decimalText } from '#shared/foundation/decimal.ts'
import type { Quote, QuoteLine } from '#shared/quotes/quote-rows.ts'
import type { TaxMode } from '#shared/quotes/quote-to-price.ts'
import { totalQuote } from '#shared/quotes/total-quote.ts'
import { buildLine, buildQuote } from '#test/foundation/builders/build-quote.ts'
import { asked, paperWords, plainRuler } from '../build-documented.ts'

function total(quote: Quote, lines: readonly QuoteLine[]) {
  const totals = totalQuote(quote, lines)
  if (!totals.ok) throw new Error(totals.error.code)
  return totals.value
}
const written = (quote: Quote, lines: readonly QuoteLine[]) => documentedQuote(quote, lines, total(quote, lines), 'hash')

describe('B4.17: a document says what the pricing engine says', () => {
  test.each<[TaxMode]>([['exclusive'], ['inclusive']])('with prices %s of tax, rates mixed, and a discount of the whole', (taxMode) => {
    const quote = buildQuote({ accountId: 'account', taxMode, discountAmount: '1000' })
    const lines = [
      buildLine({ quoteId: quote.id, quantity: '7', discountPercent: '12.5' }, { unitPrice: '1111' }),
      buildLine({ quoteId: quote.id, quantity: '3' }, { unitPrice: '1111.5', tax: { category: 'reduced', rate: '8', notices: [] } }),
    ]
    const totals = total(quote, lines)
    const documented = written(quote, lines)
    expect([documented.net, documented.tax, documented.gross]).toEqual([totals.net, totals.tax, totals.gross])
    expect(documented.taxes).toEqual(totals.taxes)
    expect(documented.lines.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(documented.subtotal)
    expect(Number(documented.subtotal) - Number(documented.discount)).toBe(taxMode === 'exclusive' ? totals.net : totals.gross)
    expect(documented.lines.map(({ discountPercent }) => decimalText(discountPercent))).toEqual(['12.5', '0'])
    const texts = layOutDocument(quoteDocument(asked('ja', { quote: documented })), plainRuler).pages.flat().flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
    for (const amount of [totals.net, totals.tax, totals.gross, ...totals.taxes.flatMap(({ base, tax }) => [base, tax])]) expect(texts).toContain(`¥${amount.toLocaleString('ja')}`)
  })
})

describe('B4.20: no cost, margin or other partner’s price', () => {
  const secret = '987654321'
  const quote = buildQuote({ accountId: 'account', audience: 'partner', partnerId: 'partner', partnerTier: 'gold', partnerType: 'reseller', distributorPercent: '3' })
  const lines = [buildLine({ quoteId: quote.id, quantity: '2' }, { tierPercent: '20', cost: { amount: secret, given: secret, currency: 'JPY', rate: null, rateDate: null }, specials: [{ code: 'OTHERS', unitPrice: secret, left: '1', stacks: true }] })]
  const documented = written(quote, lines)

  test('is in what a document is made of, on it, or in a spreadsheet', () => {
    const document = quoteDocument(asked('en', { quote: documented }))
    const everything = JSON.stringify([documented, document, documentSheet(document, documented), layOutDocument(document, plainRuler)])
    expect(everything).not.toContain(secret)
    expect(everything).not.toContain('OTHERS')
    expect(everything).not.toMatch(/cost|margin/i)
  })

  test('a partner’s document has what the partner pays', () => {
    expect(documented).toMatchObject({ audience: 'partner', net: 1600 })
    expect(decimalText(documented.lines[0]!.discountPercent)).toBe('20')
  })
})

test('B4.21: knows the reverse charge by the notices of its lines; a resale certificate that has ended leaves the tax on', () => {
  const quote = buildQuote({ accountId: 'account', buyerNumber: 'DE123456789' })
  const line = (notices: readonly string[], rate: string) => [buildLine({ quoteId: quote.id }, { tax: { category: rate === '0' ? 'reverseCharge' : 'standard', rate, notices: [...notices] } })]
  expect(written(quote, line(['reverseChargeStatement'], '0'))).toMatchObject({ isReverseCharge: true, tax: 0 })
  expect(written(quote, line(['resaleCertificateEnded'], '8.25'))).toMatchObject({ isReverseCharge: false, tax: 82 })
})

test('words of the document are there in all languages', () => {
  for (const words of Object.values(paperWords)) expect(words.acceptance.fields).toHaveLength(4)
})
