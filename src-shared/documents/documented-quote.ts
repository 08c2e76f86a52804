import { compareDecimals, decimalOf, difference, hundred, product, quotient, zero, type Decimal } from '../foundation/decimal.ts'
import { plus, type Integer } from '../foundation/integer.ts'
import { shownNumbers } from '../quotes/quote-numbers.ts'
import type { Audience } from '../quotes/quote.ts'
import type { Quote, QuoteLine } from '../quotes/quote-rows.ts'
import type { TaxMode } from '../quotes/quote-to-price.ts'
import type { QuoteTotals } from '../quotes/total-quote.ts'

export interface DocumentedLine {
  readonly groupName: string | null
  /** Chosen for the bundle above it. */
  readonly isOption: boolean
  readonly code: string | null
  readonly name: string
  readonly unit: string | null
  readonly notes: string | null
  readonly quantity: Decimal
  readonly termFrom: string | null
  readonly termTo: string | null
  readonly unitPrice: Decimal
  /** All that is off the unit price, in percent with two decimals. */
  readonly discountPercent: Decimal
  readonly taxRate: Decimal
  /** In minor units, in the terms of the tax mode, before the quote's own discount. */
  readonly amount: Integer
}

/** What of a quote may stand on paper. Fields are named one by one: whatever a quote comes to know besides stays out. */
export interface DocumentedQuote {
  readonly name: string
  readonly number: string
  /** The number the quote had before the central API gave it one. */
  readonly otherNumber: string | null
  readonly audience: Audience
  readonly currency: string
  readonly decimals: number
  readonly taxMode: TaxMode
  readonly country: string
  readonly pricedOn: string
  readonly validUntil: string
  readonly sellerNumber: string | null
  readonly buyerNumber: string | null
  readonly notes: string | null
  readonly lines: readonly DocumentedLine[]
  readonly subtotal: Integer
  /** Off the whole quote. */
  readonly discount: Integer
  readonly taxes: readonly { readonly rate: Decimal; readonly base: Integer; readonly tax: Integer }[]
  readonly net: Integer
  readonly tax: Integer
  readonly gross: Integer
  /** Whether a statement that the buyer owes the tax must be on it. */
  readonly isReverseCharge: boolean
  /** What the document is bound to. */
  readonly contentHash: string
}

/** @param lines in their order, as `totals` has them */
export function documentedQuote(quote: Quote, lines: readonly QuoteLine[], totals: QuoteTotals, contentHash: string): DocumentedQuote {
  const { main, other } = shownNumbers(quote)
  const amounts = totals.lines.map(({ net, gross, discount }) => plus(quote.taxMode === 'exclusive' ? net : gross, discount))
  const { name, audience, currency, taxMode, country, pricedOn, validUntil, sellerNumber, buyerNumber, notes } = quote
  return {
    name, number: main, otherNumber: other, audience, currency, decimals: totals.toPrice.decimals, taxMode, country, pricedOn, validUntil, sellerNumber, buyerNumber, notes, contentHash,
    lines: lines.map((line, at): DocumentedLine => {
      const { unitPrice, quantity, steps } = totals.waterfalls[at]!
      return {
        groupName: line.groupName, isOption: line.parentId !== null, code: line.code, name: line.name, unit: line.unit, notes: line.notes, termFrom: line.termFrom, termTo: line.termTo,
        quantity, unitPrice, taxRate: decimalOf(line.terms.tax.rate), amount: amounts[at]!,
        discountPercent: percentOff(steps.list.amount, steps[quote.audience].amount),
      }
    }),
    subtotal: amounts.reduce<Integer>(plus, 0),
    discount: totals.lines.reduce<Integer>((sum, { discount }) => plus(sum, discount), 0),
    taxes: totals.taxes,
    net: totals.net, tax: totals.tax, gross: totals.gross,
    isReverseCharge: lines.some(({ terms }) => terms.tax.notices.includes('reverseChargeStatement')),
  }
}

function percentOff(list: Decimal, price: Decimal): Decimal {
  return compareDecimals(list, zero) === 0 ? zero : (quotient(product(difference(list, price), hundred), list, 2, 'halfAwayFromZero') ?? zero)
}
