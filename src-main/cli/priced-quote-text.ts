import { decimalText, type Decimal } from '#shared/foundation/decimal.ts'
import { amountText } from '#shared/foundation/money.ts'
import { words } from '#shared/locales/en/index.ts'
import { compareScopes } from '#shared/quotes/compare-scopes.ts'
import { describeRounding } from '#shared/quotes/describe-rounding.ts'
import { explainRoundings, type Amounts, type PricedQuote } from '#shared/quotes/price-quote.ts'
import type { QuoteToPrice } from '#shared/quotes/quote-to-price.ts'
import type { Rounding } from '#shared/quotes/rounding-log.ts'

const { quotes } = words
/** Of roundings; the JSON of a long quote is not for reading either. */
const MAXIMUM_SHOWN = 50

/** A priced quote as a person reads it: lines, taxes, totals, what was rounded by how much, and what others may come to. */
export function pricedQuoteText(quote: QuoteToPrice, { lines, taxes, ...total }: PricedQuote): string {
  const { currency, decimals } = quote
  const roundings = explainRoundings(quote)
  const amounts = ({ net, tax, gross }: Amounts): readonly string[] => [net, tax, gross].map((amount) => amountText(amount, decimals))
  const rate = (percent: Decimal): string => quotes.rate(decimalText(percent))
  const rows = [
    [currency, quotes.net, quotes.tax, quotes.gross],
    ...lines.map((line, at) => [quotes.line(at + 1), ...amounts(line)]),
    ...taxes.map(({ rate: percent, base, tax }) => [rate(percent), amountText(base, decimals), amountText(tax, decimals), '']),
    [quotes.total, ...amounts(total)],
  ]
  const sentence = (rounding: Rounding): string => {
    const place = rounding.line !== null ? quotes.line(rounding.line + 1) : rounding.rate !== null ? rate(rounding.rate) : quotes.whole
    const { exact, result, by } = describeRounding(rounding, decimals)
    return (rounding.how === 'rounded' ? quotes.roundedTo : quotes.shownAs)(`${place}: ${quotes.rounded[rounding.what]}`, exact, `${result} (${by})`)
  }
  const shown = [...roundings.slice(0, MAXIMUM_SHOWN).map(sentence), ...(roundings.length > MAXIMUM_SHOWN ? [quotes.more(roundings.length - MAXIMUM_SHOWN)] : [])]
  const others = compareScopes(quote).map(({ scope, gross, tax }) => quotes.otherwise(quotes.scopes[scope], amountText(gross, decimals), amountText(tax, decimals)))
  return [...aligned(rows), ...(shown.length === 0 ? [] : ['', quotes.roundings, ...[...shown, ...others].map((line) => `  ${line}`)])].join('\n')
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]!.map((_, column) => rows.reduce((width, row) => Math.max(width, row[column]!.length), 0))
  return rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ').trimEnd())
}
