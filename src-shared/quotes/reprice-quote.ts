import { one, type Question } from '../foundation/command.ts'
import { partners } from '../partners/partner.table.ts'
import { findLineTerms, taxOnCustom } from './find-line-terms.ts'
import type { LineTerms } from './line-terms-schema.ts'
import { pricingFacts, type PricingFacts } from './pricing-facts.ts'
import type { WholeQuote } from './quote-facts.ts'
import { registeredDeal, registrationOf, withRegisteredMargin } from './quote-registration.ts'
import type { Quote, QuoteLine } from './quote-rows.ts'

/** A quote with the terms of a day, and with its registered deal only while that stands: what is sold no more keeps its old terms, and says so. Custom items keep their prices, and have the taxes of the day. */
export function* repriceQuote({ quote, lines }: WholeQuote, on: string, now: string): Generator<Question, WholeQuote, unknown> {
  const partner = quote.partnerId === null ? undefined : yield* one(partners, quote.partnerId)
  const registration = registeredDeal(yield* registrationOf(quote), quote, now)
  const head: Quote = { ...quote, registration, pricedOn: on, partnerType: partner?.type ?? quote.partnerType, partnerTier: partner?.tier ?? quote.partnerTier }
  const facts = yield* pricingFacts(head, lines.flatMap(({ code }) => code ?? []))
  return { quote: head, lines: withRegisteredMargin(head, lines.map((line) => ({ ...line, terms: newTerms(head, facts, line), seenUnitPrice: null }))) }
}

function newTerms(head: Quote, facts: PricingFacts, { code, terms }: QuoteLine): LineTerms {
  const product = code === null ? undefined : facts.products.get(code)
  if (product === undefined && code !== null) return { ...terms, problem: 'discontinued' }
  if (product === undefined) {
    const tax = taxOnCustom(facts, head, terms.tax)
    return tax.ok ? { ...terms, tax: tax.value, problem: null } : { ...terms, problem: 'notListed' }
  }
  const found = findLineTerms(facts, head, product)
  return found.ok ? found.value : { ...terms, problem: 'notListed' }
}
