import { readFileSync, statSync } from 'node:fs'
import { RefusedError, type Outcome } from '#shared/foundation/outcome.ts'
import { priceQuote } from '#shared/quotes/price-quote.ts'
import { readQuoteToPrice } from '#shared/quotes/read-quote-to-price.ts'
import { writePricedQuote } from '#shared/quotes/write-priced-quote.ts'
import { print, type Subcommand } from './cli.ts'
import { pricedQuoteText } from './priced-quote-text.ts'

const MAXIMUM_MEGABYTES = 256

export const price: Subcommand = {
  usage: 'price FILE|-',
  summary: 'Prices a quote, JSON from a file or standard input: lines, taxes by rate and totals, and every rounding.',
  options: {},
  run: async (args) => {
    const quote = done(readQuoteToPrice(readJson(args.required(0, 'FILE'))))
    const priced = done(priceQuote(quote))
    print(args, writePricedQuote(priced, quote.decimals), args.flag('json') ? '' : pricedQuoteText(quote, priced))
  },
}

function readJson(source: string): unknown {
  const path = source === '-' ? 0 : source
  const limit = MAXIMUM_MEGABYTES * 2 ** 20
  const bytes = path !== 0 && statSync(path).size > limit ? null : readFileSync(path)
  if (bytes === null || bytes.length > limit) throw new RefusedError('price.too-large', 'the file is too large', { limit: MAXIMUM_MEGABYTES })
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch (error) {
    throw new RefusedError('price.not-json', error instanceof Error ? error.message : String(error))
  }
}

function done<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new RefusedError(outcome.error.code, outcome.error.message, outcome.error.details)
  return outcome.value
}
