import type { Seat } from './who-decides.ts'

/** Whether a seat would come to lie above itself. @param above the one that shall be above it, and all above that */
export function aboveIsRing(id: string, aboveId: string, above: readonly Pick<Seat, 'id' | 'aboveId'>[]): boolean {
  return aboveId === id || above.some((seat) => seat.id === id || seat.aboveId === id)
}
