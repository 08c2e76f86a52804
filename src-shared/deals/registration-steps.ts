import { instantOf, instantText } from '../foundation/instant.ts'
import type { RowOf } from '../foundation/table.ts'
import type { OpportunityStage } from '../opportunities/opportunity.ts'
import { closePatch, frozenBy } from './protection.ts'
import type { registrations } from './registration.table.ts'
import { waitingStatuses } from './registration.ts'

type Registration = RowOf<typeof registrations>
export type RegistrationStep = 'reviewMissed' | 'unanswered' | 'reminded' | 'stale' | 'expired' | 'won' | 'lost'

const DAY_MS = 86_400_000

/** What is due next of a registration, and when; null: nothing runs. */
export function nextStep(registration: Registration): { readonly step: RegistrationStep; readonly at: string } | null {
  const { status, reviewDueAt, reviewMissed, answerDueAt } = registration
  if ((waitingStatuses as readonly string[]).includes(status)) return reviewDueAt === null || reviewMissed || registration.caseId !== null ? null : { step: 'reviewMissed', at: reviewDueAt }
  if (status === 'actionRequired') return answerDueAt === null || registration.approved !== null ? null : { step: 'unanswered', at: answerDueAt }
  return status === 'approved' && frozenBy(registration) === null ? nextOfWindow(registration) : null
}

function nextOfWindow({ terms, protectedUntil, activeAt, reminded }: Registration): ReturnType<typeof nextStep> {
  if (protectedUntil === null) return null
  const before = (days: number): string => instantText(instantOf(protectedUntil) - days * DAY_MS)
  const reminder = terms?.reminderDays.toSorted((a, b) => b - a)[reminded]
  const stale = terms?.staleDays == null || activeAt === null ? null : instantText(instantOf(activeAt) + terms.staleDays * DAY_MS)
  const steps: { step: RegistrationStep; at: string }[] = [
    ...(reminder === undefined ? [] : [{ step: 'reminded' as const, at: before(reminder) }]),
    ...(stale === null ? [] : [{ step: 'stale' as const, at: stale }]),
    { step: 'expired', at: protectedUntil },
  ]
  return steps.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))[0] ?? null
}

/** A registration with `actAt` as it must be. */
export function settled(patch: Partial<Registration>, registration: Registration): Partial<Registration> {
  return { ...patch, actAt: nextStep({ ...registration, ...patch })?.at ?? null }
}

/**
 * Takes every step that is due by now: also after a week in which nobody looked, and again without effect. Business that was won or
 * lost meanwhile does not expire, it closes (field.md B3, 11).
 * @param stage the linked opportunity's, if there is one
 */
export function takeRegistrationSteps(registration: Registration, stage: OpportunityStage | undefined, now: string): { readonly patch: Partial<Registration>; readonly taken: readonly RegistrationStep[] } {
  let current = registration
  const taken: RegistrationStep[] = []
  for (let next = nextStep(current); next !== null && next.at <= now; next = nextStep(current)) {
    const step = next.step === 'expired' || next.step === 'stale' ? (stage === 'won' || stage === 'lost' ? stage : next.step) : next.step
    taken.push(step)
    current = { ...current, ...patchOf(step, current, next.at, now) }
  }
  return { patch: settled(changed(registration, current), registration), taken }
}

function patchOf(step: RegistrationStep, registration: Registration, at: string, now: string): Partial<Registration> {
  switch (step) {
    case 'reviewMissed':
      return { reviewMissed: true }
    case 'reminded':
      return { reminded: registration.reminded + 1 }
    case 'unanswered':
      return { status: 'withdrawn', endReason: 'unanswered', endedAt: at, asked: null, answerDueAt: null }
    case 'won':
    case 'lost':
      return closePatch(registration, step, now)
    case 'stale':
    case 'expired':
      return { status: 'expired', endReason: step === 'stale' ? 'stale' : 'window', endedAt: at }
  }
}

function changed(before: Registration, after: Registration): Partial<Registration> {
  const columns = (Object.keys(after) as (keyof Registration)[]).filter((column) => after[column] !== before[column])
  return Object.fromEntries(columns.map((column) => [column, after[column]]))
}
