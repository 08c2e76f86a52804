/** Days since 1 March of the year 0 of a date written `2027-03-31`, in the Gregorian calendar; no clock and no time zone is in it. */
function dayNumber(date: string): number {
  const [year, month, day] = partsOf(date)
  // The year begins in March, so that the leap day is its last.
  const [y, m] = month > 2 ? [year, month - 3] : [year - 1, month + 9]
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 1
}

/** How many days `to` comes after `from`. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** The same day so many months later, or the last one of a month that is too short for it. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = partsOf(date)
  const later = year * 12 + month - 1 + months
  const first = (count: number): string => `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-`
  const last = daysBetween(`${first(later)}01`, `${first(later + 1)}01`)
  return `${first(later)}${String(Math.min(day, last)).padStart(2, '0')}`
}

function partsOf(date: string): readonly [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
}
