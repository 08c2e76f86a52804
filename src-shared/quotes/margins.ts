import { difference, product, quotient, type Decimal, hundred } from '../foundation/decimal.ts'
import type { PriceWaterfall } from './price-waterfall.ts'

const PERCENT_DECIMALS = 2

/** What is earned between buying and selling. The margin is a part of the price, the markup a part of the cost; null where that is zero. */
export interface Margin {
  readonly price: Decimal
  readonly cost: Decimal
  readonly profit: Decimal
  /** In percent, with two decimals, half away from zero. */
  readonly margin: Decimal | null
  readonly markup: Decimal | null
}

/** Who earns what on the way from the vendor to the customer, side by side. */
export interface WaterfallMargins {
  readonly partner: Margin
  readonly distributor: Margin
  /** Null where the cost is not known. */
  readonly vendor: Margin | null
  /** All that was taken off the list price, in percent of it: structural margins and discounts compound. */
  readonly givenAway: Decimal | null
}

export function marginOf(price: Decimal, cost: Decimal): Margin {
  const profit = difference(price, cost)
  return { price, cost, profit, margin: inPercent(profit, price), markup: inPercent(profit, cost) }
}

/** @param cost what the whole quantity costs the vendor */
export function waterfallMargins({ steps }: PriceWaterfall, cost: Decimal | null): WaterfallMargins {
  return {
    partner: marginOf(steps.customer.amount, steps.partner.amount),
    distributor: marginOf(steps.partner.amount, steps.net.amount),
    vendor: cost === null ? null : marginOf(steps.net.amount, cost),
    givenAway: inPercent(difference(steps.list.amount, steps.net.amount), steps.list.amount),
  }
}

function inPercent(part: Decimal, whole: Decimal): Decimal | null {
  return quotient(product(part, hundred), whole, PERCENT_DECIMALS, 'halfAwayFromZero')
}
