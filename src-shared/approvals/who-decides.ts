import { z } from 'zod'
import { instantOf } from '../foundation/instant.ts'

export const seatMemberSchema = z.strictObject({
  personId: z.string().min(1).max(100),
  name: z.string().min(1).max(200),
  /** Local dates, first and last day included; null where the absence has no such end, both null where there is none. */
  awayFrom: z.string().nullable(),
  awayTo: z.string().nullable(),
  /** Who decides while this member cannot. */
  standIn: z.strictObject({ personId: z.string().min(1).max(100), name: z.string().min(1).max(200) }).nullable(),
})
export type SeatMember = z.infer<typeof seatMemberSchema>

export interface Seat {
  readonly id: string
  readonly members: readonly SeatMember[]
  /** The seat above; null where there is none. */
  readonly aboveId: string | null
}

/** As what somebody may decide. */
export const decidingAs = ['member', 'standIn', 'above', 'delegate'] as const
export type DecidingAs = (typeof decidingAs)[number]

export interface Decider {
  readonly personId: string
  readonly name: string
  readonly as: DecidingAs
}

export interface AskedOf {
  readonly seatId: string
  /** Who asked, and whoever wrote what is asked for: nobody approves for themselves. */
  readonly partial: readonly string[]
  /** Instants. */
  readonly askedAt: string
  readonly now: string
  readonly hours: number | null
  readonly delegate: { readonly personId: string; readonly name: string } | null
}

/**
 * Who may decide a step at an instant: the members who are there; for those who are away, or partial, their stand-ins; when it is overdue
 * all stand-ins and the seat above as well; and the seat above alone where nobody else is left.
 */
export function whoDecides(asked: AskedOf, seats: readonly Seat[]): readonly Decider[] {
  const seat = seats.find(({ id }) => id === asked.seatId)
  const late = isOverdue(asked)
  const own = (seat?.members ?? []).flatMap((member): readonly Decider[] => {
    const there = !isAway(member, asked.now.slice(0, 10)) && !asked.partial.includes(member.personId)
    return [...(there ? [{ personId: member.personId, name: member.name, as: 'member' as const }] : []), ...(member.standIn !== null && (!there || late) ? [{ ...member.standIn, as: 'standIn' as const }] : [])]
  })
  const named = [...own, ...(asked.delegate === null ? [] : [{ ...asked.delegate, as: 'delegate' as const }])].filter(({ personId }) => !asked.partial.includes(personId))
  const above = late || named.length === 0 ? membersAbove(seat?.aboveId ?? null, asked, seats, new Set([asked.seatId])) : []
  const seen = new Set<string>()
  return [...named, ...above].filter(({ personId }) => !seen.has(personId) && seen.add(personId))
}

export function isOverdue({ askedAt, now, hours }: Pick<AskedOf, 'askedAt' | 'now' | 'hours'>): boolean {
  return hours !== null && instantOf(now) - instantOf(askedAt) > hours * 3_600_000
}

/** The nearest seat above with somebody in it. @param passed seats on the way, so that a ring ends */
function membersAbove(id: string | null, asked: AskedOf, seats: readonly Seat[], passed: ReadonlySet<string>): readonly Decider[] {
  const seat = seats.find((each) => each.id === id)
  if (seat === undefined || passed.has(seat.id)) return []
  const there = seat.members.filter((member) => !asked.partial.includes(member.personId) && !isAway(member, asked.now.slice(0, 10)))
  return there.length > 0 ? there.map(({ personId, name }) => ({ personId, name, as: 'above' })) : membersAbove(seat.aboveId, asked, seats, new Set([...passed, seat.id]))
}

function isAway({ awayFrom, awayTo }: SeatMember, day: string): boolean {
  return (awayFrom !== null || awayTo !== null) && (awayFrom === null || awayFrom <= day) && (awayTo === null || day <= awayTo)
}
