import { compare, divide, minus, plus, tenTo, times, type Integer, type RoundingMode } from './integer.ts'

/** An exact decimal: `digits` × 10^-`scale`. The scale is the smallest that holds it, so equal decimals have equal parts. */
export interface Decimal {
  readonly digits: Integer
  readonly scale: number
}

/** More digits than any price has; a bound on what a hostile file can make one line cost. */
export const MAXIMUM_DIGITS = 60

const [ZERO, NINE, POINT, MINUS] = [48, 57, 46, 45]
/** As many digits as always make a safe number. */
const SURELY_SAFE = 15

/**
 * Reads plain decimal text: digits, a point with digits on both sides, a minus sign. No exponent, no grouping, no blank, no other
 * digits than 0–9: nothing that two programs could read differently. Null for anything else.
 */
export function readDecimal(text: string): Decimal | null {
  const start = text.charCodeAt(0) === MINUS ? 1 : 0
  let value = 0
  let point = -1
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= ZERO && code <= NINE) value = value * 10 + (code - ZERO)
    else if (code === POINT && point < 0 && at > start) point = at
    else return null
  }
  const digits = text.length - start - (point < 0 ? 0 : 1)
  if (digits === 0 || point === text.length - 1 || digits > MAXIMUM_DIGITS) return null
  const scale = point < 0 ? 0 : text.length - point - 1
  const whole: Integer = digits <= SURELY_SAFE ? value : times(1, BigInt(point < 0 ? text.slice(start) : text.slice(start, point) + text.slice(point + 1)))
  return decimal(start === 0 ? whole : times(whole, -1), scale)
}

/** A decimal that a row or an input holds, whose schema has checked it. */
export function decimalOf(text: string): Decimal {
  const value = readDecimal(text)
  if (value === null) throw new Error(`no decimal: ${text}`)
  return value
}

/** The decimal `digits` × 10^-`scale`, in its smallest form. */
export function decimal(digits: Integer, scale: number): Decimal {
  if (digits === 0) return { digits, scale: 0 }
  while (scale > 0 && (typeof digits === 'number' ? digits % 10 === 0 : digits % 10n === 0n)) {
    digits = divide(digits, 10, 'down')
    scale -= 1
  }
  return { digits, scale }
}

export const zero: Decimal = { digits: 0, scale: 0 }
export const one: Decimal = { digits: 1, scale: 0 }
export const hundred: Decimal = { digits: 100, scale: 0 }

export function sum(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale)
  return decimal(plus(digitsAt(left, scale), digitsAt(right, scale)), scale)
}

export function difference(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale)
  return decimal(minus(digitsAt(left, scale), digitsAt(right, scale)), scale)
}

export function product(left: Decimal, right: Decimal): Decimal {
  return decimal(times(left.digits, right.digits), left.scale + right.scale)
}

/** Rounded to `scale` decimals: a quotient seldom ends. Null where there is nothing to divide by. */
export function quotient(left: Decimal, right: Decimal, scale: number, mode: RoundingMode): Decimal | null {
  if (right.digits === 0) return null
  const common = Math.max(left.scale, right.scale)
  const dividend = times(digitsAt(left, common), tenTo(scale))
  const divisor = digitsAt(right, common)
  return decimal(divisor > 0 ? divide(dividend, divisor, mode) : divide(times(dividend, -1), times(divisor, -1), mode), scale)
}

export function rounded(value: Decimal, scale: number, mode: RoundingMode): Decimal {
  return value.scale <= scale ? value : decimal(divide(value.digits, tenTo(value.scale - scale), mode), scale)
}

export function compareDecimals(left: Decimal, right: Decimal): -1 | 0 | 1 {
  const scale = Math.max(left.scale, right.scale)
  return compare(digitsAt(left, scale), digitsAt(right, scale))
}

export function isNegative({ digits }: Decimal): boolean {
  return digits < 0
}

/** From 0 to 100. */
export function isPercentage(value: Decimal): boolean {
  return !isNegative(value) && compareDecimals(value, hundred) <= 0
}

/** `value` × 10^`scale`. @param scale at least its own */
export function digitsAt({ digits, scale: own }: Decimal, scale: number): Integer {
  return own === scale ? digits : times(digits, tenTo(scale - own))
}

/** With exactly its own decimals: `12.5`, `0`, `-0.04`. */
export function decimalText({ digits, scale }: Decimal): string {
  return scaledText(digits, scale)
}

/** `digits` × 10^-`scale` with exactly that many decimals: `12.50`. */
export function scaledText(digits: Integer, scale: number): string {
  const text = String(digits)
  if (scale === 0) return text
  const [sign, bare] = digits < 0 ? ['-', text.slice(1)] : ['', text]
  const padded = bare.padStart(scale + 1, '0')
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`
}
