import { calendarId, calendars } from '../calendars/calendar.table.ts'
import { WorkingDays } from '../calendars/working-days.ts'
import { ORDINARY_CALENDAR } from '../calendars/working-calendar.ts'
import { many, one, update, type Change, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { partners } from '../partners/partner.table.ts'
import type { PartnerTraits } from './condition.ts'
import { checklists, taskEvents } from './checklist.table.ts'
import { deriveChecklist, type ChecklistFacts, type DerivedChecklist } from './derive-checklist.ts'
import { summariseChecklist, type ChecklistSummary } from './summarise-checklist.ts'
import type { TaskEvent } from './task-event.ts'
import { checklistTemplates } from './template.table.ts'

export type Checklist = RowOf<typeof checklists>
export type Partner = RowOf<typeof partners>
export type Template = RowOf<typeof checklistTemplates>

/** A checklist with everything that it follows from. */
export interface GatheredChecklist {
  readonly checklist: Checklist
  readonly template: Template
  readonly partner: Partner
  readonly facts: ChecklistFacts
  readonly derived: DerivedChecklist
}

/**
 * Undefined where there is no such checklist, or what it is of is gone.
 * @param written columns as they will be once the command that asks has written them
 */
export function* askChecklist(id: string, written: Partial<Checklist> = {}): Generator<Question, GatheredChecklist | undefined, unknown> {
  const present = yield* one(checklists, id)
  if (present === undefined) return undefined
  const checklist = { ...present, ...written }
  const template = yield* one(checklistTemplates, checklist.templateId)
  const partner = yield* one(partners, checklist.partnerId)
  if (template === undefined || partner === undefined) return undefined
  const events = (yield* many(taskEvents, 'byChecklist', [id])).toSorted(inOrder)
  const facts: ChecklistFacts = { stages: template.stages, traits: checklist.traits, startedOn: checklist.startedOn, timeZone: partner.timeZone, events, days: yield* askWorkingDays(partner) }
  return { checklist, template, partner, facts, derived: deriveChecklist(facts) }
}

export function* askWorkingDays({ calendar, absences }: Partner): Generator<Question, WorkingDays, unknown> {
  return new WorkingDays((yield* one(calendars, calendarId(calendar))) ?? ORDINARY_CALENDAR, absences)
}

/** Numbers are given one by one; the id settles what two desks gave alike before the server numbered it. */
export function inOrder(a: Pick<TaskEvent, 'number' | 'id'>, b: Pick<TaskEvent, 'number' | 'id'>): number {
  return a.number - b.number || (a.id < b.id ? -1 : 1)
}

/** The columns of a checklist that follow from its facts. */
export function summaryOf(facts: ChecklistFacts): ChecklistSummary {
  return summariseChecklist(deriveChecklist(facts))
}

export function traitsOf({ type, tier, country, region, languages, products }: Partner): PartnerTraits {
  return { type, tier, country, region, languages, products }
}

/** Those of the checklists of which something else follows than they keep, with what sets them right. */
export function* askMoved(ids: readonly string[]): Generator<Question, readonly { readonly id: string; readonly change: Change }[], unknown> {
  const moved: { readonly id: string; readonly change: Change }[] = []
  for (const id of ids) {
    const gathered = yield* askChecklist(id)
    if (gathered === undefined) continue
    const summary = summariseChecklist(gathered.derived)
    const kept = gathered.checklist
    if (Object.entries(summary).some(([column, value]) => JSON.stringify(kept[column as keyof typeof summary]) !== JSON.stringify(value))) moved.push({ id, change: update(checklists, id, summary) })
  }
  return moved
}
