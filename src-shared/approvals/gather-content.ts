import { many, one, type Question } from '../foundation/command.ts'
import type { Decimal } from '../foundation/decimal.ts'
import { hashContent } from '../quotes/hash-content.ts'
import { orderLines } from '../quotes/place-lines.ts'
import { quoteLines, quotes } from '../quotes/quote.table.ts'
import type { Quote, QuoteLine } from '../quotes/quote-rows.ts'
import { openStatuses } from '../quotes/quote.ts'
import { totalQuote, type QuoteTotals } from '../quotes/total-quote.ts'
import { standingOn } from '../quotes/validity.ts'
import { approvalPolicies } from './approval-policy.table.ts'
import type { ApprovalRule } from './approval-policy.ts'
import { USUAL_RULES } from './usual-rules.ts'
import { approvalRequests, approvalSteps } from './approval-request.table.ts'
import { contentOfQuote, lowest, unitPricesOf, type ProtectedPrices } from './content-of-quote.ts'
import { decideApprovals, type ApprovedStep, type NeededStep } from './decide-approvals.ts'
import type { QuoteContent } from './quote-content.ts'

type Asking<T> = Generator<Question, T, unknown>

export interface GatheredContent {
  readonly quote: Quote
  readonly lines: readonly QuoteLine[]
  readonly content: QuoteContent
  readonly hash: string
}

/** A quote with what its approvals are about; null where it is not there or cannot be priced. */
export function* gatherContent(quoteId: string): Asking<GatheredContent | null> {
  const quote = yield* one(quotes, quoteId)
  if (quote === undefined) return null
  const lines = orderLines(yield* many(quoteLines, 'byQuote', [quoteId]))
  const totals = totalQuote(quote, lines)
  if (!totals.ok) return null
  return { quote, lines, content: contentOfQuote(quote, lines, totals.value, yield* protectedPrices(quote)), hash: hashContent(quote, lines) }
}

/** What the rules need for a quote as it is; none: nobody. */
export function* neededApprovals(quote: Quote, lines: readonly QuoteLine[], totals: QuoteTotals): Asking<readonly NeededStep[]> {
  const content = contentOfQuote(quote, lines, totals, yield* protectedPrices(quote))
  return decideApprovals((yield* policyInForce()).rules, content, yield* approvedBefore(quote, content))
}

export interface PolicyInForce {
  /** Null: the usual rules, which nobody has published. */
  readonly id: string | null
  readonly rules: readonly ApprovalRule[]
}

export function* policyInForce(): Asking<PolicyInForce> {
  const [current] = yield* many(approvalPolicies, 'byState', ['current'])
  return current === undefined ? { id: null, rules: USUAL_RULES } : current
}

/** Steps approved in whole for earlier revisions, or earlier forms of this one, that were for the same parties and the same money. */
export function* approvedBefore(quote: Quote, content: QuoteContent): Asking<readonly ApprovedStep[]> {
  const requests = (yield* many(approvalRequests, 'byRoot', [quote.rootId, 'approved'])).filter(
    (request) => request.content.accountId === content.accountId && request.content.partnerId === content.partnerId && request.content.currency === content.currency && request.content.taxMode === content.taxMode,
  )
  if (requests.length === 0) return []
  return yield* many(approvalSteps, 'byRequest', ...requests.map(({ id }) => [id]))
}

/** What other partners offer the same customer under a registration of the deal that stands: nobody undercuts it unasked. */
function* protectedPrices(quote: Quote): Asking<ProtectedPrices> {
  const others = (yield* many(quotes, 'byAccount', [quote.accountId])).filter((other) =>
    other.partnerId !== quote.partnerId && other.currency === quote.currency && other.taxMode === quote.taxMode && openStatuses.includes(other.status) && other.registration !== null && standingOn(quote.pricedOn, other.registration) === 'valid')
  const prices: (readonly [product: string, price: Decimal])[] = []
  for (const other of others) {
    const lines = orderLines(yield* many(quoteLines, 'byQuote', [other.id])).filter(({ productId, code }) => productId !== null && (other.registration?.products?.includes(code ?? '') ?? true))
    const totals = totalQuote({ ...other, discountAmount: '0' }, lines)
    if (totals.ok) prices.push(...unitPricesOf(lines, totals.value))
  }
  return lowest(prices)
}
