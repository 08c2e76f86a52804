import { compareDecimals, difference, one, product, sum, zero, type Decimal } from '../foundation/decimal.ts'
import { percentOf } from './percent-of.ts'

/**
 * What a larger quantity is discounted by. `whole`: the percentage of the step reached, on the whole quantity. `graduated`: each unit at
 * the percentage of the step it lies in.
 */
export interface VolumeTiers {
  readonly kind: 'whole' | 'graduated'
  /** In ascending order; below the first there is no discount. */
  readonly steps: readonly { readonly from: Decimal; readonly percent: Decimal }[]
}

/** A part of the quantity, and what is taken off its price. */
export interface VolumeBand {
  readonly from: Decimal
  readonly quantity: Decimal
  readonly percent: Decimal
  readonly discount: Decimal
}

export interface VolumeDiscount {
  readonly discount: Decimal
  readonly bands: readonly VolumeBand[]
}

/** The discount on a quantity at a unit price; a step `from` 10 begins with the tenth unit. Exact. */
export function discountVolume(quantity: Decimal, unitPrice: Decimal, { kind, steps }: VolumeTiers): VolumeDiscount {
  const reached = steps.filter(({ from }) => compareDecimals(from, quantity) <= 0)
  const last = reached.at(-1)
  const parts =
    kind === 'whole'
      ? last === undefined ? [] : [{ ...last, quantity }]
      // The tenth unit is the first of its step, so nine lie below it.
      : reached.map((step, at) => ({ ...step, quantity: difference(at + 1 < reached.length ? below(reached[at + 1]!.from) : quantity, below(step.from)) }))
  const bands = parts.map((part) => ({ ...part, discount: percentOf(product(part.quantity, unitPrice), part.percent) }))
  return { discount: bands.reduce((total, { discount }) => sum(total, discount), zero), bands }
}

function below(from: Decimal): Decimal {
  const units = difference(from, one)
  return units.digits > 0 ? units : zero
}
