import { isUtf8 } from 'node:buffer'
import type { SourceEncoding } from '#shared/imports/source-encodings.ts'
import { plausibility } from './plausible-text.ts'

export interface DetectedEncoding {
  readonly encoding: SourceEncoding
  /** 0 to 1. 1 means proven by a byte order mark or by the bytes; below CERTAIN_ENOUGH a person should look. */
  readonly confidence: number
  /** Other encodings in which the whole text can be read, best first. */
  readonly alternatives: readonly SourceEncoding[]
  readonly byteOrderMark: 0 | 2 | 3
}

const SAMPLE_BYTES = 256 * 1024
const ESCAPE = 0x1b
/** So much better must Mac Roman read than Windows-1252, which is far more common. */
const RARITY_OF_MACINTOSH = 0.15

/** Never decides by replacing: a file that no encoding fits is reported as its most likely one, and decoding then refuses it. */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return certain('utf-8', 3)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return certain('utf-16le', 2)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return certain('utf-16be', 2)
  const wide = detectUtf16(bytes)
  if (wide !== null) return { encoding: wide, confidence: 0.95, alternatives: [], byteOrderMark: 0 }
  if (isIso2022Jp(bytes)) return { encoding: 'iso-2022-jp', confidence: 0.99, alternatives: ['utf-8'], byteOrderMark: 0 }
  if (isUtf8(bytes)) return certain('utf-8', 0)

  const sample = sampleAroundHighBytes(bytes)
  const share = shareOfUtf8(sample)
  if (share >= 0.5) return { encoding: 'utf-8', confidence: share > 0.9 ? 0.85 : 0.6, alternatives: ['windows-1252'], byteOrderMark: 0 }
  // One letter tells little, four tell enough.
  const high = sample.reduce((count, byte) => (byte >= 0x80 ? count + 1 : count), 0)
  const ranked = (['shift_jis', 'euc-jp', 'windows-1252', 'macintosh'] as const)
    .map((encoding) => ({ encoding, score: plausibility(sample, encoding) - (encoding === 'macintosh' ? RARITY_OF_MACINTOSH : 0) }))
    .sort((left, right) => right.score - left.score)
  const best = ranked[0]!
  const margin = best.score - Math.max(0, ranked[1]!.score)
  return {
    encoding: best.encoding,
    confidence: Math.max(0.3, Math.min(0.98, 0.55 + margin / 2, 0.55 + best.score / 2, 0.6 + high / 10)),
    alternatives: ranked.slice(1).filter((other) => other.score > 0).map((other) => other.encoding),
    byteOrderMark: 0,
  }
}

function certain(encoding: SourceEncoding, byteOrderMark: 0 | 2 | 3): DetectedEncoding {
  return { encoding, confidence: 1, alternatives: [], byteOrderMark }
}

/** Without a mark: line ends, quotes and delimiters are ASCII in every table, so their zero bytes tell which half comes first. */
function detectUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 !== 0 || !bytes.subarray(0, SAMPLE_BYTES).includes(0)) return null
  let little = 0
  let big = 0
  const end = Math.min(bytes.length, SAMPLE_BYTES)
  for (let index = 0; index < end; index += 2) {
    const first = bytes[index]!
    const second = bytes[index + 1]!
    if (isTableAscii(first) && second === 0) little++
    else if (first === 0 && isTableAscii(second)) big++
  }
  const units = end / 2
  if (little > big * 8 && little > units / 100) return 'utf-16le'
  if (big > little * 8 && big > units / 100) return 'utf-16be'
  return null
}

function isTableAscii(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09
}

function isIso2022Jp(bytes: Uint8Array): boolean {
  let designations = 0
  for (let at = bytes.indexOf(ESCAPE); at !== -1; at = bytes.indexOf(ESCAPE, at + 1)) {
    const set = (bytes[at + 1]! << 8) | bytes[at + 2]!
    if (set === 0x2440 || set === 0x2442 || set === 0x284a || set === 0x2842 || set === 0x2849) designations++
  }
  return designations > 0 && !bytes.some((byte) => byte >= 0x80)
}

/** Up to SAMPLE_BYTES of whole lines that hold bytes over 0x7f: only these tell the encodings apart. */
function sampleAroundHighBytes(bytes: Uint8Array): Uint8Array {
  const lines: Uint8Array[] = []
  let taken = 0
  for (let start = 0; start < bytes.length && taken < SAMPLE_BYTES; ) {
    let end = start
    let high = false
    while (end < bytes.length && bytes[end] !== 0x0a && bytes[end] !== 0x0d && end - start < SAMPLE_BYTES) {
      high ||= bytes[end]! >= 0x80
      end++
    }
    if (high) {
      lines.push(bytes.subarray(start, end + 1))
      taken += end - start
    }
    start = end + 1
  }
  return Buffer.concat(lines)
}

/** Share of the sequences starting with a high byte that are well-formed UTF-8: a damaged file keeps most of them, other encodings have few. */
function shareOfUtf8(bytes: Uint8Array): number {
  let good = 0
  let bad = 0
  for (let index = 0; index < bytes.length; ) {
    const lead = bytes[index]!
    const length = lead < 0x80 ? 1 : lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0
    const whole = length > 0 && bytes.subarray(index + 1, index + length).every((byte) => byte >= 0x80 && byte < 0xc0)
    if (lead >= 0x80) {
      if (whole) good++
      else bad++
    }
    index += whole ? length : 1
  }
  return good / Math.max(1, good + bad)
}
