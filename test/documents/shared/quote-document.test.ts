import { describe, expect, test } from 'vitest'
import { quoteDocument } from '#shared/documents/quote-document.ts'
import { asked, clause, documented, documentedLine, number, template } from '../build-documented.ts'

describe('B4.15: a document is in its own language', () => {
  test('with totals without and with the tax, called so', () => {
    const { totals, headline, columns } = quoteDocument(asked('ja'))
    expect(headline).toEqual({ label: '御見積金額（税込）', value: '¥1,100' })
    expect(totals.map(({ label, value }) => `${label} ${value}`)).toEqual(['10%対象（税抜） ¥1,000', '消費税（10%） ¥100', '税抜合計 ¥1,000', '消費税合計 ¥100', '税込合計 ¥1,100'])
    expect(columns.at(-1)?.title).toBe('金額（税抜）')
    expect(quoteDocument(asked('ja', { quote: documented({ taxMode: 'inclusive' }) })).columns.at(-1)?.title).toBe('金額（税込）')
  })

  test('with the units that every language has a word for, and any other as it was typed', () => {
    const lines = ['year', 'Piece', 'day', 'pallet', 'constructor'].map((unit, at) => documentedLine({ unit, quantity: number(String(at + 1)) }))
    const quantities = (language: 'en' | 'ja' | 'es') => quoteDocument(asked(language, { quote: documented({ lines }) })).rows.map(({ cells }) => cells[2])
    expect(quantities('en')).toEqual(['1 year', '2 pieces', '3 days', '4 pallet', '5 constructor'])
    expect(quantities('ja')).toEqual(['1 年', '2 個', '3 日', '4 pallet', '5 constructor'])
    expect(quantities('es')).toEqual(['1 año', '2 piezas', '3 días', '4 pallet', '5 constructor'])
  })

  test('with a space for the seal where the template has one', () => {
    expect([quoteDocument(asked('ja', { template: template({ seal: true }) })).seal, quoteDocument(asked('ja')).seal]).toEqual(['印', null])
  })

  test('with its customer’s customs, whatever the company’s are', () => {
    const { facts } = quoteDocument(asked('es', { quote: documented({ country: 'ES', currency: 'EUR', decimals: 2 }) }))
    expect(facts.map(({ value }) => value)).toContain('31 de diciembre de 2026')
  })
})

test('shows both numbers, where there are two', () => {
  expect(quoteDocument(asked('en', { quote: documented({ otherNumber: 'P-ABC234' }) })).facts.slice(0, 2)).toEqual([{ label: 'Number', value: 'Q-000042' }, { label: 'Previously', value: 'P-ABC234' }])
})

test('shows discounts in a column of their own where there are any, the quote’s own among the totals', () => {
  const lines = [documentedLine({ discountPercent: number('12.5'), amount: 875 }), documentedLine({ isOption: true })]
  const document = quoteDocument(asked('en', { quote: documented({ lines, subtotal: 1875, discount: 75 }) }))
  expect(document.columns.map(({ id }) => id)).toEqual(['place', 'item', 'quantity', 'unitPrice', 'discount', 'tax', 'amount'])
  expect(document.rows.map(({ cells }) => cells)).toEqual([['1', 'Ledger\nLEDGER', '1', '¥1,000', '12.5%', '10%', '¥875'], ['2', '– Ledger\nLEDGER', '1', '¥1,000', '', '10%', '¥1,000']])
  expect(document.totals.slice(0, 2)).toEqual([{ label: 'Subtotal', value: '¥1,875', strong: false }, { label: 'Discount', value: '-¥75', strong: false }])
  expect(quoteDocument(asked('en')).columns.map(({ id }) => id)).not.toContain('discount')
})

test('groups lines under their headings, options with their bundle', () => {
  const lines = [documentedLine({ groupName: 'A' }), documentedLine({ isOption: true }), documentedLine({ groupName: 'A' }), documentedLine({ groupName: 'B' }), documentedLine()]
  expect(quoteDocument(asked('en', { quote: documented({ lines }) })).rows.map(({ kind, cells }) => (kind === 'heading' ? cells[0] : '-'))).toEqual(['A', '-', '-', '-', 'B', '-', '-'])
})

test('fills in the template’s texts, and marks a draft', () => {
  const document = quoteDocument(asked('en', { isDraft: true, partner: 'Lucio', template: template({ title: 'Offer {number}', opening: 'Dear {contact},\nfor {account} by {partner}: {name}, {total} until {validUntil}.', closing: ' ', footer: 'Lira' }) }))
  expect([document.title, document.opening, document.closing, document.footer, document.watermark]).toEqual(['Offer Q-000042', ['Dear Misaki Aoyagi,', 'for Kitayama Foods K.K. by Lucio: Renewal, ¥1,100 until December 31, 2026.'], [], 'Lira · Q-000042 · abcdef012345', 'DRAFT'])
})

test('B4.21: states the reverse charge with the buyer’s number, before all other terms', () => {
  const { terms, facts } = quoteDocument(asked('en', { quote: documented({ isReverseCharge: true, buyerNumber: 'DE123456789', notes: 'Thanks.' }), clauses: [clause()] }))
  expect(terms.map(({ heading, text }) => `${heading}: ${text}`)).toEqual(['Tax: Reverse charge: the recipient of the service owes the tax (DE123456789).', 'Payment: Within 30 days.', 'Notes: Thanks.'])
  expect(facts.at(-1)).toEqual({ label: 'Your tax registration', value: 'DE123456789' })
})

test('an order form can be signed, a proposal not', () => {
  expect([quoteDocument(asked('en', { kind: 'orderForm' })).acceptance?.fields.at(-1), quoteDocument(asked('en')).acceptance]).toEqual(['Signature', null])
})
