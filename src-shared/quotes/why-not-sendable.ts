import type { NeededStep } from '../approvals/decide-approvals.ts'
import type { BundleProblem } from './check-bundle.ts'
import { checkLineBundles } from './check-line-bundles.ts'
import type { RegistrationGone } from './quote-registration.ts'
import type { Product, Quote, QuoteLine } from './quote-rows.ts'

/** What keeps a quote from being sent; lines count from 1. */
export type SendProblem =
  | { readonly problem: 'empty' | 'outOfDate' }
  | { readonly problem: 'registrationEnded'; readonly because: RegistrationGone }
  | { readonly problem: 'notSellable'; readonly line: number; readonly because: 'notSellableYet' | 'discontinued' | 'notListed' }
  | { readonly problem: 'priceMoved'; readonly line: number; readonly seen: string; readonly price: string }
  | { readonly problem: 'bundle'; readonly line: number; readonly because: BundleProblem }
  | { readonly problem: 'needsApproval'; readonly because: NeededStep }

/**
 * All that keeps a quote from being sent on a day. An approval stands for exactly the content it was given for.
 * @param lines in their order @param hash of what is to be sent @param products by code @param gone why its registration gives no margin @param needed what the approval rules need for it
 */
export function whyNotSendable(quote: Quote, lines: readonly QuoteLine[], hash: string, products: ReadonlyMap<string, Product>, today: string, gone: RegistrationGone | null, needed: readonly NeededStep[]): readonly SendProblem[] {
  const problems: SendProblem[] = []
  if (lines.length === 0) problems.push({ problem: 'empty' })
  if (quote.validUntil < today) problems.push({ problem: 'outOfDate' })
  if (gone !== null && lines.some(({ terms }) => terms.registeredPercent !== '0')) problems.push({ problem: 'registrationEnded', because: gone })
  for (const [at, { terms, seenUnitPrice }] of lines.entries()) {
    if (terms.problem !== null) problems.push({ problem: 'notSellable', line: at + 1, because: terms.problem })
    if (seenUnitPrice !== null) problems.push({ problem: 'priceMoved', line: at + 1, seen: seenUnitPrice, price: terms.unitPrice })
  }
  problems.push(...checkLineBundles(lines, products, quote.pricedOn).map(({ line, because }): SendProblem => ({ problem: 'bundle', line, because })))
  if (quote.approvedHash !== hash) problems.push(...needed.map((because): SendProblem => ({ problem: 'needsApproval', because })))
  return problems
}
