import { WorkingDays } from '#shared/calendars/working-days.ts'
import { ORDINARY_CALENDAR } from '#shared/calendars/working-calendar.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import type { ChecklistFacts } from '#shared/onboarding/derive-checklist.ts'
import { FOR_EVERYBODY, type TemplateStage, type TemplateTask } from '#shared/onboarding/template.ts'
import type { checklistTemplates } from '#shared/onboarding/template.table.ts'
import type { TaskEvent } from '#shared/onboarding/task-event.ts'
import { YESTERDAY } from './build-lead.ts'
import { nextId } from './sequential-id.ts'

export type TemplateRow = RowOf<typeof checklistTemplates>

const words = (text: string) => ({ en: text, ja: `${text} (ja)`, es: `${text} (es)` })

/** A required task of the partner, due one working day after what it needs. */
export function buildTask(key: string, given: Partial<TemplateTask> = {}): TemplateTask {
  return {
    key, title: words(key), text: { en: '', ja: '', es: '' }, kind: 'document', side: 'partner', role: 'sales', days: 1, needs: [], when: FOR_EVERYBODY, required: true, evidence: 'none', approval: false, onRevocation: 'flag', about: null,
    material: [], ...given,
  }
}

export function buildStage(key: string, ...tasks: readonly TemplateTask[]): TemplateStage {
  return { key, title: words(key), free: false, tasks }
}

/** A published template of two stages: an agreement, then a training and what needs it. */
export const TWO_STAGES: readonly TemplateStage[] = [
  buildStage('agree', buildTask('call', { side: 'vendor', kind: 'meeting' }), buildTask('contract', { kind: 'agreement', needs: ['call'], days: 3, evidence: 'agreementVersion', approval: true, onRevocation: 'stopAccess' })),
  buildStage('learn', buildTask('course', { kind: 'training', days: 5 }), buildTask('review', { side: 'vendor', kind: 'review', needs: ['course'], days: 2 }), buildTask('story', { required: false })),
]

export function buildTemplate(given: Partial<TemplateRow> = {}): TemplateRow {
  const id = given.id ?? nextId()
  return {
    id, key: 'reseller', name: 'Reseller', state: 'published', number: 1, appliesTo: FOR_EVERYBODY as TemplateRow['appliesTo'], stages: TWO_STAGES as TemplateRow['stages'], notes: null, publishedAt: YESTERDAY, publishedBy: 'Aya', replacedAt: null, importId: null,
    createdAt: YESTERDAY, updatedAt: YESTERDAY, rev: 1, ...given,
  }
}

let made = 0

/** The next event of a log; of several in one log each has its number. */
export function buildEvent(taskKey: string, kind: TaskEvent['kind'], given: Partial<TaskEvent> = {}): TaskEvent {
  made += 1
  return { id: nextId(), taskKey, number: made, kind, seen: null, side: 'partner', text: null, evidence: null, acceptanceId: null, certificateId: null, assignee: null, dueOn: null, by: 'Aya', deviceAt: null, receivedAt: '2026-11-24T15:00:00.000Z', ...given }
}

/** A checklist in the ordinary week that was begun on a Monday and to which nothing has happened. */
export function checklistFacts(given: Partial<ChecklistFacts> = {}): ChecklistFacts {
  const traits = { type: 'reseller', tier: 'silver', country: 'GT', region: null, languages: ['es-GT'], products: ['LIRA-PAY'] } as const
  return { stages: TWO_STAGES, traits, startedOn: '2026-11-23', timeZone: 'America/Guatemala', events: [], days: new WorkingDays(ORDINARY_CALENDAR), ...given }
}
