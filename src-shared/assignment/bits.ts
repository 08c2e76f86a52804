/** Masks over more than 32 positions: `start` is where a mask begins in the array. */
export function setBit(masks: Int32Array, start: number, at: number): void {
  const word = start + (at >> 5)
  masks[word] = masks[word]! | (1 << (at & 31))
}

export function hasBit(masks: Int32Array, start: number, at: number): boolean {
  return ((masks[start + (at >> 5)]! >>> (at & 31)) & 1) === 1
}

/** The position of the lowest bit of a word that is not 0. */
export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word)
}
