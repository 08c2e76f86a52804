/** FNV-1a over UTF-16, 32 bits. */
export function hash(text: string, seed: number): number {
  return hashPart(text, 0, text.length, seed)
}

export function hashPart(text: string, from: number, to: number, seed: number): number {
  let mixed = seed
  for (let at = from; at < to; at++) mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
