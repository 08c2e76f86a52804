import { insert, many, update, type Change, type CommandContext, type Note, type Question } from '../foundation/command.ts'
import { partners } from '../partners/partner.table.ts'
import { askChecklist, summaryOf, type GatheredChecklist } from './ask-checklist.ts'
import { activations, checklists, taskEvents } from './checklist.table.ts'
import type { DerivedTask } from './derive-checklist.ts'
import { NO_EVIDENCE, type TaskEvent } from './task-event.ts'
import { evidenceIsMissing } from './why-not-recorded.ts'

export type NewEvent = Pick<TaskEvent, 'taskKey' | 'kind' | 'seen' | 'side' | 'deviceAt'> & Partial<Pick<TaskEvent, 'text' | 'evidence' | 'acceptanceId' | 'certificateId' | 'assignee' | 'dueOn'>>

export type Moment = Pick<CommandContext, 'id' | 'now' | 'actor'>

/** Adds events to a checklist's log, and brings what is kept of it up to date. */
export function recordEvents({ checklist, facts }: GatheredChecklist, given: readonly NewEvent[], moment: Moment): readonly Change[] {
  const events = nextEvents(facts.events, given, moment)
  return [...eventRows(checklist.id, events), update(checklists, checklist.id, summaryOf({ ...facts, events: [...facts.events, ...events] }))]
}

/** What comes next in a log. */
export function nextEvents(log: readonly TaskEvent[], given: readonly NewEvent[], { id, now, actor }: Moment): readonly TaskEvent[] {
  const last = Math.max(0, ...log.map(({ number }) => number))
  return given.map((event, at) => ({ text: null, evidence: null, acceptanceId: null, certificateId: null, assignee: null, dueOn: null, ...event, id: id(), number: last + 1 + at, by: actor.name, receivedAt: now }))
}

export function eventRows(checklistId: string, events: readonly TaskEvent[]): readonly Change[] {
  return events.map((event) => insert(taskEvents, { ...event, checklistId }))
}

/**
 * What was done for one programme is done for another that asks for the same: each keeps an event of its own, so that revoking one leaves the other.
 * Where the other wants an approval that nobody has given it is handed in; where it wants other evidence it stays open.
 * @param besides checklists that are written to anyway
 */
export function* completeElsewhere({ partner }: GatheredChecklist, { task }: DerivedTask, event: NewEvent, besides: ReadonlySet<string>, moment: Moment): Generator<Question, readonly Change[], unknown> {
  if (task.about === null) return []
  const changes: Change[] = []
  for (const other of yield* many(checklists, 'byPartner', [partner.id])) {
    const gathered = besides.has(other.id) || other.state !== 'running' ? undefined : yield* askChecklist(other.id)
    const same = gathered?.derived.stages.flatMap(({ tasks }) => tasks).filter((each) => each.task.about === task.about && each.task.kind === task.kind && !evidenceIsMissing(each, event.evidence ?? null) && (each.state === 'pending' || each.state === 'blocked')) ?? []
    if (gathered === undefined || same.length === 0) continue
    changes.push(...recordEvents(gathered, same.map((each) => ({ ...event, taskKey: each.task.key, kind: each.task.approval && event.kind !== 'approved' ? 'submitted' : 'completed', seen: each.last, evidence: event.evidence ?? NO_EVIDENCE })), moment))
  }
  return changes
}

/** What follows when a task is revoked after the partner became active: by the task's policy the partner is suspended, or it is only shown. */
export function afterRevocation({ checklist, partner }: GatheredChecklist, { task }: DerivedTask, reason: string, { id, now, actor }: Moment): { readonly changes: readonly Change[]; readonly notes: readonly Note[] } {
  if (checklist.state !== 'activated' || task.onRevocation !== 'stopAccess' || partner.status !== 'active') return { changes: [], notes: [] }
  const decision = { id: id(), partnerId: partner.id, checklistId: checklist.id, kind: 'accessStopped' as const, reason, gate: [], handedOn: {}, successorId: null, decidedBy: actor.name, decidedAt: now }
  return {
    changes: [update(partners, partner.id, { status: 'suspended' }), insert(activations, decision)],
    notes: [{ event: 'partner.status-set', about: partner.id, details: { from: 'active', to: 'suspended' } }],
  }
}
