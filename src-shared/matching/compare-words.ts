import { soundOfWord } from './sound-of-word.ts'

const LATIN = /^[a-z]+$/
const CLOSE_ENOUGH = 0.82

/**
 * How alike two words are that neither mean nor sound the same: 0, or from a bit over ½ to 1. Symmetric. Numbers are never alike; a
 * beginning of at least three letters is an abbreviation; otherwise the spellings and the sounds are compared (Jaro and Winkler).
 */
export function compareWords(one: string, other: string): number {
  const [short, long] = one.length < other.length || (one.length === other.length && one < other) ? [one, other] : [other, one]
  if (/[0-9]/.test(short) || /[0-9]/.test(long)) return 0
  if (!LATIN.test(short) || !LATIN.test(long)) return long.includes(short) && short.length > 1 ? 0.5 + short.length / long.length / 2 : short.length > 2 ? closely(jaroWinkler(short, long)) : 0
  if (short.length < 3) return 0
  const abbreviated = long.startsWith(short) ? 0.7 + 0.3 * (short.length / long.length) : 0
  if (long.length - short.length > 4) return abbreviated
  const alike = jaroWinkler(short, long)
  const sounding = alike < 0.7 ? 0 : soundsLike(short, long)
  return Math.max(abbreviated, closely(Math.max(alike, sounding)))
}

function soundsLike(short: string, long: string): number {
  const [one, other] = [soundOfWord(short), soundOfWord(long)]
  return one < other ? jaroWinkler(one, other) : jaroWinkler(other, one)
}

function closely(alike: number): number {
  return alike < CLOSE_ENOUGH ? 0 : alike
}

/** Winkler 1990: Jaro's share of common letters, raised for a common beginning of up to four. The order of the two can matter a little. */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return 1
  const reach = Math.max(0, (Math.max(one.length, other.length) >> 1) - 1)
  let taken = 0
  let common = 0
  let swapped = 0
  let last = -1
  for (let at = 0; at < one.length; at++) {
    const end = Math.min(other.length, at + reach + 1)
    for (let place = Math.max(0, at - reach); place < end && place < 31; place++) {
      if ((taken & (1 << place)) !== 0 || one.charCodeAt(at) !== other.charCodeAt(place)) continue
      taken |= 1 << place
      common++
      if (place < last) swapped++
      last = Math.max(last, place)
      break
    }
  }
  if (common === 0) return 0
  const jaro = (common / one.length + common / other.length + (common - swapped) / common) / 3
  let start = 0
  while (start < 4 && start < one.length && one[start] === other[start]) start++
  return jaro + start * 0.1 * (1 - jaro)
}
