/** Share of common pairs of letters (Dice): 1 for the same text, 0 for texts with nothing in common. */
export function likeness(left: string, right: string): number {
  const rest = pairs(right)
  let common = 0
  for (const pair of pairs(left)) {
    const at = rest.indexOf(pair)
    if (at === -1) continue
    rest.splice(at, 1)
    common++
  }
  return (2 * common) / Math.max(1, left.length + right.length - 2)
}

function pairs(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2))
}
