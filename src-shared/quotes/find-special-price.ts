import { compareDecimals, difference, type Decimal } from '../foundation/decimal.ts'
import { standingOn, type Validity } from './validity.ts'

/** A price that somebody asked for and somebody granted, for one customer and product (特価申請). */
export interface SpecialPrice extends Validity {
  readonly code: string
  readonly state: 'requested' | 'approved' | 'declined' | 'withdrawn'
  readonly customerId: string
  /** Null: whichever partner sells. */
  readonly partnerId: string | null
  readonly product: string
  readonly currency: string
  readonly unitPrice: Decimal
  /** How much may be sold at it, and how much has been; null: any quantity. */
  readonly maximumQuantity: Decimal | null
  readonly soldQuantity: Decimal
  /** Whether volume tiers and offers are still taken off it; otherwise it is the customer's price but for what is given by hand. */
  readonly stacks: boolean
}

export interface SpecialPriceAsked {
  readonly customerId: string
  readonly partnerId: string | null
  readonly product: string
  readonly currency: string
  readonly quantity: Decimal
  /** Of the product on all lines of the quote, where that is more. */
  readonly quantityInQuote?: Decimal
  readonly date: string
}

export type SpecialPriceMissing = 'notApproved' | 'otherPartner' | 'otherCurrency' | 'notYet' | 'ended' | 'quantityExceeded'

export interface SpecialPriceFound {
  readonly special: SpecialPrice | null
  /** The customer's other requests for the product, and what first speaks against each. */
  readonly passedOver: readonly { readonly code: string; readonly because: SpecialPriceMissing | 'dearer' }[]
}

/** The lowest special price that covers the whole quantity, on whichever lines it stands; none is split silently. Among equals the lower code. */
export function findSpecialPrice(prices: readonly SpecialPrice[], asked: SpecialPriceAsked): SpecialPriceFound {
  const judged = prices
    .filter(({ customerId, product }) => customerId === asked.customerId && product === asked.product)
    .toSorted((one, other) => compareDecimals(one.unitPrice, other.unitPrice) || (one.code < other.code ? -1 : 1))
    .map((price) => ({ price, because: missing(price, asked) }))
  const special = judged.find(({ because }) => because === null)?.price ?? null
  return { special, passedOver: judged.flatMap(({ price, because }) => (price === special ? [] : [{ code: price.code, because: because ?? 'dearer' }])) }
}

function missing(price: SpecialPrice, asked: SpecialPriceAsked): SpecialPriceMissing | null {
  if (price.state !== 'approved') return 'notApproved'
  if (price.partnerId !== null && price.partnerId !== asked.partnerId) return 'otherPartner'
  if (price.currency !== asked.currency) return 'otherCurrency'
  const standing = standingOn(asked.date, price)
  if (standing !== 'valid') return standing
  return price.maximumQuantity !== null && compareDecimals(asked.quantityInQuote ?? asked.quantity, difference(price.maximumQuantity, price.soldQuantity)) > 0 ? 'quantityExceeded' : null
}
