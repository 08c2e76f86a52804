/**
 * Which of some items fit side by side: as many as do, from the first, and the one that must be seen.
 * @param room pixels for all items; `reserve` of it goes to the button that holds the rest, where there is a rest
 */
export function fitItems(widths: readonly number[], room: number, { gap, reserve, must = -1 }: { readonly gap: number; readonly reserve: number; readonly must?: number }): ReadonlySet<number> {
  const all = widths.map((_, at) => at)
  const taken = (items: readonly number[]): number => items.reduce((sum, at) => sum + (widths[at] ?? 0) + gap, 0)
  if (taken(all) - gap <= room) return new Set(all)
  for (let count = all.length - 1; count > 0; count -= 1) {
    const items = must < count ? all.slice(0, count) : [...all.slice(0, count - 1), must]
    if (taken(items) + reserve <= room) return new Set(items)
  }
  return new Set(must < 0 ? [] : [must])
}
