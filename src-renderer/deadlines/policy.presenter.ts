import type { RowOf } from '#shared/foundation/table.ts'
import type { deadlinePolicies } from '#shared/deadlines/deadline-policy.table.ts'
import type { Words } from '#shared/locales/words.ts'
import { workingTime } from '../leads/deadline.presenter.ts'
import type { Formats } from '../shell/formats.ts'

export type Policy = RowOf<typeof deadlinePolicies>

/** For which leads a policy holds and how much time it gives, in a line. */
export function policySummary({ minutes, countries, sources }: Policy, w: Words, formats: Formats): string {
  const { any, market, source, summary } = w.deadlines.policies
  return summary(workingTime(minutes, w), market(countries.length === 0 ? any : formats.list(countries.map(formats.country))), source(sources.length === 0 ? any : formats.list(sources)))
}

const DAY = 9 * 60

/** What most channel programs begin with, for working days of nine hours. */
export const usualPolicies = [
  { kind: 'accept', minutes: 2 * DAY, warnAt: 75, breach: 'recall', grace: DAY },
  { kind: 'firstTouch', minutes: DAY, warnAt: 75, breach: 'recall', grace: 2 * DAY },
  { kind: 'cadence', minutes: 5 * DAY, warnAt: 80, breach: 'escalate', grace: 0 },
  { kind: 'conversion', minutes: 30 * DAY, warnAt: 80, breach: 'escalate', grace: 0 },
] as const
