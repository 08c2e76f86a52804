import { compareDecimals, decimalText, difference, hundred, product, quotient, readDecimal, sum, zero, type Decimal } from '../foundation/decimal.ts'
import type { RoundingMode } from '../foundation/integer.ts'
import { sha256 } from '../foundation/sha-256.ts'
import type { ApprovalMeasure } from './approval-measures.ts'
import type { ContentLine, QuoteContent } from './quote-content.ts'

/** Something that can be looked at in a quote: how far it goes, and how much money it is about. */
export interface Fact {
  /** What it is of: a product, a text, or the quote. The same in every revision. */
  readonly subject: string
  /** The subject in words; null for the quote. */
  readonly name: string | null
  /** Decimal text; null where it cannot be told: then it counts as too far. */
  readonly value: string | null
  /** Decimal text, without sign. */
  readonly amount: string
}

export const QUOTE = 'quote'
/** Of percentages, always rounded to the quote's disadvantage: what is a little beyond is beyond. */
const DECIMALS = 4

const measures: Readonly<Record<ApprovalMeasure, (content: QuoteContent) => readonly Fact[]>> = {
  lineDiscount: ({ lines }) => byProduct(lines).map(([product, own]) => ({ ...about(own), subject: product, name: own[0]!.name, value: worst(own.map(discountOf)) })),
  blendedDiscount: ({ lines, discount }) => {
    const given = difference(total(lines, 'list'), total(lines, 'customer'))
    // A credit among the lines is a discount by another name.
    const credits = lines.map(({ list, customer }) => [read(list), read(customer)] as const).filter(([list, customer]) => list.digits <= 0 && customer.digits < 0).reduce((all, [, customer]) => difference(all, customer), zero)
    return [{ subject: QUOTE, name: null, value: percent(sum(sum(given, read(discount)), credits), total(lines, 'list'), 'up'), amount: about(lines).amount }]
  },
  margin: ({ lines, discount, taxMode }) => {
    const revenue = difference(lines.reduce((all, line) => sum(all, withoutTax(line, taxMode)), zero), discountWithoutTax(lines, read(discount), taxMode))
    const costs = lines.map(({ cost }) => (cost === null ? null : read(cost)))
    const known = costs.every((cost) => cost !== null)
    const cost = costs.reduce<Decimal>((all, each) => sum(all, each ?? zero), zero)
    // Whatever is sold for nothing, or less, has no margin to speak of.
    return [{ subject: QUOTE, name: null, value: known && revenue.digits > 0 ? percent(difference(revenue, cost), revenue, 'down') : null, amount: bare(decimalText(revenue)) }]
  },
  total: ({ net }) => [{ subject: QUOTE, name: null, value: net, amount: bare(net) }],
  term: ({ lines }) => lines.some(({ months }) => months > 0) ? [{ subject: QUOTE, name: null, value: String(Math.max(...lines.map(({ months }) => months))), amount: about(lines).amount }] : [],
  ownText: ({ texts }) => texts.map((text) => ({ subject: sha256(text), name: text, value: '1', amount: '0' })),
  belowRegisteredPrice: ({ lines }) =>
    byProduct(lines.filter(({ protectedPrice }) => protectedPrice !== null)).map(([product, own]) => ({
      ...about(own), subject: product, name: own[0]!.name,
      value: worst(own.map(({ protectedPrice, customer }) => percent(difference(read(protectedPrice!), read(customer)), read(protectedPrice!), 'up'))),
    })),
}

/** What a measure finds in a quote. */
export function measureContent(measure: ApprovalMeasure, content: QuoteContent): readonly Fact[] {
  return measures[measure](content)
}

function discountOf({ list, customer }: ContentLine): string | null {
  const [asked, paid] = [read(list), read(customer)]
  if (asked.digits === 0) return paid.digits < 0 ? null : '0'
  return percent(difference(asked, paid), asked, 'up')
}

/** The highest; null, what cannot be told, is above all. */
function worst(values: readonly (string | null)[]): string | null {
  return values.reduce((one, other) => (one === null || other === null ? null : compareDecimals(read(one), read(other)) < 0 ? other : one))
}

/** Vendor's money without the tax: its part of what the customer pays where prices hold it. */
function withoutTax({ net, taxRate }: ContentLine, taxMode: QuoteContent['taxMode']): Decimal {
  return bareOfTax(read(net), read(taxRate), taxMode)
}

/** Where rates differ the discount is counted at the lowest, where it takes most of the vendor's money. */
function discountWithoutTax(lines: readonly ContentLine[], discount: Decimal, taxMode: QuoteContent['taxMode']): Decimal {
  const lowest = lines.map(({ taxRate }) => read(taxRate)).reduce((one, other) => (compareDecimals(other, one) < 0 ? other : one), hundred)
  return lines.length === 0 ? discount : bareOfTax(discount, lowest, taxMode)
}

function bareOfTax(amount: Decimal, rate: Decimal, taxMode: QuoteContent['taxMode']): Decimal {
  return taxMode === 'exclusive' ? amount : (quotient(product(amount, hundred), sum(hundred, rate), DECIMALS * 2, 'down') ?? zero)
}

/** Of positive lines alone: what the money is about. */
function about(lines: readonly ContentLine[]): { readonly amount: string } {
  return { amount: decimalText(total(lines, 'list')) }
}

function total(lines: readonly ContentLine[], step: 'list' | 'customer'): Decimal {
  return lines.filter(({ list }) => read(list).digits > 0).reduce((all, line) => sum(all, read(line[step])), zero)
}

function byProduct(lines: readonly ContentLine[]): readonly (readonly [string, readonly ContentLine[]])[] {
  return [...Map.groupBy(lines, ({ product }) => product)]
}

function percent(part: Decimal, whole: Decimal, mode: RoundingMode): string | null {
  if (whole.digits === 0) return part.digits === 0 ? '0' : null
  // Up and down are away from and towards zero; of a negative share the disadvantage lies the other way.
  const negative = part.digits < 0 !== whole.digits < 0
  const share = quotient(product(part, hundred), whole, DECIMALS, negative ? (mode === 'up' ? 'down' : 'up') : mode)
  return share === null ? null : decimalText(share)
}

function bare(text: string): string {
  return text.startsWith('-') ? text.slice(1) : text
}

function read(text: string): Decimal {
  const value = readDecimal(text)
  if (value === null) throw new Error(`no decimal: ${text}`)
  return value
}
