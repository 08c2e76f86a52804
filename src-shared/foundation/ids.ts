const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** RFC 9562 version 7: 48 bits of milliseconds, then a counter and random bits, so that ids sort by the time they were made. */
export const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

export type IdMaker = () => string

/**
 * Makes UUIDv7 ids that increase strictly, even within one millisecond and when the clock steps back.
 * @param now milliseconds since 1970
 * @param random fills the given bytes with randomness
 */
export function createIdMaker(now: () => number, random: (bytes: Uint8Array) => void): IdMaker {
  let lastMilliseconds = 0
  let counter = 0
  let time = timePart(0)
  const pool = new Uint8Array(4096)
  let used = pool.length

  return () => {
    const milliseconds = Math.max(now(), lastMilliseconds)
    if (milliseconds > lastMilliseconds) {
      lastMilliseconds = milliseconds
      counter = 0
      time = timePart(milliseconds)
    } else {
      counter += 1
      if (counter > 0xfff) {
        lastMilliseconds += 1
        counter = 0
        time = timePart(lastMilliseconds)
      }
    }
    if (used + 8 > pool.length) {
      random(pool)
      used = 0
    }
    const variant = HEX[((pool[used] ?? 0) & 0x3f) | 0x80] ?? ''
    let tail = ''
    for (let offset = 1; offset < 8; offset += 1) tail += HEX[pool[used + offset] ?? 0] ?? ''
    used += 8
    return `${time}-7${HEX[counter >> 8]?.[1] ?? ''}${HEX[counter & 0xff] ?? ''}-${variant}${tail.slice(0, 2)}-${tail.slice(2)}`
  }
}

function timePart(milliseconds: number): string {
  const digits = milliseconds.toString(16).padStart(12, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8)}`
}
