export interface Png {
  /** In pixels. */
  readonly width: number
  readonly height: number
  /** Of one pixel, all its channels together. */
  readonly bits: number
  /** The rows, packed (RFC 1950). */
  readonly packed: Uint8Array
}

const HEADER = 'IHDR'
const SIGNATURE = 8
const LONGEST_SIDE = 2000
/** Channels by type of colour (PNG, table 11.1): grey, colours, palette, and the first two with transparency. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Which carry their transparency with each pixel, and have no tRNS beside (PNG 11.3.2.1). */
const WITH_ALPHA = [4, 6]
const COLOUR_TYPE = 25

/**
 * A PNG; null where it is none, is damaged, is larger than anybody prints, or interlaced: every part of it must be there, in the
 * length it says and with its checksum (PNG 5.3), and say how large it is once, for what draws it later believes these.
 */
export function readPng(bytes: Uint8Array): Png | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const packed: Uint8Array[] = []
  let head: Omit<Png, 'packed'> | null = null
  for (let at = SIGNATURE; at + 12 <= bytes.length; ) {
    const [from, end] = [at + 8, at + 8 + view.getUint32(at)]
    if (end + 4 > bytes.length || view.getUint32(end) !== checksum(bytes.subarray(at + 4, end))) return null
    const name = String.fromCharCode(...bytes.subarray(at + 4, from))
    if (at === SIGNATURE) head = name === HEADER && end - from === 13 ? headOf(view, from) : null
    else if (name === HEADER || (name === 'tRNS' && WITH_ALPHA.includes(view.getUint8(COLOUR_TYPE)))) return null
    if (head === null) return null
    if (name === 'IDAT') packed.push(bytes.subarray(from, end))
    if (name === 'IEND') return { ...head, packed: joined(packed) }
    at = end + 4
  }
  return null
}

function headOf(view: DataView, at: number): Omit<Png, 'packed'> | null {
  const [width, height, depth, channels, interlace] = [view.getUint32(at), view.getUint32(at + 4), view.getUint8(at + 8), CHANNELS[view.getUint8(at + 9)], view.getUint8(at + 12)]
  const fits = width > 0 && height > 0 && width <= LONGEST_SIDE && height <= LONGEST_SIDE
  return fits && channels !== undefined && [1, 2, 4, 8, 16].includes(depth) && interlace === 0 ? { width, height, bits: depth * channels } : null
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** CRC-32 (PNG, annex D). */
function checksum(bytes: Uint8Array): number {
  let rest = 0xffff_ffff
  for (const byte of bytes) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit += 1) rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0xedb8_8320 : rest >>> 1
  }
  return (rest ^ 0xffff_ffff) >>> 0
}
