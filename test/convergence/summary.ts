import type { Tally } from './many-seeds.ts'

/** How many seeds, how fast, what was violated, and how often each kind of thing happened. */
export function summary({ seeds, seconds, coreSeconds, violations, counts }: Tally): string {
  const happened = Object.entries(counts).toSorted(([, a], [, b]) => b - a).map(([kind, count]) => `${kind} ${count}`)
  return `${seeds} seeds in ${seconds.toFixed(0)} s, ${violations.length} violations; a seed takes ${(coreSeconds / seeds).toFixed(3)} s of a core\n  ${happened.join(', ')}`
}
