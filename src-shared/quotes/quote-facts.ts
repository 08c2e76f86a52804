import { many, one, refuse, update, type Actor, type Change, type Decision, type Question } from '../foundation/command.ts'
import { digitsAt } from '../foundation/decimal.ts'
import { authored } from './authorship.ts'
import { orderLines } from './place-lines.ts'
import { editableStatuses } from './quote.ts'
import type { Quote, QuoteLine } from './quote-rows.ts'
import { quoteLines, quotes } from './quote.table.ts'
import { totalQuote } from './total-quote.ts'

export interface WholeQuote {
  readonly quote: Quote
  /** In their order. */
  readonly lines: readonly QuoteLine[]
}

export function* wholeQuote(id: string): Generator<Question, WholeQuote | Decision<never>, unknown> {
  const quote = yield* one(quotes, id)
  if (quote === undefined) return refuse('quote.not-found', 'there is no such quote')
  return { quote, lines: orderLines(yield* many(quoteLines, 'byQuote', [id])) }
}

/** A quote whose content may still be changed. */
export function* editableQuote(id: string): Generator<Question, WholeQuote | Decision<never>, unknown> {
  const whole = yield* wholeQuote(id)
  if ('kind' in whole || editableStatuses.includes(whole.quote.status)) return whole
  return refuse('quote.not-editable', 'what was sent is not edited: make a new revision', { status: whole.quote.status })
}

const HUNDREDTHS = 2

/**
 * The changes of a quote whose content is to be this: what it comes to then, a draft again whatever had been approved, and who wrote it.
 * Refuses what cannot be priced or kept.
 */
export function* settleQuote({ actor }: { readonly actor: Actor }, quote: Quote, lines: readonly QuoteLine[], patch: Partial<Quote> = {}): Generator<Question, { readonly settled: readonly Change[] } | Decision<never>, unknown> {
  const totals = totalsOf({ ...quote, ...patch }, lines)
  return 'kind' in totals ? totals : { settled: [update(quotes, quote.id, { status: 'draft', ...patch, ...totals }), ...(yield* authored(quote, actor))] }
}

type Totals = Pick<Quote, 'lineCount' | 'net' | 'tax' | 'gross' | 'margin'>

/** What a quote's row says of its lines. @param lines in any order */
export function totalsOf(quote: Quote, lines: readonly QuoteLine[]): Totals | Decision<never> {
  const totals = totalQuote(quote, orderLines(lines))
  if (!totals.ok) return refuse(totals.error.code, totals.error.message, totals.error.details)
  const { net, tax, gross, vendor } = totals.value
  const margin = vendor === null || vendor.margin === null ? null : digitsAt(vendor.margin, HUNDREDTHS)
  if (typeof net === 'bigint' || typeof tax === 'bigint' || typeof gross === 'bigint' || typeof margin === 'bigint') return refuse('quote.too-large', 'no quote comes to so much')
  return { lineCount: lines.length, net, tax, gross, margin }
}
