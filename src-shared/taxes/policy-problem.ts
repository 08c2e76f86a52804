import { compareDecimals, hundred, readDecimal, zero } from '../foundation/decimal.ts'
import { refused, type Refusal } from '../foundation/outcome.ts'
import type { TaxPolicy, TaxRate } from '../quotes/tax-policy.ts'

const SHAPE = /^[A-Z0-9#*]{1,30}$/

/** What cannot be of a country's taxes: `tax-policy.rate-out-of-range`, `tax-policy.dates-reversed`, `tax-policy.rates-overlap`, `tax-policy.number-shape-invalid`. */
export function policyProblem({ rates, registrationNumber }: Pick<TaxPolicy, 'rates' | 'registrationNumber'>): Refusal | null {
  if (registrationNumber !== null && !SHAPE.test(registrationNumber)) return problem('number-shape-invalid', 'a shape is of capital letters, digits, # and *', { value: registrationNumber })
  for (const [at, rate] of rates.entries()) {
    const percent = readDecimal(rate.rate)
    if (percent === null || compareDecimals(percent, zero) < 0 || compareDecimals(percent, hundred) > 0) return problem('rate-out-of-range', 'a rate is from 0 to 100 percent', { value: rate.rate })
    if (rate.to !== null && rate.to < rate.from) return problem('dates-reversed', 'a rate would end before it begins', { category: rate.category, from: rate.from })
    const other = rates.slice(0, at).find((before) => overlap(before, rate))
    if (other !== undefined) return problem('rates-overlap', 'two rates of a category are in force on one day', { category: rate.category, from: rate.from > other.from ? rate.from : other.from })
  }
  return null
}

function overlap(one: TaxRate, other: TaxRate): boolean {
  return one.category === other.category && (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to)
}

function problem(reason: string, message: string, details: Readonly<Record<string, string>>): Refusal {
  const outcome = refused(`tax-policy.${reason}`, message, details)
  return outcome.error
}
