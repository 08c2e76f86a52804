import { compareDecimals, decimalOf, decimalText, product, quotient, type Decimal } from '../foundation/decimal.ts'
import { amountText } from '../foundation/money.ts'
import { termMonths } from './term-months.ts'
import type { Quote, QuoteLine } from '../quotes/quote-rows.ts'
import type { QuoteTotals } from '../quotes/total-quote.ts'
import type { ContentLine, QuoteContent } from './quote-content.ts'

/** The customer's price of one of a product, from a quote that the deal is registered with. */
export type ProtectedPrices = ReadonlyMap<string, Decimal>

/** A quote as approval rules and approvers look at it. @param lines in their order, as `totals` has them */
export function contentOfQuote(quote: Quote, lines: readonly QuoteLine[], totals: QuoteTotals, protectedPrices: ProtectedPrices): QuoteContent {
  const text = (amount: QuoteTotals['net']): string => amountText(amount, totals.toPrice.decimals)
  return {
    accountId: quote.accountId,
    partnerId: quote.partnerId,
    currency: quote.currency,
    taxMode: quote.taxMode,
    pricedOn: quote.pricedOn,
    validUntil: quote.validUntil,
    lines: lines.map((line, at): ContentLine => {
      const { quantity, steps } = totals.waterfalls[at]!
      const protectedPrice = line.productId === null ? undefined : protectedPrices.get(line.productId)
      return {
        product: line.code ?? line.name,
        name: line.name,
        quantity: line.quantity,
        // A special price was decided when it was granted.
        list: decimalText(steps.special.amount),
        customer: decimalText(steps.customer.amount),
        net: decimalText(steps.net.amount),
        cost: line.terms.cost === null ? null : decimalText(product(quantity, decimalOf(line.terms.cost.amount))),
        protectedPrice: protectedPrice === undefined ? null : decimalText(product(quantity, protectedPrice)),
        months: line.termFrom === null || line.termTo === null ? 0 : termMonths(line.termFrom, line.termTo),
        taxRate: line.terms.tax.rate,
      }
    }),
    discount: quote.discountAmount,
    net: text(totals.net),
    tax: text(totals.tax),
    gross: text(totals.gross),
    texts: [quote.notes, ...lines.map(({ notes }) => notes)].filter((note) => note !== null && note.trim() !== '') as string[],
  }
}

/** The customer's lowest price of one of each product in a quote; more decimals than any price has, cut off. */
export function unitPricesOf(lines: readonly QuoteLine[], { waterfalls }: QuoteTotals): ProtectedPrices {
  return lowest(lines.flatMap(({ productId }, at) => {
    const { quantity, steps } = waterfalls[at]!
    const price = quotient(steps.customer.amount, quantity, UNIT_DECIMALS, 'down')
    return productId === null || price === null ? [] : [[productId, price] as const]
  }))
}

export function lowest(prices: Iterable<readonly [product: string, price: Decimal]>): ProtectedPrices {
  const all = new Map<string, Decimal>()
  for (const [product, price] of prices) {
    const known = all.get(product)
    if (known === undefined || compareDecimals(price, known) < 0) all.set(product, price)
  }
  return all
}

const UNIT_DECIMALS = 8
