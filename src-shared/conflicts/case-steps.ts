import { askCalendarClock } from '../deadlines/deadline-facts.ts'
import type { CaseTimes } from '../engagement/clause.ts'
import type { Question } from '../foundation/command.ts'
import { instantOf, instantText } from '../foundation/instant.ts'
import type { CaseState } from './conflict-case.ts'

/** What a case waits for at each step, and so which of the rules' times runs; null: nothing. */
const runningTime = {
  detected: 'triage',
  triage: 'decision',
  evidenceRequested: 'evidence',
  underReview: 'decision',
  decided: 'appeal',
  appealed: 'decision',
  final: null,
} as const satisfies Readonly<Record<CaseState, keyof CaseTimes | null>>

/** When a step that begins now is to be over, in the house's working time. */
export function* askDueAt(state: CaseState, times: CaseTimes, now: string): Generator<Question, string | null, unknown> {
  const time = runningTime[state]
  if (time === null) return null
  const clock = yield* askCalendarClock(times.calendar, times.timeZone)
  return instantText(clock.add(instantOf(now), times[time]))
}
