import type { WhatIf } from '#shared/models/what-if.ts'
import type { Words } from '#shared/locales/words.ts'

/** A figure of the what-if in words, and whether it is to be worried about. */
export interface Figure {
  readonly id: 'moved' | 'orphaned' | 'routed' | 'rehomed' | 'staying'
  readonly text: string
  readonly isBad: boolean
}

/** The figures that are not nothing, in the order of how much they matter. */
export function figuresOf(whatIf: Pick<WhatIf, 'moved' | 'orphaned' | 'routed' | 'rehomed' | 'heldOver' | 'pinned' | 'byHand'>, { models: { whatIf: { figures } } }: Words): readonly Figure[] {
  const counts = { moved: whatIf.moved, orphaned: whatIf.orphaned, rehomed: whatIf.rehomed, staying: whatIf.heldOver + whatIf.pinned + whatIf.byHand, routed: whatIf.routed } as const
  return (Object.keys(counts) as (keyof typeof counts)[]).flatMap((id) => (counts[id] === 0 ? [] : [{ id, text: figures[id](counts[id]), isBad: id === 'orphaned' }]))
}

/** Rows in which something is different, the greatest difference first; all when asked for. */
export function rowsToShow<R extends { readonly today: number; readonly after: number; readonly gained: number; readonly lost: number }>(rows: readonly R[], withUnchanged: boolean): readonly R[] {
  const difference = ({ today, after }: R): number => Math.abs(after - today)
  return (withUnchanged ? rows : rows.filter(({ gained, lost, today, after }) => gained > 0 || lost > 0 || today !== after)).toSorted((a, b) => difference(b) - difference(a) || b.gained + b.lost - (a.gained + a.lost) || b.after - a.after)
}

/** The longest bar of a table in leads, capacities too; never 0. */
export function longestBar(rows: readonly { readonly today: number; readonly after: number; readonly capacity?: number | null }[]): number {
  return Math.max(1, ...rows.flatMap(({ today, after, capacity }) => [today, after, capacity ?? 0]))
}

/** Moves of leads that a partner has, which is what a draft is about; and of those that wait for one today. */
export function movesBySource<M extends Pick<WhatIf['moves'][number], 'from'>>(moves: readonly M[]): { readonly held: readonly M[]; readonly waiting: readonly M[] } {
  return { held: moves.filter(({ from }) => from.partnerId !== null), waiting: moves.filter(({ from }) => from.partnerId === null) }
}

/** The address of the list with these leads. */
export function leadsAddress(ids: readonly string[]) {
  return { path: '/leads', query: { m: '1', f: [`id~is~${ids.join('~')}`] } }
}
