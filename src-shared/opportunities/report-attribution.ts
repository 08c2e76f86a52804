import { shareOut } from '../foundation/money.ts'
import { plus, times, type Integer } from '../foundation/integer.ts'
import { percentOf, WHOLE, type AttributionKind, type Share } from './attribution.ts'

export interface AttributedBusiness {
  readonly amount: number
  readonly currency: string
  readonly shares: readonly Share[]
}

export interface CreditedPartner {
  readonly partnerId: string
  readonly kind: AttributionKind
  readonly opportunities: number
  readonly amount: Integer
}

export interface AttributionTotals {
  readonly currency: string
  readonly opportunities: number
  /** The sum of all amounts: exactly what the credits and the rest are together. */
  readonly amount: Integer
  readonly credits: readonly CreditedPartner[]
  /** What no partner is credited with. */
  readonly rest: Integer
}

/**
 * Who is credited with how much, by currency. Every amount is parted once among its shares and the rest, to the smallest unit: whatever
 * is added up, by partner or by kind, nothing counts twice (field.md B3, attribution).
 */
export function reportAttribution(business: readonly AttributedBusiness[]): readonly AttributionTotals[] {
  return [...Map.groupBy(business, ({ currency }) => currency)].map(([currency, rows]) => totalsOf(currency, rows)).toSorted((a, b) => (a.currency < b.currency ? -1 : 1))
}

function totalsOf(currency: string, rows: readonly AttributedBusiness[]): AttributionTotals {
  const credits = new Map<string, CreditedPartner>()
  let [amount, rest]: [Integer, Integer] = [0, 0]
  for (const row of rows) {
    amount = plus(amount, row.amount)
    const percents = [...row.shares.map(({ percent }) => percent), WHOLE - percentOf(row.shares)]
    const parts = shareOut(row.amount, percents.map((percent) => times(row.amount, percent)), WHOLE)
    rest = plus(rest, parts.at(-1) ?? 0)
    for (const [at, { partnerId, kind }] of row.shares.entries()) {
      const key = `${partnerId} ${kind}`
      const before = credits.get(key) ?? { partnerId, kind, opportunities: 0, amount: 0 }
      credits.set(key, { ...before, opportunities: before.opportunities + 1, amount: plus(before.amount, parts[at] ?? 0) })
    }
  }
  return { currency, opportunities: rows.length, amount, credits: [...credits.values()].toSorted((a, b) => (a.amount > b.amount ? -1 : a.amount < b.amount ? 1 : 0)), rest }
}
