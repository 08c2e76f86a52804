import { priceQuote } from '#shared/quotes/price-quote.ts'
import { readQuoteToPrice } from '#shared/quotes/read-quote-to-price.ts'
import { writePricedQuote, type WrittenQuote } from '#shared/quotes/write-priced-quote.ts'

/** As `workbench price` does it; throws the code of a refusal. */
export function priceWritten(input: unknown): WrittenQuote {
  const quote = readQuoteToPrice(input)
  if (!quote.ok) throw new Error(quote.error.code)
  const priced = priceQuote(quote.value)
  if (!priced.ok) throw new Error(priced.error.code)
  return writePricedQuote(priced.value, quote.value.decimals)
}
