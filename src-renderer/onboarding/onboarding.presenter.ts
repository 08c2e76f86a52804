import type { Words } from '#shared/locales/words.ts'
import { WorkingDays } from '#shared/calendars/working-days.ts'
import type { ChecklistState } from '#shared/onboarding/checklist.ts'
import { deriveChecklist, type DerivedChecklist, type DerivedTask, type StageState } from '#shared/onboarding/derive-checklist.ts'
import { findWhoActs } from '#shared/onboarding/find-who-acts.ts'
import type { TaskState } from '#shared/onboarding/task-event.ts'
import type { ChecklistLanguage, Condition, Localised, TemplateState } from '#shared/onboarding/template.ts'
import type { Client, ValueOf } from '../client/client.ts'
import type { Formats } from '../shell/formats.ts'
import type { BadgeTone } from '../ui/badge-tone.ts'

export type ListedChecklist = ValueOf<Client['onboarding']['list']>['rows'][number]
export type ChecklistFile = ValueOf<Client['onboarding']['get']>
export type TemplateRow = ValueOf<Client['onboarding']['templates']>[number]

const taskTones: Readonly<Record<TaskState, BadgeTone>> = { pending: 'info', waitingForApproval: 'warning', completed: 'success', actionRequired: 'danger', skipped: 'neutral', blocked: 'neutral', notApplicable: 'neutral' }
export const taskTone = (state: TaskState): BadgeTone => taskTones[state]

const stageTones: Readonly<Record<StageState, BadgeTone>> = { closed: 'neutral', open: 'info', done: 'success' }
export const stageTone = (state: StageState): BadgeTone => stageTones[state]

const checklistTones: Readonly<Record<ChecklistState, BadgeTone>> = { running: 'info', activated: 'success', closed: 'neutral' }
export const checklistTone = (state: ChecklistState): BadgeTone => checklistTones[state]

const templateTones: Readonly<Record<TemplateState, BadgeTone>> = { draft: 'info', published: 'success', replaced: 'neutral' }
export const templateTone = (state: TemplateState): BadgeTone => templateTones[state]

/** A template's words in a language; what nobody has written there is said in English. */
export function inWords(words: Localised, language: ChecklistLanguage): string {
  return words[language].trim() === '' ? words.en : words[language]
}

/** What the checklist is at: reckoned here from the same facts and by the same rules as on the host. */
export function derivedOf({ checklist, template, events, partner, calendar }: ChecklistFile): DerivedChecklist {
  return deriveChecklist({ stages: template.stages, traits: checklist.traits, startedOn: checklist.startedOn, timeZone: partner.timeZone, events, days: new WorkingDays(calendar, partner.absences) })
}

const finished: readonly TaskState[] = ['completed', 'skipped', 'notApplicable']
export const isFinished = (state: TaskState): boolean => finished.includes(state)

/** When a task was finished or is due, and whether that is over. */
export function dueText({ dueOn, finishedOn }: Pick<DerivedTask, 'dueOn' | 'finishedOn'>, today: string, w: Words, formats: Formats): string {
  if (finishedOn !== null) return formats.date(finishedOn)
  if (dueOn === null) return ''
  return dueOn < today ? w.onboarding.overdueSince(formats.date(dueOn)) : w.onboarding.dueOn(formats.date(dueOn))
}

/** Whom a task lies with, and why they cannot act where they cannot. */
export function whoText(task: DerivedTask, { partner, checklist }: Pick<ChecklistFile, 'partner' | 'checklist'>, w: Words): { readonly name: string; readonly hindrance: string | undefined } {
  const { name, hindrance } = findWhoActs(task, partner.contacts, checklist.coordinator)
  const side = task.task.side === 'vendor' ? w.onboarding.sides.vendor : partner.name
  return { name: [side, name].filter(Boolean).join(' · '), hindrance: hindrance === null ? undefined : [hindrance === 'noContact' ? '' : name, w.onboarding.hindrances[hindrance]].filter(Boolean).join(' ') }
}

/** Which partners something is for; empty where it is for everybody. */
export function conditionText({ types, tiers, places, languages, products }: Condition, w: Words, formats: Formats): string {
  return [types.map((type) => w.partners.types[type]), tiers.map((tier) => w.partners.tiers[tier]), places.map((place) => (place.length === 2 ? formats.country(place) : place)), languages.map(formats.language), products].filter((part) => part.length > 0).map((part) => part.join(', ')).join(' · ')
}

/** Titles of stages and tasks by their keys, of the versions there are. */
export function titlesOf(templates: readonly TemplateRow[], language: ChecklistLanguage) {
  const byId = new Map(templates.map((template) => [template.id, template]))
  const stages = new Map(templates.toReversed().flatMap(({ stages: all }) => all.map(({ key, title }) => [key, inWords(title, language)] as const)))
  return {
    template: (key: string): string => templates.find((template) => template.key === key && template.state === 'published')?.name ?? templates.find((template) => template.key === key)?.name ?? key,
    stage: (key: string): string => stages.get(key) ?? key,
    task: (templateId: string, key: string): string => {
      const found = byId.get(templateId)?.stages.flatMap(({ tasks }) => tasks).find((task) => task.key === key)
      return found === undefined ? key : inWords(found.title, language)
    },
  }
}

export function checklistFieldText(field: string, value: unknown, w: Words, formats: Formats): string {
  if (value === null || value === undefined || value === '') return ''
  const text = String(value)
  const o = w.onboarding
  switch (field) {
    case 'state':
      return o.states[value as ChecklistState]
    case 'waitingFor':
      return o.waiting[value as keyof typeof o.waiting]
    case 'language':
      return o.languages[value as ChecklistLanguage]
    case 'partnerType':
      return w.partners.types[value as keyof typeof w.partners.types]
    case 'partnerStatus':
      return w.partners.statuses[value as keyof typeof w.partners.statuses]
    case 'country':
      return formats.country(text)
    case 'percent':
      return formats.percent(Number(value) / 100)
    case 'templateNumber':
      return o.version(Number(value))
    case 'startedOn':
    case 'nextDueOn':
      return formats.date(text)
    case 'actionRequired':
      return value === 0 ? '' : formats.number(Number(value))
    default:
      return text
  }
}
