import type { RoundingPolicy } from './quote-to-price.ts'
import type { Validity } from './validity.ts'

/**
 * How a supply is taxed, with the letters of EN 16931 (UNCL5305): `standard` and `reduced` are S, `zero` Z, `exempt` E, `reverseCharge` AE,
 * `intraCommunity` K, `export` G, `outOfScope` O. `resale` is a sale to a reseller that holds a certificate (United States).
 */
export const taxCategories = ['standard', 'reduced', 'superReduced', 'zero', 'exempt', 'reverseCharge', 'intraCommunity', 'export', 'resale', 'outOfScope'] as const
export type TaxCategory = (typeof taxCategories)[number]

export const unions = ['EU'] as const

/** A rate in force for some days. */
export interface TaxRate extends Validity {
  readonly category: TaxCategory
  /** In percent, as decimal text. */
  readonly rate: string
}

/** The taxes of one country: data that a company edits when the law changes, never code. */
export interface TaxPolicy {
  readonly country: string
  /** 0: as it came with the program. */
  readonly version: number
  readonly rounding: RoundingPolicy
  /** What the number that documents must show looks like: `#` is a digit, `*` a digit or capital letter. Null where none is known here. */
  readonly registrationNumber: string | null
  /** Empty where rates are set by places within the country and are entered with the quote. */
  readonly rates: readonly TaxRate[]
  /** Whether a reseller with a certificate buys without tax. */
  readonly resaleCertificates: boolean
  /** Countries that trade with this one without tax between registered companies. */
  readonly union: (typeof unions)[number] | null
  /** Read in a second-hand source or known in general: a specialist has to confirm it before a customer relies on it. */
  readonly toBeConfirmed: boolean
}
