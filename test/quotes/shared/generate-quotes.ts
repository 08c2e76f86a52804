import { roundingModes } from '#shared/foundation/integer.ts'
import { roundingScopes, taxModes } from '#shared/quotes/quote-to-price.ts'
import type { WrittenInput } from './reference-pricing.ts'

/** A number below one, the same sequence for the same seed (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const currencies = ['JPY', 'USD', 'EUR', 'MXN'] as const

const market = {
  JPY: { rates: ['10', '8', '0'], price: 100_000, decimals: 1 },
  USD: { rates: ['8.875', '7.25', '0', '6.0'], price: 2_000, decimals: 4 },
  EUR: { rates: ['19', '7', '0', '5.5', '22'], price: 2_000, decimals: 4 },
  MXN: { rates: ['16', '8', '0', '16.0'], price: 40_000, decimals: 3 },
} as const

/** Quotes of every policy in turn, with all that occurs in quotes: fractions, credits, free lines, discounts of lines and of the whole. */
export function generateQuote(at: number, lines: number, chance: () => number): WrittenInput {
  const below = (limit: number): number => Math.floor(chance() * limit)
  const oneOf = <T>(values: readonly T[]): T => values[below(values.length)]!
  const decimal = (limit: number, decimals: number): string => {
    const places = below(decimals + 1)
    return (chance() * limit).toFixed(places)
  }
  const currency = currencies[at % 4]!
  const taxMode = taxModes[Math.floor(at / 4) % 2]!
  const scope = roundingScopes[Math.floor(at / 8) % 3]!
  const mode = roundingModes[Math.floor(at / 24) % 4]!
  const { rates, price, decimals } = market[currency]
  const minor = currency === 'JPY' ? 0 : 2
  return {
    currency, taxMode, rounding: { scope, mode },
    lines: Array.from({ length: lines }, () => ({
      quantity: chance() < 0.5 ? String(1 + below(100)) : `${chance() < 0.1 ? '-' : ''}${decimal(100, 3)}`,
      unitPrice: decimal(price, decimals),
      ...(chance() < 0.4 ? { discountPercent: chance() < 0.05 ? '100' : decimal(60, 2) } : {}),
      ...(chance() < 0.1 ? { discountAmount: decimal(50, minor) } : {}),
      taxRate: oneOf(rates),
    })),
    // A few lines could all be free, and a discount of nothing is refused.
    ...(lines > 3 && chance() < 0.4 ? { discountAmount: decimal(lines * price * 2, minor) } : {}),
  }
}
