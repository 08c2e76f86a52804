import type { SourceEncoding } from '#shared/imports/source-encodings.ts'

export type DecodedText =
  | { readonly ok: true; readonly text: string }
  /** `readable`: the text before the first bytes that the encoding does not allow. */
  | { readonly ok: false; readonly readable: string }

/** Bytes that windows-1252 leaves undefined; decoders map them to control characters instead of refusing. */
const UNDEFINED_IN_1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d]

/** Strict: never puts U+FFFD in place of bytes it cannot read. */
export function decodeText(bytes: Uint8Array, encoding: SourceEncoding): DecodedText {
  if (encoding === 'windows-1252') return decodeWestern(bytes)
  const whole = tryDecode(bytes, encoding, false)
  if (whole !== null) return { ok: true, text: whole }
  // The longest prefix that decodes (an unfinished sequence at its end is allowed there) ends where the trouble is.
  let readable = 0
  let failing = bytes.length
  while (failing - readable > 1) {
    const middle = (readable + failing) >>> 1
    if (tryDecode(bytes.subarray(0, middle), encoding, true) === null) failing = middle
    else readable = middle
  }
  return { ok: false, readable: tryDecode(bytes.subarray(0, readable), encoding, true) ?? '' }
}

function tryDecode(bytes: Uint8Array, encoding: SourceEncoding, partial: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: partial })
  } catch {
    return null
  }
}

function decodeWestern(bytes: Uint8Array): DecodedText {
  const positions = UNDEFINED_IN_1252.map((byte) => bytes.indexOf(byte)).filter((position) => position !== -1)
  const decoder = new TextDecoder('windows-1252')
  if (positions.length === 0) return { ok: true, text: decoder.decode(bytes) }
  return { ok: false, readable: decoder.decode(bytes.subarray(0, Math.min(...positions))) }
}
