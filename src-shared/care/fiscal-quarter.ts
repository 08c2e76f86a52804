import { dateText, dayNumber } from '../foundation/instant.ts'

export interface FiscalQuarter {
  /** `2026-Q4`: the year in which the fiscal year begins, and which quarter of it. */
  readonly quarter: string
  /** Both included. */
  readonly startsOn: string
  readonly endsOn: string
}

/** The quarter that a date lies in. @param fiscalStart the month (1 to 12) in which the fiscal year begins */
export function fiscalQuarter(date: string, fiscalStart: number): FiscalQuarter {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))]
  const since = (month - fiscalStart + 12) % 12
  const fiscalYear = month < fiscalStart ? year - 1 : year
  const at = Math.floor(since / 3)
  return { quarter: `${String(fiscalYear).padStart(4, '0')}-Q${at + 1}`, startsOn: firstOf(fiscalYear, fiscalStart + at * 3), endsOn: dateText(dayNumber(firstOf(fiscalYear, fiscalStart + at * 3 + 3)) - 1) }
}

/** The quarter before. */
export function quarterBefore({ startsOn }: FiscalQuarter, fiscalStart: number): FiscalQuarter {
  return fiscalQuarter(dateText(dayNumber(startsOn) - 1), fiscalStart)
}

/** @param month counts on beyond 12 into the next year */
function firstOf(year: number, month: number): string {
  const over = Math.floor((month - 1) / 12)
  return `${String(year + over).padStart(4, '0')}-${String(month - over * 12).padStart(2, '0')}-01`
}
