import { neededApprovals } from '../approvals/gather-content.ts'
import { products } from '../catalogue/product.table.ts'
import { many, type Question } from '../foundation/command.ts'
import { hashContent } from './hash-content.ts'
import type { WholeQuote } from './quote-facts.ts'
import type { QuoteTotals } from './total-quote.ts'
import { whyNotSendable, type SendProblem } from './why-not-sendable.ts'

/** All that keeps a quote from being sent on a day, with the products and approval rules it depends on. */
export function* gatherSendProblems({ quote, lines }: WholeQuote, totals: QuoteTotals, today: string): Generator<Question, readonly SendProblem[], unknown> {
  const codes = [...new Set(lines.flatMap(({ code }) => code ?? []))]
  const bundles = new Map((yield* many(products, 'byCode', ...codes.map((code) => [code]))).map((product) => [product.code, product]))
  return whyNotSendable(quote, lines, hashContent(quote, lines), bundles, today, yield* neededApprovals(quote, lines, totals))
}
