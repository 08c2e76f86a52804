import { instantOf, instantText } from '../foundation/instant.ts'
import type { RowOf } from '../foundation/table.ts'
import type { WorkClock } from '../calendars/work-clock.ts'
import type { leads } from '../leads/lead.table.ts'
import type { DeadlineKind } from './deadline.ts'
import type { deadlinePolicies } from './deadline-policy.table.ts'

type Lead = RowOf<typeof leads>
export type DeadlinePolicy = RowOf<typeof deadlinePolicies>

/** What the deadline that comes first says, as a lead keeps it. `actAt`: when the next step is to be taken (warn, escalate, recall). */
export type ReckonedDeadline = Pick<Lead, 'dueKind' | 'dueFrom' | 'dueAt' | 'duePolicyId' | 'dueStep' | 'actAt'>
export type DeadlineFacts = ReckonedDeadline & Pick<Lead, 'stage' | 'country' | 'source' | 'assignedAt' | 'acceptedAt' | 'firstTouchAt' | 'lastTouchAt' | 'pauses'>

export const NO_DEADLINE: ReckonedDeadline = { dueKind: null, dueFrom: null, dueAt: null, duePolicyId: null, dueStep: null, actAt: null }

/**
 * The deadline of a lead that comes first, in the working time of its partner.
 * A deadline that has begun keeps its step; a new one is `running`. While a pause is open nothing is due.
 */
export function reckonDeadline(lead: DeadlineFacts, policies: readonly DeadlinePolicy[], clock: WorkClock): ReckonedDeadline {
  let first: { readonly kind: DeadlineKind; readonly from: string; readonly policy: DeadlinePolicy; readonly due: number } | undefined
  const pauses = pausesOf(lead)
  if (pauses.at(-1)?.to === null) return { ...lastReckoned(lead), dueAt: null, actAt: null }
  for (const [kind, from] of runningFor(lead)) {
    const policy = policyFor(kind, lead, policies)
    if (policy === undefined) continue
    const due = clock.addOutside(pauses, instantOf(from), policy.minutes)
    if (due !== null && (first === undefined || due < first.due)) first = { kind, from, policy, due }
  }
  if (first === undefined) return NO_DEADLINE
  const { kind, from, policy, due } = first
  const step = lead.dueKind === kind && lead.dueFrom === from ? (lead.dueStep ?? 'running') : 'running'
  const warning = policy.warnAt === null ? due : clock.addOutside(pauses, instantOf(from), (policy.minutes * policy.warnAt) / 100)
  const recall = policy.breach === 'recall' ? clock.add(due, policy.grace) : null
  const act = { running: warning, warned: due, escalated: recall, missed: null }[step]
  return { dueKind: kind, dueFrom: from, dueAt: instantText(due), duePolicyId: policy.id, dueStep: step, actAt: act === null ? null : instantText(act) }
}

/** Which policy holds for a lead; undefined where none does. */
export function policyFor(kind: DeadlineKind, { country, source }: Pick<Lead, 'country' | 'source'>, policies: readonly DeadlinePolicy[]): DeadlinePolicy | undefined {
  const names = (list: readonly string[], value: string | null): boolean => list.length === 0 || (value !== null && list.includes(value))
  return policies
    .filter((policy) => policy.enabled && policy.kind === kind && names(policy.countries, country) && names(policy.sources, source))
    .toSorted((a, b) => a.priority - b.priority || (a.name < b.name ? -1 : 1))[0]
}

/** What a partner owes in each stage, and since when; a touch ends the wait for the first and begins the wait for the next. */
function* runningFor({ stage, assignedAt, acceptedAt, firstTouchAt, lastTouchAt }: DeadlineFacts): Generator<readonly [DeadlineKind, string]> {
  if ((stage === 'offered' || stage === 'opened') && assignedAt !== null) yield ['accept', assignedAt]
  if ((stage !== 'accepted' && stage !== 'working') || acceptedAt === null) return
  if (firstTouchAt === null) yield ['firstTouch', acceptedAt]
  else yield ['cadence', lastTouchAt ?? firstTouchAt]
  if (stage === 'accepted') yield ['disposition', acceptedAt]
  yield ['conversion', acceptedAt]
}

function pausesOf({ pauses }: Pick<Lead, 'pauses'>): readonly { readonly from: number; readonly to: number | null }[] {
  return (pauses ?? []).map(({ from, to }) => ({ from: instantOf(from), to: to === null ? null : instantOf(to) }))
}

function lastReckoned({ dueKind, dueFrom, dueAt, duePolicyId, dueStep, actAt }: ReckonedDeadline): ReckonedDeadline {
  return { dueKind, dueFrom, dueAt, duePolicyId, dueStep, actAt }
}
