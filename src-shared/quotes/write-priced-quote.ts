import { decimalText } from '../foundation/decimal.ts'
import { amountText } from '../foundation/money.ts'
import type { Amounts, PricedQuote } from './price-quote.ts'

type AmountsText = Readonly<Record<keyof Amounts, string>>

/** A priced quote as other programs read it: amounts as text with the currency's decimals. */
export interface WrittenQuote extends AmountsText {
  readonly lines: readonly AmountsText[]
  readonly taxes: readonly { readonly rate: string; readonly base: string; readonly tax: string }[]
}

export function writePricedQuote(priced: PricedQuote, decimals: number): WrittenQuote {
  const text = ({ net, tax, gross }: Amounts): AmountsText => ({ net: amountText(net, decimals), tax: amountText(tax, decimals), gross: amountText(gross, decimals) })
  return {
    lines: priced.lines.map(text),
    taxes: priced.taxes.map(({ rate, base, tax }) => ({ rate: decimalText(rate), base: amountText(base, decimals), tax: amountText(tax, decimals) })),
    ...text(priced),
  }
}
