import { CLOSED, GIVEN_BY_HAND, GIVEN_BY_RULES, HELD_BACK, HELD_OVER, PINNED, RELEASED, SAME_VERSION, WORKED, type LeadColumns } from './lead-columns.ts'

/** Leads without a partner; these and what lies elsewhere on the map by now; all that the rules may move; or one, as the first of these would decide it. */
export type Scope = 'unassigned' | 'realign' | 'all' | { readonly only: number }

/** What a run does with a lead: nothing (it is history, or held back), leave it to a person or to work begun, leave it where rules put it, or decide it. */
export const PAST = 0
export const HELD = 1
/** Placed by other rules: stays, but not as part of this order. */
export const PLACED_BEFORE = 2
/** Placed by these very rules: takes part at its place in the order, as if decided again. */
export const PLACED = 3
/** From here on the rules are asked. */
export const FREE = 4
/** Placed by other rules: stays if the map has it in the same place, and is decided if not. */
export const MOVABLE = 5

export function standingsOf(today: string, leads: LeadColumns, scope: Scope): Uint8Array {
  const { count, state, flags, partner, manualUntil, dictionaries } = leads
  const isOver = Uint8Array.from(dictionaries.manualUntil.values, (date) => (date !== null && date < today ? 1 : 0))
  const placedBefore = scope === 'all' ? FREE : scope === 'realign' ? MOVABLE : PLACED_BEFORE
  const standings = new Uint8Array(count)
  for (let lead = 0; lead < count; lead += 1) {
    const flag = flags[lead]!
    const isPlaced = (flag & (GIVEN_BY_RULES | SAME_VERSION)) === (GIVEN_BY_RULES | SAME_VERSION)
    if (state[lead] === CLOSED) standings[lead] = PAST
    else if (partner[lead] === 0 || state[lead] === RELEASED) standings[lead] = (flag & HELD_BACK) === 0 ? FREE : PAST
    else if (state[lead] === WORKED || ((flag & PINNED) !== 0 && !isPlaced)) standings[lead] = HELD
    else if ((flag & GIVEN_BY_HAND) !== 0) standings[lead] = isOver[manualUntil[lead]!] === 1 ? FREE : HELD
    else if (isPlaced) standings[lead] = PLACED
    else standings[lead] = (flag & HELD_OVER) !== 0 ? PLACED_BEFORE : placedBefore
  }
  return standings
}
