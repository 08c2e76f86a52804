import { compareDecimals, difference, sum, zero, type Decimal } from '../foundation/decimal.ts'
import { percentOf } from './percent-of.ts'
import { standingOn, type Validity } from './validity.ts'

/** A promotion. Offers are taken in the order of `place`, equal ones by code, each from what the ones before have left. */
export interface Offer extends Validity {
  readonly code: string
  readonly place: number
  /** Null: for every product. */
  readonly products: readonly string[] | null
  readonly minimumQuantity: Decimal
  /** Percent of what is left, or an amount off the line. */
  readonly discount: { readonly percent: Decimal } | { readonly amount: Decimal }
  /** May not be combined with any other. */
  readonly standsAlone: boolean
}

export interface AppliedOffer {
  readonly code: string
  readonly before: Decimal
  readonly discount: Decimal
}

export interface StackedOffers {
  readonly discount: Decimal
  /** In the order in which they were taken. */
  readonly applied: readonly AppliedOffer[]
  readonly passedOver: readonly { readonly code: string; readonly because: 'notYet' | 'ended' | 'otherProduct' | 'quantityTooSmall' | 'lessThanAnother' | 'nothingLeft' }[]
}

/**
 * What offers take off an amount: all that may be combined, or the one standing alone that takes off more than they do together; never
 * more than there is.
 */
export function stackOffers(offers: readonly Offer[], asked: { readonly product: string; readonly quantity: Decimal; readonly date: string }, amount: Decimal): StackedOffers {
  const judged = offers.toSorted((one, other) => one.place - other.place || (one.code < other.code ? -1 : 1)).map((offer) => ({ offer, because: speaksAgainst(offer) }))
  const valid = judged.flatMap(({ offer, because }) => (because === null ? [offer] : []))
  const stacks = [valid.filter(({ standsAlone }) => !standsAlone), ...valid.filter(({ standsAlone }) => standsAlone).map((offer) => [offer])].map((stack) => ({ stack, ...take(stack) }))
  const best = stacks.reduce((one, other) => (compareDecimals(other.discount, one.discount) > 0 ? other : one))
  const unused = (offer: Offer): 'nothingLeft' | 'lessThanAnother' => (best.stack.includes(offer) ? 'nothingLeft' : 'lessThanAnother')
  return {
    discount: best.discount,
    applied: best.applied,
    passedOver: judged.flatMap(({ offer, because }) => (best.applied.some(({ code }) => code === offer.code) ? [] : [{ code: offer.code, because: because ?? unused(offer) }])),
  }

  function speaksAgainst(offer: Offer): 'notYet' | 'ended' | 'otherProduct' | 'quantityTooSmall' | null {
    const standing = standingOn(asked.date, offer)
    if (standing !== 'valid') return standing
    if (offer.products !== null && !offer.products.includes(asked.product)) return 'otherProduct'
    return compareDecimals(asked.quantity, offer.minimumQuantity) < 0 ? 'quantityTooSmall' : null
  }

  function take(stack: readonly Offer[]): Pick<StackedOffers, 'discount' | 'applied'> {
    let discount = zero
    const applied: AppliedOffer[] = []
    for (const offer of stack) {
      const before = difference(amount, discount)
      const wanted = 'percent' in offer.discount ? percentOf(before, offer.discount.percent) : offer.discount.amount
      const taken = compareDecimals(wanted, before) > 0 ? before : wanted
      if (taken.digits <= 0) continue
      applied.push({ code: offer.code, before, discount: taken })
      discount = sum(discount, taken)
    }
    return { discount, applied }
  }
}
