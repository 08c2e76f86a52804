/*
 * Instants are ISO 8601 texts in UTC, dates `YYYY-MM-DD`; for reckoning they are numbers. Here alone shared code may name `Date`:
 * it turns texts into numbers and back, and is never asked for the time.
 */
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** Epoch milliseconds of an instant. */
export function instantOf(text: string): number {
  return Date.parse(text)
}

export function instantText(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

/** The latest date that it is anywhere at an instant: no clock is further ahead of UTC than 14 hours. */
export function latestDate(instant: string): string {
  return instantText(instantOf(instant) + 14 * HOUR_MS).slice(0, 10)
}

/** Days since 1970 of a date. */
export function dayNumber(date: string): number {
  return Math.floor(Date.parse(date) / DAY_MS)
}

export function dateText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}
