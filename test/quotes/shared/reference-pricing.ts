import { Big } from 'big.js'
import type { RoundingMode } from '#shared/foundation/integer.ts'
import { currencyDecimals } from '#shared/foundation/money.ts'
import type { RoundingScope, TaxMode } from '#shared/quotes/quote-to-price.ts'
import type { WrittenQuote } from '#shared/quotes/write-priced-quote.ts'

/** A quote as `workbench price` reads it. */
export interface WrittenInput {
  readonly currency: string
  readonly taxMode: TaxMode
  readonly rounding: { readonly scope: RoundingScope; readonly mode: RoundingMode }
  readonly lines: readonly { readonly quantity: string; readonly unitPrice: string; readonly discountPercent?: string; readonly discountAmount?: string; readonly taxRate: string }[]
  readonly discountAmount?: string
}

/** An exact quotient; big.js itself ends quotients after some decimals. */
interface Fraction {
  readonly over: Big
  readonly under: Big
}

const modes = { down: 0, halfAwayFromZero: 1, halfEven: 2, up: 3 } as const satisfies Record<RoundingMode, number>

/** Enough that no quotient that is not a whole or a half is taken for one. */
Big.DP = 40

const zero = new Big(0)
const sum = (values: readonly Big[]): Big => values.reduce((left, right) => left.plus(right), zero)

/** The README of src-shared/quotes read plainly, in big.js, amounts in minor units. */
export function referencePricing(input: WrittenInput): WrittenQuote {
  const { taxMode, lines, rounding: { scope, mode } } = input
  const decimals = currencyDecimals(input.currency)!
  const minor = new Big(10).pow(decimals)
  const round = (value: Big): Big => value.round(0, modes[mode])
  const roundFraction = ({ over, under }: Fraction): Big => round(over.div(under))

  const exact = lines.map(({ quantity, unitPrice, discountPercent = '0', discountAmount = '0' }) => {
    const listed = new Big(quantity).times(unitPrice)
    return listed.minus(listed.times(discountPercent).div(100)).minus(discountAmount).times(minor)
  })
  const rates = lines.map(({ taxRate }) => new Big(taxRate))
  const groups: number[][] = []
  lines.forEach((_, line) => {
    const group = groups.find(([first]) => rates[first!]!.eq(rates[line]!))
    if (group === undefined) groups.push([line])
    else group.push(line)
  })
  const rateOf = (group: readonly number[]): Big => rates[group[0]!]!
  const of = (values: readonly Big[]) => (group: readonly number[]): Big => sum(group.map((line) => values[line]!))

  let amounts = exact.map(round)
  if (scope === 'document') {
    const totals = largestRemainder(round(sum(exact)), groups.map((group) => ({ over: of(exact)(group), under: new Big(1) })))
    amounts = byLine(groups, (group, at) => largestRemainder(totals[at]!, group.map((line) => ({ over: exact[line]!, under: new Big(1) }))))
  }
  const listed = sum(amounts)
  const discount = round(new Big(input.discountAmount ?? '0').times(minor))
  const discounts = discount.eq(0) ? amounts.map(() => zero) : (() => {
    const ofGroups = largestRemainder(discount, groups.map((group) => positive({ over: discount.times(of(amounts)(group)), under: listed })))
    return byLine(groups, (group, at) => (of(amounts)(group).eq(0) ? group.map(() => zero) : largestRemainder(ofGroups[at]!, group.map((line) => positive({ over: ofGroups[at]!.times(amounts[line]!), under: of(amounts)(group) })))))
  })()
  const left = amounts.map((amount, line) => amount.minus(discounts[line]!))

  const nothingLeft = !discount.eq(0) && sum(left).eq(0)
  const taxable = scope === 'document' && !nothingLeft ? exact.map((amount, line) => amount.minus(discounts[line]!)) : left
  const taxOf = (amount: Big, rate: Big): Fraction => ({ over: amount.times(rate), under: taxMode === 'exclusive' ? new Big(100) : rate.plus(100) })
  let taxes: readonly Big[]
  if (scope === 'line') taxes = taxable.map((amount, line) => roundFraction(taxOf(amount, rates[line]!)))
  else {
    const exactTaxes = groups.map((group) => taxOf(of(taxable)(group), rateOf(group)))
    const ofGroups = scope === 'rate' ? exactTaxes.map(roundFraction) : largestRemainder(roundFraction(addFractions(exactTaxes)), exactTaxes)
    taxes = byLine(groups, (group, at) => largestRemainder(ofGroups[at]!, group.map((line) => taxOf(taxable[line]!, rateOf(group)))))
  }

  const nets = left.map((amount, line) => (taxMode === 'exclusive' ? amount : amount.minus(taxes[line]!)))
  const text = (value: Big): string => value.div(minor).toFixed(decimals).replace(/^-(?=[0.]*$)/, '')
  const written = (net: Big, tax: Big) => ({ net: text(net), tax: text(tax), gross: text(net.plus(tax)) })
  return {
    lines: nets.map((net, line) => written(net, taxes[line]!)),
    taxes: groups.map((group) => ({ rate: rateOf(group).toFixed(), base: text(of(nets)(group)), tax: text(of(taxes)(group)) })),
    ...written(sum(nets), sum(taxes)),
  }
}

function byLine(groups: readonly (readonly number[])[], valuesOf: (group: readonly number[], at: number) => readonly Big[]): Big[] {
  const values: Big[] = []
  groups.forEach((group, at) => valuesOf(group, at).forEach((value, index) => (values[group[index]!] = value)))
  return values
}

function largestRemainder(total: Big, shares: readonly Fraction[]): readonly Big[] {
  if (total.lt(0)) return largestRemainder(total.neg(), shares.map(({ over, under }) => ({ over: over.neg(), under }))).map((share) => share.neg())
  if (shares.length === 1) return [total]
  const cut = shares.map(({ over, under }) => {
    const whole = over.div(under).round(0, 0)
    return whole.times(under).gt(over) ? whole.minus(1) : whole
  })
  const remainder = (at: number): Fraction => ({ over: shares[at]!.over.minus(cut[at]!.times(shares[at]!.under)), under: shares[at]!.under })
  const sameUnder = shares.every(({ under }) => under.eq(shares[0]!.under))
  const remainders = shares.map((_, at) => remainder(at))
  const order = [...shares.keys()].sort((one, other) => {
    const [a, b] = [remainders[one]!, remainders[other]!]
    return sameUnder ? b.over.cmp(a.over) : b.over.times(a.under).cmp(a.over.times(b.under))
  })
  order.slice(0, Number(total.minus(sum(cut)))).forEach((at) => (cut[at] = cut[at]!.plus(1)))
  return cut
}

function addFractions(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce((one, other) => ({ over: one.over.times(other.under).plus(other.over.times(one.under)), under: one.under.times(other.under) }), { over: zero, under: new Big(1) })
}

function positive({ over, under }: Fraction): Fraction {
  return under.lt(0) ? { over: over.neg(), under: under.neg() } : { over, under }
}
