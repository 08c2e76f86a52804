const buckets = Array.from({ length: 256 }, (_, at) => at.toString(16).padStart(2, '0'))
const EMPTY_BUCKET = '00000000'
const NO_ROWS = EMPTY_BUCKET.repeat(buckets.length)

/** A table's checksum: of each bucket eight hexadecimal digits, by the last two of its rows' ids. @param sums of those that hold rows */
export function checksumOf(sums: ReadonlyMap<string, string>): string {
  return sums.size === 0 ? NO_ROWS : buckets.map((bucket) => sums.get(bucket) ?? EMPTY_BUCKET).join('')
}
