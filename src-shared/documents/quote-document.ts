import { opposite, type Integer } from '../foundation/integer.ts'
import { decimalText, type Decimal } from '../foundation/decimal.ts'
import type { RowOf } from '../foundation/table.ts'
import type { Locale } from '../locales/locale.ts'
import type { Words } from '../locales/words.ts'
import { addressee, type Addressed } from './addressee.ts'
import type { Clause } from './choose-clauses.ts'
import type { DocumentKind, DocumentColumn, DocumentRow, DocumentTotal, Labelled, QuoteDocument } from './document.ts'
import type { documentTemplates } from './document-template.table.ts'
import type { DocumentedLine, DocumentedQuote } from './documented-quote.ts'
import { paperFormats, paperOf, type PaperFormats } from './paper-formats.ts'
import { fillIn, type Placeholder } from './placeholders.ts'

/** The words that stand on paper. */
export type PaperWords = Words['documents']['paper']
export type DocumentTemplate = Pick<RowOf<typeof documentTemplates>, 'title' | 'accent' | 'sender' | 'opening' | 'closing' | 'footer' | 'era' | 'seal'>

export interface DocumentAsked extends Addressed {
  readonly kind: DocumentKind
  readonly language: Locale
  /** Whether something still keeps the quote from being sent. */
  readonly isDraft: boolean
  readonly quote: DocumentedQuote
  readonly partner: string | null
  readonly template: DocumentTemplate
  readonly logo: QuoteDocument['logo']
  /** Those that apply, in their order. */
  readonly clauses: readonly Clause[]
  /** Of the document's language. */
  readonly words: PaperWords
}

/** What template and quote make together, in the customer's language: the only place that says what is on paper. */
export function quoteDocument(asked: DocumentAsked): QuoteDocument {
  const { kind, language, quote, template, words } = asked
  const formats = paperFormats(language, quote.country, quote.currency, quote.decimals, template.era)
  const placeholders = valuesOf(asked, formats)
  const written = (text: string | null): readonly string[] => (text === null || text.trim() === '' ? [] : fillIn(text, placeholders).split('\n'))
  const columns = columnsOf(quote, words)
  return {
    kind, language, accent: template.accent, paper: paperOf(quote.country),
    logo: asked.logo,
    watermark: asked.isDraft ? words.draft : null,
    title: template.title === null || template.title.trim() === '' ? words.titles[kind] : fillIn(template.title, placeholders),
    addressee: addressee(asked, language, words.attention, formats.country),
    sender: [...template.sender.split('\n'), ...(quote.sellerNumber === null ? [] : [`${words.sellerNumber}: ${quote.sellerNumber}`])].filter((line) => line.trim() !== ''),
    seal: template.seal ? words.seal : null,
    facts: factsOf(quote, words, formats),
    opening: written(template.opening),
    headline: { label: words.headline(quote.taxMode === 'inclusive' || quote.tax !== 0), value: formats.money(quote.gross) },
    columns,
    rows: rowsOf(quote, columns, words, formats),
    carried: { over: words.carriedOver, from: words.carriedFrom },
    money: formats.money,
    totals: totalsOf(quote, words, formats),
    terms: [
      ...(quote.isReverseCharge ? [{ heading: words.tax, text: words.reverseCharge(quote.buyerNumber ?? '') }] : []),
      ...asked.clauses.map(({ heading, text }) => ({ heading, text: fillIn(text, placeholders) })),
      ...(quote.notes === null || quote.notes.trim() === '' ? [] : [{ heading: words.notes, text: quote.notes }]),
    ],
    acceptance: kind === 'orderForm' ? words.acceptance : null,
    closing: written(template.closing),
    footer: [...written(template.footer), `${quote.number} · ${quote.contentHash.slice(0, FINGERPRINT)}`].join(' · '),
    pageOf: words.pageOf,
  }
}

/** So many digits of the content's hash tell two documents apart. */
const FINGERPRINT = 12

function valuesOf({ account, contact, partner, quote, language }: DocumentAsked, formats: PaperFormats): Readonly<Record<Placeholder, string>> {
  return {
    account: language === 'ja' ? account.name : (account.nameEn ?? account.name),
    contact: contact === null ? '' : language === 'ja' ? contact.name : (contact.nameEn ?? contact.name),
    partner: partner ?? '', number: quote.number, name: quote.name, total: formats.money(quote.gross), validUntil: formats.date(quote.validUntil),
  }
}

function factsOf(quote: DocumentedQuote, words: PaperWords, formats: PaperFormats): readonly Labelled[] {
  return [
    { label: words.number, value: quote.number },
    ...(quote.otherNumber === null ? [] : [{ label: words.otherNumber, value: quote.otherNumber }]),
    { label: words.subject, value: quote.name },
    { label: words.date, value: formats.date(quote.pricedOn) },
    { label: words.validUntil, value: formats.date(quote.validUntil) },
    ...(quote.buyerNumber === null ? [] : [{ label: words.buyerNumber, value: quote.buyerNumber }]),
  ]
}

function columnsOf({ lines, taxMode }: DocumentedQuote, words: PaperWords): readonly DocumentColumn[] {
  const { columns } = words
  const discounted = lines.some(({ discountPercent }) => discountPercent.digits !== 0)
  return [
    { id: 'place', title: columns.place, align: 'end', weight: 5 },
    { id: 'item', title: columns.item, align: 'start', weight: discounted ? 39 : 47 },
    { id: 'quantity', title: columns.quantity, align: 'end', weight: 11 },
    { id: 'unitPrice', title: columns.unitPrice, align: 'end', weight: 16 },
    ...(discounted ? [{ id: 'discount', title: columns.discount, align: 'end', weight: 9 } as const] : []),
    { id: 'tax', title: columns.tax, align: 'end', weight: 8 },
    { id: 'amount', title: columns.amount[taxMode], align: 'end', weight: 18 },
  ]
}

function rowsOf({ lines }: DocumentedQuote, columns: readonly DocumentColumn[], words: PaperWords, formats: PaperFormats): readonly DocumentRow[] {
  let group: string | null = null
  return lines.flatMap((line, at): readonly DocumentRow[] => {
    const heading: readonly DocumentRow[] = line.groupName !== null && line.groupName !== group && !line.isOption ? [{ kind: 'heading', cells: [line.groupName], amount: 0 }] : []
    if (!line.isOption) group = line.groupName
    const cells: Readonly<Record<DocumentColumn['id'], string>> = {
      place: String(at + 1),
      item: itemOf(line, words, formats),
      quantity: [formats.number(line.quantity), unitOf(line, words)].filter(Boolean).join(' '),
      unitPrice: formats.unitPrice(line.unitPrice),
      discount: line.discountPercent.digits === 0 ? '' : formats.percent(line.discountPercent),
      tax: formats.percent(line.taxRate),
      amount: formats.money(line.amount),
    }
    return [...heading, { kind: 'line', cells: columns.map(({ id }) => cells[id]), amount: line.amount }]
  })
}

/** Units that every language has a word for are written in the document's; any other as it was typed. */
function unitOf({ unit, quantity }: DocumentedLine, { units }: PaperWords): string | null {
  const known = unit === null ? undefined : Object.entries(units).find(([name]) => name === unit.trim().toLowerCase())?.[1]
  return known?.[decimalText(quantity) === '1' ? 'one' : 'other'] ?? unit
}

function itemOf({ isOption, name, code, termFrom, termTo, notes }: DocumentedLine, words: PaperWords, formats: PaperFormats): string {
  return [`${isOption ? '– ' : ''}${name}`, code ?? '', termFrom === null || termTo === null ? '' : words.term(formats.date(termFrom), formats.date(termTo)), notes ?? ''].filter((part) => part.trim() !== '').join('\n')
}

function totalsOf(quote: DocumentedQuote, words: PaperWords, { money, percent }: PaperFormats): readonly DocumentTotal[] {
  const row = (label: string, amount: Integer, strong = false): DocumentTotal => ({ label, value: money(amount), strong })
  const rate = (value: Decimal): string => percent(value)
  return [
    ...(quote.discount === 0 ? [] : [row(words.subtotal, quote.subtotal), row(words.discount, opposite(quote.discount))]),
    ...quote.taxes.flatMap(({ rate: each, base, tax }) => [row(words.taxable(rate(each)), base), row(words.taxOf(rate(each)), tax)]),
    row(words.net, quote.net),
    row(words.taxTotal, quote.tax),
    row(words.gross, quote.gross, true),
  ]
}
