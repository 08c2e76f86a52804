import { priceQuote } from '#shared/quotes/price-quote.ts'
import type { QuoteToPrice } from '#shared/quotes/quote-to-price.ts'
import { readQuoteToPrice } from '#shared/quotes/read-quote-to-price.ts'
import { writePricedQuote, type WrittenQuote } from '#shared/quotes/write-priced-quote.ts'

/** Throws the code of a refusal. */
export function readWritten(input: unknown): QuoteToPrice {
  const quote = readQuoteToPrice(input)
  if (!quote.ok) throw new Error(quote.error.code)
  return quote.value
}

/** As `workbench price` does it; throws the code of a refusal. */
export function priceWritten(input: unknown): WrittenQuote {
  const quote = readWritten(input)
  const priced = priceQuote(quote)
  if (!priced.ok) throw new Error(priced.error.code)
  return writePricedQuote(priced.value, quote.decimals)
}
