import { neededApprovals } from '../approvals/gather-content.ts'
import { products } from '../catalogue/product.table.ts'
import { many, type Question } from '../foundation/command.ts'
import { localDate } from '../calendars/zone-time.ts'
import { instantOf } from '../foundation/instant.ts'
import { hashContent } from './hash-content.ts'
import type { WholeQuote } from './quote-facts.ts'
import { registrationOf, whyNotStanding } from './quote-registration.ts'
import type { QuoteTotals } from './total-quote.ts'
import { whyNotSendable, type SendProblem } from './why-not-sendable.ts'

/** All that keeps a quote from being sent at an instant, with the products, the registration and the approval rules it depends on. */
export function* gatherSendProblems({ quote, lines }: WholeQuote, totals: QuoteTotals, at: string): Generator<Question, readonly SendProblem[], unknown> {
  const codes = [...new Set(lines.flatMap(({ code }) => code ?? []))]
  const bundles = new Map((yield* many(products, 'byCode', ...codes.map((code) => [code]))).map((product) => [product.code, product]))
  const gone = whyNotStanding(yield* registrationOf(quote), quote, at)
  return whyNotSendable(quote, lines, hashContent(quote, lines), bundles, localDate(quote.timeZone, instantOf(at)), gone, yield* neededApprovals(quote, lines, totals))
}
