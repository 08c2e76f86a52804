/** Postcodes are compared on at most this many letters and digits: what 37 symbols leave exact in a double. */
export const POSTCODE_LENGTH = 10

const SYMBOLS = 37
const POWERS = Array.from({ length: POSTCODE_LENGTH + 1 }, (_, exponent) => SYMBOLS ** exponent)
const HYPHENS = /[\u2010-\u2015\u2212\u30fc\uff0d\uff70]/g

const HEAD_SCALE = SYMBOLS ** (POSTCODE_LENGTH - 3)

/** How many different beginnings of three symbols there are. */
export const POSTCODE_HEADS = SYMBOLS ** 3

/** The first three symbols of a packed postcode as a number; it orders postcodes roughly. */
export function postcodeHead(packed: number): number {
  return Math.floor(packed / HEAD_SCALE)
}

/** A run of packed postcodes, both ends included; a lead's postcode must have at least `length` symbols to lie in it. */
export interface PostcodeInterval {
  readonly low: number
  readonly high: number
  readonly length: number
  readonly isRange: boolean
}

/**
 * A number that orders postcodes letter by letter, digits before letters, leading zeros kept.
 * Width, case, spaces and signs do not count; 0 when nothing is left.
 */
export function packPostcode(text: string): number {
  let packed = 0
  let length = 0
  for (let at = 0; at < text.length && length < POSTCODE_LENGTH; at += 1) {
    const code = text.charCodeAt(at)
    if (code > 127) return packPostcode(text.normalize('NFKC').replace(/[^\x20-\x7e]/g, ''))
    const symbol = symbolOf(code)
    if (symbol === 0) continue
    packed = packed * SYMBOLS + symbol
    length += 1
  }
  return packed * power(POSTCODE_LENGTH - length)
}

/** Whether a packed postcode has at least this many symbols. */
export function hasPostcodeLength(packed: number, length: number): boolean {
  return length === 0 || Math.floor(packed / power(POSTCODE_LENGTH - length)) % SYMBOLS !== 0
}

/**
 * Reads one entry of a rule: a range where the two sides of its middle hyphen are equally long (`0600000-0649999`, `SW1A-SW1Z`),
 * else a prefix, in which hyphens do not count (`060-00` is `06000`). Null when nothing is left.
 */
export function postcodeInterval(entry: string): PostcodeInterval | null {
  const parts = entry.replace(HYPHENS, '-').normalize('NFKC').split('-')
  const from = packPostcode(parts.slice(0, parts.length / 2).join(''))
  const to = packPostcode(parts.slice(parts.length / 2).join(''))
  const length = postcodeLength(from)
  if (parts.length % 2 === 0 && length > 0 && length === postcodeLength(to)) {
    return { low: from, high: to + power(POSTCODE_LENGTH - length) - 1, length, isRange: true }
  }
  const prefix = packPostcode(parts.join(''))
  if (prefix === 0) return null
  const prefixLength = postcodeLength(prefix)
  return { low: prefix, high: prefix + power(POSTCODE_LENGTH - prefixLength) - 1, length: prefixLength, isRange: false }
}

function postcodeLength(packed: number): number {
  let length = POSTCODE_LENGTH
  while (length > 0 && !hasPostcodeLength(packed, length)) length -= 1
  return length
}

function symbolOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 47
  if (code >= 65 && code <= 90) return code - 54
  if (code >= 97 && code <= 122) return code - 86
  return 0
}

function power(exponent: number): number {
  return POWERS[exponent] ?? 1
}
