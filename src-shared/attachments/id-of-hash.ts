/** The first half of a SHA-256 in the form of a UUID: the same content is one row, by whoever brings it. */
export function idOfHash(hash: string): string {
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
