import { one, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { approvalSeats } from './approval-policy.table.ts'
import { whoDecides, type AskedOf, type Decider } from './who-decides.ts'

type SeatRow = RowOf<typeof approvalSeats>

/** A seat and all above it, each once. */
export function* gatherSeats(id: string): Generator<Question, readonly SeatRow[], unknown> {
  const seats: SeatRow[] = []
  for (let next: string | null = id; next !== null && !seats.some((seat) => seat.id === next); ) {
    const seat: SeatRow | undefined = yield* one(approvalSeats, next)
    if (seat === undefined) break
    seats.push(seat)
    next = seat.aboveId
  }
  return seats
}

/** Who may decide, and the seat that was asked, which may have gone. */
export function* gatherDeciders(asked: AskedOf): Generator<Question, { readonly seat: SeatRow | undefined; readonly deciders: readonly Decider[] }, unknown> {
  const seats = yield* gatherSeats(asked.seatId)
  return { seat: seats[0], deciders: whoDecides(asked, seats) }
}
