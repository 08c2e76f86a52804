/** SHA-256 (FIPS 180-4) of a text's UTF-8, in hex: the same on every desk, in the window and on the central API, at once and without a promise. */
export function sha256(text: string): string {
  const blocks = padded(utf8(text))
  const state = [...INITIAL]
  const schedule = new Int32Array(64)
  for (let at = 0; at < blocks.length; at += 16) {
    for (let t = 0; t < 16; t++) schedule[t] = blocks[at + t]!
    for (let t = 16; t < 64; t++) {
      const [before, later] = [schedule[t - 15]!, schedule[t - 2]!]
      const s0 = turned(before, 7) ^ turned(before, 18) ^ (before >>> 3)
      const s1 = turned(later, 17) ^ turned(later, 19) ^ (later >>> 10)
      schedule[t] = (schedule[t - 16]! + s0 + schedule[t - 7]! + s1) | 0
    }
    mix(state, schedule)
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

function mix(state: number[], schedule: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number]
  for (let t = 0; t < 64; t++) {
    const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[t]! + schedule[t]!) | 0
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0]
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at] = (state[at]! + word) | 0
}

/** The bytes, a one, noughts, and the length in bits, as words of 32 bits. */
function padded(bytes: readonly number[]): Int32Array {
  const words = new Int32Array(((bytes.length + 8) >> 6) * 16 + 16)
  for (const [at, byte] of [...bytes, 0x80].entries()) words[at >> 2]! |= byte << (24 - (at & 3) * 8)
  words[words.length - 2] = Math.floor(bytes.length / 2 ** 29)
  words[words.length - 1] = bytes.length << 3
  return words
}

function utf8(text: string): readonly number[] {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code))
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code))
  }
  return bytes
}

const tail = (code: number): number => 0x80 | (code & 0x3f)
const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

const PRIMES = primes(64)
/** The first 32 bits of the broken part of the square roots of the first primes, and of their cube roots. */
const INITIAL = PRIMES.slice(0, 8).map((prime) => brokenPart(Math.sqrt(prime)))
const ROUND = PRIMES.map((prime) => brokenPart(Math.cbrt(prime)))

function brokenPart(root: number): number {
  return Math.floor((root % 1) * 2 ** 32) | 0
}

function primes(count: number): readonly number[] {
  const found: number[] = []
  for (let candidate = 2; found.length < count; candidate++) if (found.every((prime) => candidate % prime !== 0)) found.push(candidate)
  return found
}
