import type { Decimal } from '../foundation/decimal.ts'
import { minus, plus, times, type Integer } from '../foundation/integer.ts'
import { succeeded, type Outcome } from '../foundation/outcome.ts'
import { calculateAmounts, type ExactAmounts } from './calculate-amounts.ts'
import { calculateTaxes } from './calculate-taxes.ts'
import { groupLines, groupsByRate } from './group-lines.ts'
import type { QuoteToPrice } from './quote-to-price.ts'
import { roundAmounts } from './round-amounts.ts'
import { RoundingLog, type Rounding } from './rounding-log.ts'
import { shareDiscount } from './share-discount.ts'

/** In minor units of the currency; gross is net plus tax. */
export interface Amounts {
  readonly net: Integer
  readonly tax: Integer
  readonly gross: Integer
}

/** What a line comes to with its share of the quote's discount taken off, and that share, in the terms of its tax mode. */
export interface PricedLine extends Amounts {
  readonly discount: Integer
}

export interface TaxSum {
  readonly rate: Decimal
  readonly base: Integer
  readonly tax: Integer
}

/** The lines add up to the totals, and so do the taxes, which stand in the order in which their rates first occur. */
export interface PricedQuote extends Amounts {
  readonly lines: readonly PricedLine[]
  readonly taxes: readonly TaxSum[]
}

/** Refuses with `price.discount-mixed`, `price.discount-negative` or `price.discount-without-base`. */
export function priceQuote(quote: QuoteToPrice): Outcome<PricedQuote> {
  return price(quote, new RoundingLog(quote.rounding.mode, false))
}

/** Everything in a quote that was not exact, in the order in which it was rounded; none where the quote is refused. */
export function explainRoundings(quote: QuoteToPrice): readonly Rounding[] {
  const log = new RoundingLog(quote.rounding.mode, true)
  return price(quote, log).ok ? log.roundings : []
}

function price(quote: QuoteToPrice, log: RoundingLog): Outcome<PricedQuote> {
  const { scope } = quote.rounding
  const groups = groupLines(quote.lines)
  const exact = calculateAmounts(quote)
  const listed = roundAmounts(scope, exact, groups, log)
  const shared = shareDiscount(quote, listed, groups, log)
  if (!shared.ok) return shared
  const discounts = shared.value
  const amounts = discounts === null ? listed : listed.map((amount, line) => minus(amount, discounts[line]!))
  const taxes = calculateTaxes(scope, scope === 'document' ? exactlyLeft(exact, discounts, amounts) : { digits: amounts, unit: 1 }, groups, log)
  const lines = quote.lines.map(({ taxMode }, line): PricedLine => {
    const amount = amounts[line]!
    const tax = taxes[line]!
    const discount = discounts?.[line] ?? 0
    return taxMode === 'exclusive' ? { net: amount, tax, gross: plus(amount, tax), discount } : { net: minus(amount, tax), tax, gross: amount, discount }
  })
  const sums = groupsByRate(groups).map((pool) => ({ rate: pool[0]!.rate, ...pool.map((group) => sumAmounts(group.lines, lines)).reduce(add) }))
  return succeeded({ lines, taxes: sums.map(({ rate, net, tax }) => ({ rate, base: net, tax })), ...sums.reduce<Amounts>(add, nothing) })
}

/** The exact amounts less the discount; nothing at all where the discount is of everything, though it is of the rounded sum. */
function exactlyLeft({ digits, unit }: ExactAmounts, discounts: readonly Integer[] | null, amounts: readonly Integer[]): ExactAmounts {
  if (discounts === null) return { digits, unit }
  if (amounts.reduce(plus, 0) === 0) return { digits: amounts, unit: 1 }
  return { digits: digits.map((amount, line) => minus(amount, times(discounts[line]!, unit))), unit }
}

const nothing: Amounts = { net: 0, tax: 0, gross: 0 }

function sumAmounts(which: readonly number[], lines: readonly Amounts[]): Amounts {
  let net: Integer = 0
  let tax: Integer = 0
  for (const line of which) {
    net = plus(net, lines[line]!.net)
    tax = plus(tax, lines[line]!.tax)
  }
  return { net, tax, gross: plus(net, tax) }
}

function add(one: Amounts, other: Amounts): Amounts {
  return { net: plus(one.net, other.net), tax: plus(one.tax, other.tax), gross: plus(one.gross, other.gross) }
}
