import { difference, product, zero, type Decimal } from '../foundation/decimal.ts'
import { refused, succeeded, type Outcome } from '../foundation/outcome.ts'
import type { PartnerTier } from '../partners/partner.ts'
import { choosePriceBook, type PriceAsked, type PriceBook, type PriceBookChoice } from './choose-price-book.ts'
import { discountVolume } from './discount-volume.ts'
import { findPartnerDiscount, type PartnerDiscount } from './find-partner-discount.ts'
import { findSpecialPrice, type SpecialPrice, type SpecialPriceFound } from './find-special-price.ts'
import { percentOf } from './percent-of.ts'
import { prorateTerm, type ProratedPrice, type TermAsked } from './prorate-term.ts'
import type { LineToPrice } from './quote-to-price.ts'
import { registeredDealMargin, type DealRegistration, type RegisteredDealMargin } from './registered-deal-margin.ts'
import { stackOffers, type Offer, type StackedOffers } from './stack-offers.ts'
import type { RoundingMode } from '../foundation/integer.ts'

/** From what the book says to what the vendor is paid; each step is the one before less what is taken at it. */
export const waterfallSteps = ['list', 'special', 'regular', 'customer', 'partner', 'net'] as const
export type WaterfallStep = (typeof waterfallSteps)[number]

/** Something taken off, and what took it: `code` of a special price or an offer, `percent` where it is a percentage of the step before. */
export interface Taken {
  readonly by: 'specialPrice' | 'volume' | 'offer' | 'hand' | 'tier' | 'registeredDeal' | 'distributor'
  readonly code: string | null
  readonly percent: Decimal | null
  readonly amount: Decimal
}

/** Amounts are for the whole quantity and exact. */
export interface PriceWaterfall {
  readonly quantity: Decimal
  readonly unitPrice: Decimal
  readonly steps: Readonly<Record<WaterfallStep, { readonly amount: Decimal; readonly taken: readonly Taken[] }>>
  /** What was chosen and what passed over, for whoever asks why. */
  readonly book: PriceBookChoice
  readonly term: ProratedPrice | null
  readonly special: SpecialPriceFound
  readonly offers: StackedOffers
  readonly registeredDeal: RegisteredDealMargin
}

export interface WaterfallAsked extends PriceAsked {
  readonly quantity: Decimal
  readonly quantityInQuote?: Decimal
  readonly customerId: string
  /** Null where no partner sells, as is the tier then. */
  readonly partnerId: string | null
  readonly partnerTier: PartnerTier | null
  /** Needed where the book's price is for a term. */
  readonly term: TermAsked | null
  /** What the seller gives on top, in percent of what is left. */
  readonly discountPercent: Decimal
  /** What a distributor between vendor and partner keeps, in percent of the partner's price. */
  readonly distributorPercent: Decimal
  /** Of unit prices that do not end. */
  readonly rounding: { readonly decimals: number; readonly mode: RoundingMode }
}

export interface PricingRules {
  readonly books: readonly PriceBook[]
  readonly specialPrices: readonly SpecialPrice[]
  readonly offers: readonly Offer[]
  readonly partnerDiscounts: readonly PartnerDiscount[]
  readonly registration: DealRegistration | null
}

/** Refuses with `price.not-listed`, `price.term-missing` or `price.term-reversed`. */
export function priceWaterfall(asked: WaterfallAsked, rules: PricingRules): Outcome<PriceWaterfall> {
  const { quantity } = asked
  const book = choosePriceBook(rules.books, asked)
  if (book.chosen === null) return refused('price.not-listed', `no price book has ${asked.product}`, { product: asked.product, currency: asked.currency })
  const { entry } = book.chosen
  const term = entry.months === null || asked.term === null ? null : prorateTerm(entry.unitPrice, entry.months, asked.term, asked.rounding)
  if (term === null && entry.months !== null) return asked.term === null ? refused('price.term-missing', 'the price is for a term', { product: asked.product }) : refused('price.term-reversed', 'the term ends before it begins', { product: asked.product })

  const unitPrice = term?.unitPrice ?? entry.unitPrice
  const list = product(quantity, unitPrice)
  const found = findSpecialPrice(rules.specialPrices, asked)
  const { special } = found
  const specialTaken: readonly Taken[] = special === null ? [] : [{ by: 'specialPrice', code: special.code, percent: null, amount: difference(list, product(quantity, special.unitPrice)) }]
  const afterSpecial = less(list, specialTaken)

  const stacks = special === null || special.stacks
  const volume = entry.tiers === null || !stacks ? null : discountVolume(quantity, special?.unitPrice ?? unitPrice, entry.tiers)
  const volumeTaken = (volume?.bands ?? []).filter(({ discount }) => discount.digits !== 0).map(({ percent, discount }): Taken => ({ by: 'volume', code: null, percent, amount: discount }))
  const regular = less(afterSpecial, volumeTaken)

  const offers = stackOffers(stacks ? rules.offers : [], asked, regular)
  const offersTaken = offers.applied.map(({ code, discount }): Taken => ({ by: 'offer', code, percent: null, amount: discount }))
  const byHand = taken('hand', less(regular, offersTaken), asked.discountPercent)
  const customer = less(regular, [...offersTaken, ...byHand])

  const registeredDeal = registeredDealMargin(rules.registration, asked)
  const tier = findPartnerDiscount(rules.partnerDiscounts, { tier: asked.partnerTier, product: asked.product, date: asked.date })
  const partnerTaken = [...taken('tier', customer, tier?.percent ?? zero), ...taken('registeredDeal', customer, registeredDeal.percent)]
  const partner = less(customer, partnerTaken)
  const distributorTaken = taken('distributor', partner, asked.distributorPercent)

  return succeeded({
    quantity, unitPrice, book, term, special: found, offers, registeredDeal,
    steps: {
      list: { amount: list, taken: [] },
      special: { amount: afterSpecial, taken: specialTaken },
      regular: { amount: regular, taken: volumeTaken },
      customer: { amount: customer, taken: [...offersTaken, ...byHand] },
      partner: { amount: partner, taken: partnerTaken },
      net: { amount: less(partner, distributorTaken), taken: distributorTaken },
    },
  })
}

/** What is sold at a step, as a line of a quote: the list price, and everything taken off as its discount. */
export function lineAtStep({ quantity, unitPrice, steps }: PriceWaterfall, step: WaterfallStep, tax: Pick<LineToPrice, 'taxRate' | 'taxMode'>): LineToPrice {
  return { quantity, unitPrice, discountPercent: zero, discountAmount: difference(steps.list.amount, steps[step].amount), ...tax }
}

function taken(by: Taken['by'], amount: Decimal, percent: Decimal): readonly Taken[] {
  return percent.digits === 0 ? [] : [{ by, code: null, percent, amount: percentOf(amount, percent) }]
}

function less(amount: Decimal, taken: readonly Taken[]): Decimal {
  return taken.reduce((left, each) => difference(left, each.amount), amount)
}
