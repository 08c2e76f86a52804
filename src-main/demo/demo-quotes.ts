import type { accounts } from '#shared/accounts/account.table.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import type { opportunities } from '#shared/opportunities/opportunity.table.ts'
import type { partners } from '#shared/partners/partner.table.ts'
import { hashContent } from '#shared/quotes/hash-content.ts'
import { newLine } from '#shared/quotes/new-lines.ts'
import { newQuote } from '#shared/quotes/new-quote.ts'
import type { PricingFacts } from '#shared/quotes/pricing-facts.ts'
import { quoteNumber } from '#shared/quotes/quote-numbers.ts'
import { totalsOf } from '#shared/quotes/quote-facts.ts'
import type { Quote, QuoteLine } from '#shared/quotes/quote-rows.ts'
import type { QuoteStatus } from '#shared/quotes/quote.ts'
import { initialTaxPolicies } from '#shared/quotes/tax-policies.ts'
import type { DemoCatalogue } from './demo-catalogue.ts'

type Row<T> = Omit<RowOf<T>, 'rev' | 'importId'>
const kept = { importId: null, rev: 1 }

const QUOTES = 12
const courses: readonly QuoteStatus[] = ['draft', 'sent', 'draft', 'accepted', 'sent', 'declined', 'draft', 'ordered', 'sent', 'draft', 'accepted', 'sent']

/** Quotes for opportunities in countries and currencies that the catalogue has prices and taxes for. They are priced as the program prices. */
export function demoQuotes(catalogue: DemoCatalogue, rows: { readonly accounts: readonly Row<typeof accounts>[]; readonly opportunities: readonly Row<typeof opportunities>[]; readonly partners: readonly Row<typeof partners>[] }, now: string, makeId: () => string): { readonly quotes: readonly Quote[]; readonly lines: readonly QuoteLine[] } {
  const sold = new Set(catalogue.priceBooks.map(({ currency }) => currency))
  const taxed = new Set(initialTaxPolicies.map(({ country }) => country))
  const accountOf = new Map(rows.accounts.map((account) => [account.id, account]))
  const partnerOf = new Map(rows.partners.map((partner) => [partner.id, partner]))
  const made: { quotes: Quote[]; lines: QuoteLine[] } = { quotes: [], lines: [] }
  for (const opportunity of rows.opportunities) {
    const account = accountOf.get(opportunity.accountId)
    if (made.quotes.length === QUOTES) break
    if (account?.country == null || !taxed.has(account.country) || opportunity.currency === null || !sold.has(opportunity.currency) || opportunity.product === null) continue
    const partner = opportunity.partnerId === null ? undefined : partnerOf.get(opportunity.partnerId)
    const status = courses[made.quotes.length]!
    const stamps = { createdAt: now, updatedAt: now, ...kept }
    const head: Quote = {
      ...newQuote(makeId(), { name: opportunity.name, currency: opportunity.currency, opportunityId: opportunity.id, contactId: opportunity.contactId, partnerId: partner?.id ?? null, territoryId: opportunity.territoryId, primary: true }, { ...account, country: account.country, ...kept }, partner === undefined ? null : { ...partner, ...kept }, [], now),
      number: quoteNumber(made.quotes.length + 1), ...stamps,
    }
    const lines = linesOf(head, opportunity.product, catalogue, makeId)
    const totals = totalsOf(head, lines)
    if ('kind' in totals || lines.length === 0) continue
    made.quotes.push({ ...head, ...totals, ...courseOf(status, head, lines, now) })
    made.lines.push(...lines)
  }
  return made
}

function linesOf(quote: Quote, product: string, catalogue: DemoCatalogue, makeId: () => string): readonly QuoteLine[] {
  const facts: PricingFacts = {
    products: new Map(catalogue.products.map((row) => [row.code, { ...row, ...kept }])), books: catalogue.priceBooks.filter(({ currency }) => currency === quote.currency).map((row) => ({ ...row, ...kept })),
    prices: Map.groupBy(catalogue.prices.map((row) => ({ ...row, ...kept })), ({ productId }) => productId), promotions: catalogue.promotions.map((row) => ({ ...row, ...kept })),
    partnerDiscounts: catalogue.partnerDiscounts.map((row) => ({ ...row, ...kept })), specialPrices: [], exchangeRates: catalogue.exchangeRates.map((row) => ({ ...row, ...kept })), taxPolicies: initialTaxPolicies,
  }
  const wanted = [[product, '12', '0'], [`${product}-SETUP`, '2', '0'], [`${product}-TRAIN`, '3', '10'], [`${product}-READER`, '24', '5']] as const
  const bundle = makeId()
  return wanted.flatMap(([code, quantity, discountPercent], at): readonly QuoteLine[] => {
    const line = newLine(quote, facts, { code, custom: null, quantity, discountPercent, groupName: null, seenUnitPrice: null }, at === 0 ? bundle : makeId())
    // Set-up and training belong to the product, which is a bundle.
    return line.ok ? [{ ...line.value, parentId: at === 1 || at === 2 ? bundle : null, place: (at + 1) * 1024, createdAt: quote.createdAt, updatedAt: quote.updatedAt, ...kept }] : []
  })
}

/** What happened to it since. */
function courseOf(status: QuoteStatus, quote: Quote, lines: readonly QuoteLine[], now: string): Partial<Quote> {
  if (status === 'draft') return {}
  const sent = { status, contentHash: hashContent(quote, lines), sentAt: now }
  if (status === 'declined') return { ...sent, declinedAt: now, declineReason: 'Demo: no budget this year.' }
  if (status === 'sent') return sent
  const accepted = { ...sent, acceptedAt: now, acceptedBy: 'Demo' }
  return status === 'ordered' ? { ...accepted, orderedAt: now, orderNumber: 'PO-DEMO-1' } : accepted
}
