import { readDecimal, zero, type Decimal } from '../foundation/decimal.ts'
import { refused, succeeded, type Outcome } from '../foundation/outcome.ts'
import type { TaxCategory, TaxPolicy } from './tax-policy.ts'
import { standingOn } from './validity.ts'

export interface TaxAsked {
  readonly date: string
  readonly sellerCountry: string
  readonly sellerNumber: string | null
  readonly buyerCountry: string
  readonly buyerNumber: string | null
  /** What the product is sold under at home. */
  readonly category: TaxCategory
  /** Of services; goods that leave the country are exported. */
  readonly isService: boolean
  /** The last day of the buyer's resale certificate; null without one. */
  readonly resaleCertificateTo: string | null
  /** Of state and place, in percent, where the country has no rate of its own. */
  readonly localRate: Decimal | null
}

/** Something that must be on the document, or that keeps a relief from being given. */
export type TaxNotice = 'reverseChargeStatement' | 'sellerNumberMissing' | 'sellerNumberInvalid' | 'buyerNumberMissing' | 'buyerNumberInvalid' | 'resaleCertificateEnded' | 'toBeConfirmed'

export interface TaxFound {
  readonly category: TaxCategory
  readonly rate: Decimal
  readonly notices: readonly TaxNotice[]
  /** Of the seller's policy. */
  readonly policyVersion: number
}

/**
 * The tax on a supply on a day. A relief whose papers are missing is not given: the home rate applies, and a notice says what is missing.
 * Refuses with `price.tax-unknown` where no rate is in force.
 */
export function findTax(policies: readonly TaxPolicy[], asked: TaxAsked): Outcome<TaxFound> {
  const seller = policies.find(({ country }) => country === asked.sellerCountry)
  if (seller === undefined) return unknown()
  const buyer = policies.find(({ country }) => country === asked.buyerCountry)
  const { version: policyVersion } = seller
  const notices: TaxNotice[] = []
  const sellerNumber = judgeNumber(seller, asked.sellerNumber)
  if (sellerNumber !== 'valid') notices.push(sellerNumber === 'missing' ? 'sellerNumberMissing' : 'sellerNumberInvalid')
  if (seller.toBeConfirmed) notices.push('toBeConfirmed')

  if (asked.sellerCountry !== asked.buyerCountry) {
    if (seller.union === null || buyer?.union !== seller.union) return found(asked.isService ? 'outOfScope' : 'export', zero)
    const buyerNumber = judgeNumber(buyer, asked.buyerNumber)
    if (buyerNumber === 'valid' && sellerNumber === 'valid') {
      if (!asked.isService) return found('intraCommunity', zero)
      notices.push('reverseChargeStatement')
      return found('reverseCharge', zero)
    }
    if (buyerNumber !== 'valid') notices.push(buyerNumber === 'missing' ? 'buyerNumberMissing' : 'buyerNumberInvalid')
  }
  if (seller.resaleCertificates && asked.resaleCertificateTo !== null) {
    if (asked.date <= asked.resaleCertificateTo) return found('resale', zero)
    notices.push('resaleCertificateEnded')
  }
  if (asked.category === 'exempt' || asked.category === 'zero' || asked.category === 'outOfScope') return found(asked.category, zero)
  const inForce = seller.rates.find((rate) => rate.category === asked.category && standingOn(asked.date, rate) === 'valid')
  const rate = inForce === undefined ? (seller.rates.length === 0 ? asked.localRate : null) : readDecimal(inForce.rate)
  return rate === null ? unknown() : found(asked.category, rate)

  function found(category: TaxCategory, rate: Decimal): Outcome<TaxFound> {
    return succeeded({ category, rate, notices, policyVersion })
  }

  function unknown(): Outcome<never> {
    return refused('price.tax-unknown', 'no tax rate is in force', { country: asked.sellerCountry, category: asked.category, date: asked.date })
  }
}

function judgeNumber({ registrationNumber: shape }: TaxPolicy, number: string | null): 'valid' | 'missing' | 'invalid' {
  if (shape === null) return 'valid'
  if (number === null || number === '') return 'missing'
  const fits = (sign: string, at: number): boolean => (sign === '#' ? /^[0-9]$/.test(number[at] ?? '') : sign === '*' ? /^[0-9A-Z]$/.test(number[at] ?? '') : number[at] === sign)
  return number.length === shape.length && [...shape].every(fits) ? 'valid' : 'invalid'
}
