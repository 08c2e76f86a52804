const HEADER = [0x49, 0x48, 0x44, 0x52]
const SIGNATURE = 8
const LONGEST_SIDE = 4000

/**
 * How many pixels a PNG has; null where it is none, is damaged, or is larger than anybody prints: every part of it must be there, in the
 * length it says and with its checksum (PNG 5.3), for what draws it later believes these.
 */
export function pngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [width, height] = bytes.length < SIGNATURE + 25 || !HEADER.every((byte, at) => bytes[SIGNATURE + 4 + at] === byte) ? [0, 0] : [view.getUint32(SIGNATURE + 8), view.getUint32(SIGNATURE + 12)]
  if (width === 0 || height === 0 || width > LONGEST_SIDE || height > LONGEST_SIDE) return null
  for (let at = SIGNATURE; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const end = at + 8 + length
    if (end + 4 > bytes.length || view.getUint32(end) !== checksum(bytes.subarray(at + 4, end))) return null
    if (String.fromCharCode(...bytes.subarray(at + 4, at + 8)) === 'IEND') return { width, height }
    at = end + 4
  }
  return null
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
