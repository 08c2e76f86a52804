import type { AssignmentSummary } from '#shared/assignment/assignment.contract.ts'
import type { Decision, Ineligibility } from '#shared/assignment/decision.ts'

export type Share = AssignmentSummary['byPartner'][number]
export type Scope = AssignmentSummary['scope']

/** What the run would do in one number each: leads that are given, to how many partners. */
export interface Gift {
  readonly leads: number
  readonly partners: number
}

/** Leads that the run gives to a partner who does not hold them now, and how many partners receive some. */
export function giftOf({ assigned, unchanged, moves }: Pick<AssignmentSummary, 'assigned' | 'unchanged' | 'moves'>): Gift {
  return { leads: assigned - unchanged, partners: new Set(moves.flatMap(({ to }) => (to === null ? [] : [to]))).size }
}

/** Every lead looked at is in exactly one of the figures after the first. */
export function figuresOf({ considered, assigned, moved, unchanged, kept, unroutable }: AssignmentSummary) {
  return { considered, assigned: assigned - moved - unchanged, moved, kept: kept + unchanged, unroutable }
}

/** The rows in which something changes, the greatest change first; all of them, most leads first, when asked for. */
export function sharesToShow(shares: readonly Share[], withUnchanged: boolean): readonly Share[] {
  if (withUnchanged) return shares
  return shares.filter(({ leads, today }) => leads !== today).toSorted((a, b) => Math.abs(b.leads - b.today) - Math.abs(a.leads - a.today) || b.leads - a.leads)
}

/** The longest bar of a table, in leads; never 0. */
export function longestBar(shares: readonly Share[]): number {
  return Math.max(1, ...shares.map(({ leads, today }) => Math.max(leads, today)))
}

/** `+12`, `−3`, `±0`, with a real minus. */
export function changeText(change: number, number: (value: number) => string): string {
  if (change === 0) return '±0'
  return change > 0 ? `+${number(change)}` : `−${number(-change)}`
}

export interface CommonReason {
  readonly reason: Ineligibility
  /** Candidates against whom it speaks. */
  readonly candidates: number
}

/** What speaks against a decision's candidates, the commonest first; facts that differ (dates, numbers) are told apart. */
export function commonReasons({ candidates }: Pick<Decision, 'candidates'>): readonly CommonReason[] {
  const counted = Map.groupBy(candidates.flatMap(({ reasons }) => reasons), (reason) => JSON.stringify(reason))
  return [...counted.values()].flatMap((same) => (same[0] === undefined ? [] : [{ reason: same[0], candidates: same.length }])).toSorted((a, b) => b.candidates - a.candidates)
}
