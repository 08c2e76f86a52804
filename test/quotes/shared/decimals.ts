import { decimalText, readDecimal, type Decimal } from '#shared/foundation/decimal.ts'

/** A decimal as tests write it. */
export function d(text: string): Decimal {
  const value = readDecimal(text)
  if (value === null) throw new Error(`${text} is no decimal`)
  return value
}

export const text = decimalText
