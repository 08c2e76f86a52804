const PNG_SIGNATURE = 8
const [END_OF_IMAGE, START_OF_SCAN, FIRST_RESTART, LAST_RESTART, TEMPORARY] = [0xd9, 0xda, 0xd0, 0xd7, 0x01]

/** Where a picture ends by its own account, whatever comes behind; null where it does not end. */
export function endOfPicture(type: 'image/png' | 'image/jpeg', bytes: Uint8Array): number | null {
  return type === 'image/png' ? endOfPng(bytes) : endOfJpeg(bytes)
}

/** PNG 5.3: length, name, content and checksum, until IEND. */
function endOfPng(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = PNG_SIGNATURE; at + 12 <= bytes.length; ) {
    const next = at + 12 + view.getUint32(at)
    if (next > bytes.length) return null
    if (String.fromCharCode(...bytes.subarray(at + 4, at + 8)) === 'IEND') return next
    at = next
  }
  return null
}

/** JPEG B.1.1: segments that say their length, and between them scans, in which a marker is never 0 and never a restart. */
function endOfJpeg(bytes: Uint8Array): number | null {
  let at = 2
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]!
    if (marker === 0xff) at += 1
    else if (marker === END_OF_IMAGE) return at + 2
    else if (isBare(marker)) at += 2
    else {
      const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
      if (length < 2) return null
      at += 2 + length
      if (marker === START_OF_SCAN) at = nextMarker(bytes, at)
    }
  }
  return null
}

const isBare = (marker: number): boolean => marker === TEMPORARY || (marker >= FIRST_RESTART && marker <= LAST_RESTART)

function nextMarker(bytes: Uint8Array, from: number): number {
  let at = from
  while (at + 1 < bytes.length && (bytes[at] !== 0xff || bytes[at + 1] === 0 || isBare(bytes[at + 1]!))) at += 1
  return at
}
