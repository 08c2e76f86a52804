const DAY = 86_400_000

/** The instant so many days (fractions allowed) after another; both ISO 8601 in UTC. */
export function daysAfter(instant: string, days: number): string {
  return new Date(Date.parse(instant) + Math.round(days * DAY)).toISOString()
}

/** The date so many days after an instant. */
export function dateAfter(instant: string, days: number): string {
  return daysAfter(instant, days).slice(0, 10)
}
