import { currencyCodes } from './currency-table.ts'
import { scaledText } from './decimal.ts'
import { compare, divideDown, minus, opposite, plus, times, type Integer } from './integer.ts'

const decimals = new Map(([0, 2, 3] as const).flatMap((count) => currencyCodes[count].split(/\s/).map((code) => [code, count] as const)))

/** How many decimals amounts of a currency have (ISO 4217); null where there is no such currency. */
export function currencyDecimals(code: string): number | null {
  return decimals.get(code) ?? null
}

/** An amount as people write it, in the smallest units of its currency; for what a person typed, not for reckoning. */
export function minorUnits(amount: number, currency: string): number {
  return Math.round(amount * 10 ** (currencyDecimals(currency) ?? 0))
}

/** An amount of minor units as people write it. */
export function wholeUnits(amount: number, currency: string): number {
  return amount / 10 ** (currencyDecimals(currency) ?? 0)
}

/** An amount of minor units as text with the currency's decimals: `12.50`. */
export function amountText(minorUnits: Integer, currencyDecimals: number): string {
  return scaledText(minorUnits, currencyDecimals)
}

/**
 * Whole amounts that add up to `total`, each one of the two next to its exact share `numerators[i]` ÷ `denominator`: all are cut
 * off, and the units then lacking go to the largest remainders, among equals to the first. A negative total mirrors the positive one.
 * @param total the sum of the exact shares, rounded either way @param denominator above zero
 */
export function shareOut(total: Integer, numerators: readonly Integer[], denominator: Integer): Integer[] {
  if (total < 0) return shareOut(opposite(total), numerators.map(opposite), denominator).map(opposite)
  const shares = numerators.map((numerator) => divideDown(numerator, denominator))
  const lacking = Number(minus(total, shares.reduce(plus, 0)))
  if (lacking === 0) return shares
  const remainders = numerators.map((numerator, at) => minus(numerator, times(shares[at]!, denominator)))
  const byRemainder = [...remainders.keys()].sort((one, other) => compare(remainders[other]!, remainders[one]!))
  for (const at of byRemainder.slice(0, lacking)) shares[at] = plus(shares[at]!, 1)
  return shares
}
