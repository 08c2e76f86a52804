import type { QuoteLine } from './quote-rows.ts'

type Placed = Pick<QuoteLine, 'id' | 'place' | 'parentId'>

const STEP = 1024

/** A quote's lines in their order: each bundle followed by its options, so that two people's moves cannot tear one apart. */
export function orderLines<Line extends Placed>(lines: readonly Line[]): readonly Line[] {
  const ids = new Set(lines.map(({ id }) => id))
  const sorted = lines.toSorted((one, other) => one.place - other.place || (one.id < other.id ? -1 : 1))
  const below = Map.groupBy(sorted.filter(({ parentId }) => parentId !== null && ids.has(parentId)), ({ parentId }) => parentId)
  return sorted.filter(({ parentId }) => parentId === null || !ids.has(parentId)).flatMap((line) => [line, ...(below.get(line.id) ?? [])])
}

export interface Placing {
  /** One for each new line. */
  readonly places: readonly number[]
  /** Lines that had to make room, with their new places. */
  readonly moved: readonly { readonly id: string; readonly place: number }[]
}

/**
 * Places for `count` lines before the line `before`, or at the end. Options of bundles are not counted: they go with theirs.
 * @param lines the others
 */
export function placeLines(lines: readonly Placed[], count: number, before: string | null): Placing {
  const all = orderLines(lines)
  const next = all.find(({ id }) => id === before)
  const roots = all.filter(({ parentId }) => parentId === null || !all.some(({ id }) => id === parentId))
  const found = roots.findIndex(({ id }) => id === (next?.parentId ?? next?.id))
  const at = found < 0 ? roots.length : found
  const low = roots[at - 1]?.place ?? (roots[at]?.place ?? STEP) - STEP * (count + 1)
  const high = roots[at]?.place ?? low + STEP * (count + 1)
  const step = Math.floor((high - low) / (count + 1))
  if (step >= 1) return { places: Array.from({ length: count }, (_, index) => low + step * (index + 1)), moved: [] }
  const moved = roots.map(({ id, place }, index) => ({ id, from: place, place: STEP * (index < at ? index + 1 : index + count + 1) }))
  return { places: Array.from({ length: count }, (_, index) => STEP * (at + index + 1)), moved: moved.filter(({ from, place }) => from !== place).map(({ id, place }) => ({ id, place })) }
}
