import { decimal, readDecimal, zero, type Decimal } from '#shared/foundation/decimal.ts'
import { divide, plus, times, type Integer } from '#shared/foundation/integer.ts'
import type { Clause } from '#shared/documents/choose-clauses.ts'
import type { DocumentedLine, DocumentedQuote } from '#shared/documents/documented-quote.ts'
import type { DocumentAsked, DocumentTemplate } from '#shared/documents/quote-document.ts'
import { words as en } from '#shared/locales/en/index.ts'
import { words as es } from '#shared/locales/es/index.ts'
import { words as ja } from '#shared/locales/ja/index.ts'
import type { Locale } from '#shared/locales/locale.ts'
import type { Ruler } from '#shared/documents/sheet.ts'

export const paperWords = { en: en.documents.paper, ja: ja.documents.paper, es: es.documents.paper }

export const number = (text: string): Decimal => readDecimal(text) ?? zero

export const documentedLine = (given: Partial<DocumentedLine> = {}): DocumentedLine => ({
  groupName: null, isOption: false, code: 'LEDGER', name: 'Ledger', unit: null, notes: null, quantity: decimal(1, 0), termFrom: null, termTo: null, unitPrice: decimal(1000, 0), discountPercent: zero, taxRate: decimal(10, 0), amount: 1000, ...given,
})

/** A quote in yen whose tax is one sum for all. */
export function documented(given: Partial<DocumentedQuote> = {}): DocumentedQuote {
  const lines = given.lines ?? [documentedLine()]
  const net = lines.reduce<Integer>((sum, { amount }) => plus(sum, amount), 0)
  const tax = divide(times(net, 10), 100, 'down')
  return {
    name: 'Renewal', number: 'Q-000042', otherNumber: null, audience: 'customer', currency: 'JPY', decimals: 0, taxMode: 'exclusive', country: 'JP', pricedOn: '2026-11-26', validUntil: '2026-12-31', sellerNumber: 'T1234567890123', buyerNumber: null, notes: null,
    lines, subtotal: net, discount: 0, taxes: [{ rate: decimal(10, 0), base: net, tax }], net, tax, gross: plus(net, tax), isReverseCharge: false, contentHash: 'abcdef0123456789', ...given,
  }
}

export const template = (given: Partial<DocumentTemplate> = {}): DocumentTemplate => ({ title: null, accent: '#1f4b7a', sender: 'Lira Financial\n1 Pearl Street\nBoulder', opening: null, closing: null, footer: null, era: false, seal: false, ...given })

export const clause = (given: Partial<Clause> = {}): Clause => ({ heading: 'Payment', text: 'Within 30 days.', language: 'en', kinds: [], countries: [], exceptCountries: [], place: 0, enabled: true, ...given })

export function asked(language: Locale, given: Partial<DocumentAsked> = {}): DocumentAsked {
  return {
    kind: 'proposal', language, isDraft: false, quote: documented(), partner: null, template: template(), logo: null, clauses: [], words: paperWords[language],
    account: { name: '北山食品株式会社', nameEn: 'Kitayama Foods K.K.', country: 'JP', region: 'JP-13', city: '港区', postcode: '105-0011', address: '東京都港区芝公園1-1' },
    contact: { name: '青柳 美咲', nameEn: 'Misaki Aoyagi', role: '財務部長' }, ...given,
  }
}

/** Every letter as wide as its half or its whole size. */
export const plainRuler: Ruler = { width: (text, size) => [...text].reduce((width, letter) => width + (letter > '\u2e80' ? size : size / 2), 0) }
