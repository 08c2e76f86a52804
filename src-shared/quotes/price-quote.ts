import type { Decimal } from '../foundation/decimal.ts'
import { minus, plus, times, type Integer } from '../foundation/integer.ts'
import { succeeded, type Outcome } from '../foundation/outcome.ts'
import { calculateAmounts } from './calculate-amounts.ts'
import { calculateTaxes } from './calculate-taxes.ts'
import { groupLines, groupsByRate, type LineGroup } from './group-lines.ts'
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
  /** Everything that was not exact, in the order in which it was rounded. */
  readonly roundings: readonly Rounding[]
}

/** Refuses with `price.discount-mixed`, `price.discount-negative` or `price.discount-without-base`. */
export function priceQuote(quote: QuoteToPrice): Outcome<PricedQuote> {
  const { scope, mode } = quote.rounding
  const log = new RoundingLog(mode)
  const groups = groupLines(quote.lines)
  const exact = calculateAmounts(quote)
  const listed = roundAmounts(scope, exact, groups, log)
  const discounts = shareDiscount(quote, listed, groups, log)
  if (!discounts.ok) return discounts
  const amounts = listed.map((amount, line) => minus(amount, discounts.value[line] ?? 0))
  const allGone = discounts.value.length > 0 && amounts.reduce(plus, 0) === 0
  const taxable = scope === 'document' && !allGone ? { digits: exact.digits.map((amount, line) => minus(amount, times(discounts.value[line] ?? 0, exact.unit))), unit: exact.unit } : { digits: amounts, unit: 1 }
  const taxes = calculateTaxes(scope, taxable, groups, log)

  const lines = quote.lines.map(({ taxMode }, line): PricedLine => {
    const [amount, tax, discount] = [amounts[line]!, taxes[line]!, discounts.value[line] ?? 0]
    return taxMode === 'exclusive' ? { net: amount, tax, gross: plus(amount, tax), discount } : { net: minus(amount, tax), tax, gross: amount, discount }
  })
  return succeeded({ lines, taxes: sumTaxes(groups, lines), ...sumAmounts(lines), roundings: log.roundings })
}

function sumAmounts(lines: readonly PricedLine[]): Amounts {
  let [net, tax]: [Integer, Integer] = [0, 0]
  for (const line of lines) {
    net = plus(net, line.net)
    tax = plus(tax, line.tax)
  }
  return { net, tax, gross: plus(net, tax) }
}

function sumTaxes(groups: readonly LineGroup[], lines: readonly PricedLine[]): readonly TaxSum[] {
  return groupsByRate(groups).map((pool) => {
    const { net: base, tax } = sumAmounts(pool.flatMap(({ lines: at }) => at.map((line) => lines[line]!)))
    return { rate: pool[0]!.rate, base, tax }
  })
}
