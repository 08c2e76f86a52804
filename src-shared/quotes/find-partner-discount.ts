import type { Decimal } from '../foundation/decimal.ts'
import type { PartnerTier } from '../partners/partner.ts'
import { standingOn, type Validity } from './validity.ts'

/** What partners of a tier buy below the customer's price. */
export interface PartnerDiscount extends Validity {
  readonly tier: PartnerTier
  /** Null: for every product that has none of its own. */
  readonly product: string | null
  readonly percent: Decimal
}

/** The one in force for the product, else for all products; of several the one that began last. Null without any. */
export function findPartnerDiscount(discounts: readonly PartnerDiscount[], asked: { readonly tier: PartnerTier | null; readonly product: string; readonly date: string }): PartnerDiscount | null {
  const inForce = discounts
    .filter((discount) => discount.tier === asked.tier && standingOn(asked.date, discount) === 'valid')
    .toSorted((one, other) => other.from.localeCompare(one.from))
  return inForce.find(({ product }) => product === asked.product) ?? inForce.find(({ product }) => product === null) ?? null
}
