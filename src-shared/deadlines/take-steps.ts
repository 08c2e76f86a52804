import type { WorkClock } from '../calendars/work-clock.ts'
import { instantOf } from '../foundation/instant.ts'
import type { DeadlineStep } from './deadline.ts'
import { reckonDeadline, type DeadlineFacts, type DeadlinePolicy, type ReckonedDeadline } from './reckon-deadline.ts'

export interface StepsTaken {
  readonly deadline: ReckonedDeadline
  /** The steps in their order; `recalled` is the last one there can be. */
  readonly taken: readonly (Exclude<DeadlineStep, 'running'> | 'recalled')[]
}

/**
 * Takes every step of a deadline that is to be taken by now: also after a week in which nobody looked, and again without effect.
 * @param now epoch milliseconds of the clock that decides: the server's, where there is one
 */
export function takeSteps(lead: DeadlineFacts, policies: readonly DeadlinePolicy[], clock: WorkClock, now: number): StepsTaken {
  const taken: StepsTaken['taken'][number][] = []
  let deadline = reckonDeadline(lead, policies, clock)
  while (deadline.actAt !== null && instantOf(deadline.actAt) <= now) {
    const breach = policies.find(({ id }) => id === deadline.duePolicyId)?.breach ?? 'tell'
    const over = deadline.dueAt !== null && instantOf(deadline.dueAt) <= now
    if (deadline.dueStep === 'escalated') {
      taken.push('recalled')
      break
    }
    const step: Exclude<DeadlineStep, 'running'> = !over ? 'warned' : breach === 'tell' ? 'missed' : 'escalated'
    taken.push(step)
    deadline = reckonDeadline({ ...lead, ...deadline, dueStep: step }, policies, clock)
  }
  return { deadline, taken }
}
