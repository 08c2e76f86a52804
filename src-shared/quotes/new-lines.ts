import { addMonths } from '../foundation/calendar-date.ts'
import { dateText, dayNumber } from '../foundation/instant.ts'
import { refused, succeeded, type Outcome } from '../foundation/outcome.ts'
import { compareDecimals, decimalOf } from '../foundation/decimal.ts'
import { customTerms, findLineTerms } from './find-line-terms.ts'
import type { LineTerms } from './line-terms-schema.ts'
import type { PricingFacts } from './pricing-facts.ts'
import type { Product, Quote, QuoteLine } from './quote-rows.ts'
import type { NewLine } from './quotes.contract.ts'

/** A product's terms in a quote. Refuses what is not sold on the day, or in no price book: `product.not-found`, `product.discontinued`, `product.not-yet`, `price.not-listed`, `price.tax-unknown`. */
export function termsOf(quote: Quote, facts: PricingFacts, code: string): Outcome<{ readonly product: Product; readonly terms: LineTerms }> {
  const product = facts.products.get(code)
  if (product === undefined) return refused('product.not-found', 'there is no such product', { product: code })
  const terms = findLineTerms(facts, quote, product)
  if (!terms.ok) return terms
  if (terms.value.problem === 'discontinued') return refused('product.discontinued', 'the product is not sold any more', { product: code, on: product.sellableTo })
  if (terms.value.problem === 'notSellableYet') return refused('product.not-yet', 'the product is not sold yet', { product: code, on: product.sellableFrom })
  return succeeded({ product, terms: terms.value })
}

/** A new line of a quote, without its place. Refuses as `termsOf` does. */
export function newLine(quote: Quote, facts: PricingFacts, given: NewLine, id: string): Outcome<Omit<QuoteLine, 'place' | 'createdAt' | 'updatedAt' | 'rev'>> {
  const common = {
    id, quoteId: quote.id, parentId: null, groupName: given.groupName, quantity: given.quantity, discountPercent: given.discountPercent, termFrom: null, termTo: null, notes: null, seenUnitPrice: null,
    territoryId: quote.territoryId, importId: null,
  }
  if (given.custom !== null) {
    const { name, unit, ...item } = given.custom
    const terms = customTerms(facts, quote, item)
    return terms.ok ? succeeded({ ...common, productId: null, code: null, name, unit, terms: terms.value }) : terms
  }
  const found = termsOf(quote, facts, given.code ?? '')
  if (!found.ok) return found
  const { product, terms } = found.value
  const moved = given.seenUnitPrice !== null && compareDecimals(decimalOf(given.seenUnitPrice), decimalOf(terms.unitPrice)) !== 0
  return succeeded({
    ...common, productId: product.id, code: product.code, name: nameIn(product, quote.language), unit: product.unit, terms, seenUnitPrice: moved ? given.seenUnitPrice : null, ...termFor(quote, terms),
  })
}

export function nameIn({ name, nameJa, nameEs }: Pick<Product, 'name' | 'nameJa' | 'nameEs'>, language: Quote['language']): string {
  return (language === 'ja' ? nameJa : language === 'es' ? nameEs : null) ?? name
}

/** What is sold by time is sold for one of its terms, from the day of the prices on, unless somebody says otherwise. */
function termFor({ pricedOn }: Quote, { months }: LineTerms): Pick<QuoteLine, 'termFrom' | 'termTo'> {
  return months === null ? { termFrom: null, termTo: null } : { termFrom: pricedOn, termTo: dateText(dayNumber(addMonths(pricedOn, months)) - 1) }
}
