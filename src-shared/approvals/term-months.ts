import { addMonths } from '../foundation/calendar-date.ts'

const LONGEST = 1200

/** How many months a term of days has, a month that was begun counted as one. First and last day are included. */
export function termMonths(from: string, to: string): number {
  let months = 0
  while (months < LONGEST && addMonths(from, months) <= to) months += 1
  return months
}
