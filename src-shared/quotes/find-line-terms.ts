import { compareDecimals, decimalOf, decimalText, difference, zero } from '../foundation/decimal.ts'
import { refused, succeeded, type Outcome } from '../foundation/outcome.ts'
import { choosePriceBook, type PriceBook } from './choose-price-book.ts'
import { exchangeAmount } from './exchange-amount.ts'
import { findPartnerDiscount } from './find-partner-discount.ts'
import { findTax } from './find-tax.ts'
import type { LineTerms } from './line-terms-schema.ts'
import type { PricingFacts } from './pricing-facts.ts'
import type { PricedHead, Product, Quote } from './quote-rows.ts'
import { registeredPercent } from './quote-registration.ts'
import type { TaxCategory } from './tax-policy.ts'
import { standingOn } from './validity.ts'

export type TermsHead = PricedHead & Pick<Quote, 'sellerCountry' | 'sellerNumber' | 'buyerNumber' | 'resaleCertificateTo' | 'localTaxRate' | 'registration'>

/** A line that no product stands behind. */
export interface CustomItem {
  readonly unitPrice: string
  readonly cost: string | null
  readonly taxCategory: TaxCategory
  readonly isService: boolean
}

/** Costs that are converted are kept finer than the currency. */
const COST_DECIMALS = 4

/** The terms of a product on the day a quote is priced for. Refuses with `price.not-listed` or `price.tax-unknown`. */
export function findLineTerms(facts: PricingFacts, head: TermsHead, product: Product): Outcome<LineTerms> {
  const { code } = product
  const choice = choosePriceBook(booksWith(facts, product), { product: code, currency: head.currency, country: head.country, region: head.region, partnerType: head.partnerType, date: head.pricedOn })
  if (choice.chosen === null) return refused('price.not-listed', `no price book has ${code}`, { product: code, currency: head.currency })
  const tax = taxOn(facts, head, product.taxCategory, product.kind === 'service')
  if (!tax.ok) return tax
  const { book, entry } = choice.chosen
  const stored = facts.prices.get(product.id)?.find((price) => facts.books.some(({ id, code: named }) => id === price.bookId && named === book))
  const tier = findPartnerDiscount(facts.partnerDiscounts.map(({ tier, product: of, percent, validFrom, validTo }) => ({ tier, product: of, percent: decimalOf(percent), from: validFrom, to: validTo })), { tier: head.partnerTier, product: code, date: head.pricedOn })
  return succeeded({
    book,
    unitPrice: decimalText(entry.unitPrice),
    months: entry.months,
    tiers: stored?.tiers ?? null,
    specials: specialsOf(facts, head, code),
    offers: offersOf(facts, head, code),
    tierPercent: tier === null ? '0' : decimalText(tier.percent),
    registeredPercent: registeredPercent(head, code),
    tax: tax.value,
    cost: costOf(facts, head, product),
    problem: problemOf(product, head.pricedOn),
  })
}

/** A price by hand, from which neither offers nor partners' discounts are taken. Refuses with `price.tax-unknown`. */
export function customTerms(facts: Pick<PricingFacts, 'taxPolicies'>, head: TermsHead, { unitPrice, cost, taxCategory, isService }: CustomItem): Outcome<LineTerms> {
  const tax = taxOn(facts, head, taxCategory, isService)
  if (!tax.ok) return tax
  return succeeded({
    book: null, unitPrice, months: null, tiers: null, specials: [], offers: [], tierPercent: '0', registeredPercent: '0', tax: { ...tax.value, item: { category: taxCategory, isService } },
    cost: cost === null ? null : { amount: cost, given: cost, currency: head.currency, rate: null, rateDate: null }, problem: null,
  })
}

/** What keeps a product from being sold on a day. */
export function problemOf({ sellableFrom, sellableTo }: Pick<Product, 'sellableFrom' | 'sellableTo'>, date: string): LineTerms['problem'] {
  const standing = standingOn(date, { from: sellableFrom ?? '', to: sellableTo })
  return standing === 'valid' ? null : standing === 'notYet' ? 'notSellableYet' : 'discontinued'
}

function booksWith({ books, prices }: PricingFacts, product: Product): readonly PriceBook[] {
  const own = prices.get(product.id) ?? []
  return books.map(({ id, code, currency, regions, partnerTypes, validFrom, validTo }) => ({
    code, currency, regions, partnerTypes, from: validFrom, to: validTo,
    entries: own.filter(({ bookId }) => bookId === id).map(({ unitPrice, months }) => ({ product: product.code, unitPrice: decimalOf(unitPrice), months, tiers: null })),
  }))
}

function specialsOf({ specialPrices }: PricingFacts, head: PricedHead, code: string): LineTerms['specials'] {
  return specialPrices
    .filter((price) => price.state === 'approved' && price.product === code && price.currency === head.currency && (price.partnerId === null || price.partnerId === head.partnerId) && standingOn(head.pricedOn, { from: price.validFrom, to: price.validTo }) === 'valid')
    .map(({ code: named, unitPrice, maximumQuantity, soldQuantity, stacks }) => {
      const left = maximumQuantity === null ? null : difference(decimalOf(maximumQuantity), decimalOf(soldQuantity))
      return { code: named, unitPrice, left: left === null ? null : decimalText(compareDecimals(left, zero) < 0 ? zero : left), stacks }
    })
}

function offersOf({ promotions }: PricingFacts, head: PricedHead, code: string): LineTerms['offers'] {
  return promotions
    .filter((offer) => (offer.products === null || offer.products.includes(code)) && (offer.currency === null || offer.currency === head.currency) && standingOn(head.pricedOn, { from: offer.validFrom, to: offer.validTo }) === 'valid')
    .map(({ code: named, name, place, minimumQuantity, percent, amount, standsAlone }) => ({ code: named, name, place, minimumQuantity, percent, amount, standsAlone }))
}

/** The tax on a supply on the day a quote is priced for. Refuses with `price.tax-unknown`. */
export function taxOn({ taxPolicies }: Pick<PricingFacts, 'taxPolicies'>, head: TermsHead, category: TaxCategory, isService: boolean): Outcome<LineTerms['tax']> {
  const { sellerCountry, sellerNumber, buyerNumber, resaleCertificateTo } = head
  const found = findTax(taxPolicies, { date: head.pricedOn, sellerCountry, sellerNumber, buyerCountry: head.country, buyerNumber, category, isService, resaleCertificateTo, localRate: head.localTaxRate === null ? null : decimalOf(head.localTaxRate) })
  if (!found.ok) return found
  const { policyVersion } = found.value
  return succeeded({ category: found.value.category, rate: decimalText(found.value.rate), notices: [...found.value.notices], ...(policyVersion === 0 ? {} : { policyVersion }) })
}

/** The tax on a custom item that was taxed before: as what it is, where that is known, else as what it was taxed as. Refuses as `taxOn` does. */
export function taxOnCustom(facts: Pick<PricingFacts, 'taxPolicies'>, head: TermsHead, { item, category }: LineTerms['tax']): Outcome<LineTerms['tax']> {
  const found = taxOn(facts, head, item?.category ?? category, item?.isService ?? false)
  return found.ok && item !== undefined ? succeeded({ ...found.value, item }) : found
}

function costOf({ exchangeRates }: PricingFacts, head: PricedHead, { cost, costCurrency }: Product): LineTerms['cost'] {
  if (cost === null || costCurrency === null) return null
  const rates = exchangeRates.map(({ from, to, rate, date }) => ({ from, to, rate: decimalOf(rate), date }))
  const exchanged = exchangeAmount(decimalOf(cost), costCurrency, head.currency, rates, head.pricedOn, 'halfAwayFromZero', COST_DECIMALS)
  if (exchanged === null) return null
  const { amount, rate } = exchanged
  return { amount: decimalText(amount), given: cost, currency: costCurrency, rate: rate === null ? null : decimalText(rate.rate), rateDate: rate?.date ?? null }
}
