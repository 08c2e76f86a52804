import { inflateSync } from 'node:zlib'
import type { Png } from '#shared/attachments/read-png.ts'

const FILTERS = 4

/** Whether a picture holds its pixels, row by row. What draws them throws at others when nobody can catch it any more. */
export function isDrawable({ width, height, bits, packed }: Png): boolean {
  const row = 1 + Math.ceil((width * bits) / 8)
  try {
    const rows = inflateSync(packed, { maxOutputLength: height * row })
    return rows.length === height * row && Array.from({ length: height }, (_, at) => rows[at * row]!).every((filter) => filter <= FILTERS)
  } catch {
    return false
  }
}
