import { zero, type Decimal } from '../foundation/decimal.ts'
import { standingOn, type Validity } from './validity.ts'

/** A partner's registration of a deal, as far as prices depend on it: it protects, and pays, for its days only. */
export interface DealRegistration extends Validity {
  readonly partnerId: string
  readonly customerId: string
  readonly approved: boolean
  /** Null: whatever is sold to the customer. */
  readonly products: readonly string[] | null
  /** Margin on top of the tier's, in percent of the customer's price. */
  readonly percent: Decimal
}

export interface RegisteredDealMargin {
  readonly percent: Decimal
  /** Why there is none; null where there is. */
  readonly because: 'notRegistered' | 'otherPartner' | 'otherCustomer' | 'notApproved' | 'notYet' | 'ended' | 'otherProduct' | null
}

/** The margin of a registered deal, only while the registration stands on the day the quote is priced for. */
export function registeredDealMargin(registration: DealRegistration | null, asked: { readonly partnerId: string | null; readonly customerId: string; readonly product: string; readonly date: string }): RegisteredDealMargin {
  const because = missing()
  return { percent: because === null && registration !== null ? registration.percent : zero, because }

  function missing(): RegisteredDealMargin['because'] {
    if (registration === null) return 'notRegistered'
    if (registration.partnerId !== asked.partnerId) return 'otherPartner'
    if (registration.customerId !== asked.customerId) return 'otherCustomer'
    if (!registration.approved) return 'notApproved'
    const standing = standingOn(asked.date, registration)
    if (standing !== 'valid') return standing
    return registration.products === null || registration.products.includes(asked.product) ? null : 'otherProduct'
  }
}
