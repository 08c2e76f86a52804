import Holidays from 'date-holidays'

export interface PublicHoliday {
  readonly date: string
  readonly name: string
}

const DAY_MS = 86_400_000

/**
 * The public holidays of a year, named in the country's own language; null where none are known for the code.
 * @param code ISO 3166-1, optionally with a region and a district (`DE-BY`)
 */
export function publicHolidays(code: string, year: number): readonly PublicHoliday[] | null {
  const [country = '', region, district] = code.split('-')
  const calendar = new Holidays()
  if (calendar.getCountries()[country] === undefined) return null
  calendar.init(country, region ?? '', district ?? '')
  return calendar
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .flatMap(({ date, name, start, end }) => datesOf(date, (end.getTime() - start.getTime()) / DAY_MS).map((day) => ({ date: day, name })))
    .filter(({ date }, at, all) => date.startsWith(String(year)) && all.findIndex((other) => other.date === date) === at)
}

/** Each local date of a holiday of one or more days. */
function datesOf(first: string, days: number): readonly string[] {
  const begins = Date.parse(first.slice(0, 10))
  return Array.from({ length: Math.max(1, Math.round(days)) }, (_, day) => new Date(begins + day * DAY_MS).toISOString().slice(0, 10))
}
