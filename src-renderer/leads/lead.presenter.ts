import type { DeadlineKind, DeadlineStep } from '#shared/deadlines/deadline.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import type { AssignmentOrigin, LeadStage } from '#shared/leads/lead.ts'
import type { leads } from '#shared/leads/lead.table.ts'
import type { Workbench } from '../shell/workbench.ts'
import type { BadgeTone } from '../ui/badge-tone.ts'

/** `possibleDuplicate` is known of rows of the list. */
export type Lead = RowOf<typeof leads> & { readonly possibleDuplicate?: 'yes' | null }
export type LeadField = keyof Lead

const tones: Readonly<Record<LeadStage, BadgeTone>> = {
  new: 'info',
  qualified: 'info',
  offered: 'accent',
  opened: 'accent',
  accepted: 'accent',
  working: 'accent',
  converted: 'success',
  closedWon: 'success',
  closedLost: 'neutral',
  declined: 'warning',
  expired: 'warning',
  recalled: 'warning',
  unroutable: 'danger',
  duplicate: 'neutral',
}

export const stageTone = (stage: LeadStage): BadgeTone => tones[stage]

const stepTones: Readonly<Record<DeadlineStep, BadgeTone>> = { running: 'neutral', warned: 'warning', escalated: 'danger', missed: 'danger' }

export const stepTone = (step: DeadlineStep): BadgeTone => stepTones[step]

/** A field's value in words of the present language; an empty text for what is not known. */
export function leadFieldText(field: string, value: unknown, { language, names, places }: Pick<Workbench, 'language' | 'names' | 'places'>): string {
  if (value === null || value === undefined || value === '') return ''
  const { leads } = language.words.value
  const formats = language.formats.value
  const text = String(value)
  switch (field) {
    case 'country':
      return formats.country(text)
    case 'region':
      return places.region(text)
    case 'language':
      return formats.language(text)
    case 'industry':
      return places.industry(text)
    case 'stage':
      return leads.stages[value as LeadStage]
    case 'assignmentOrigin':
      return leads.origins[value as AssignmentOrigin]
    case 'partnerId':
      return names.partner(text)
    case 'territoryId':
      return names.territory(text)
    case 'declinedBy':
      return formats.list((value as readonly string[]).map(names.partner))
    case 'dueKind':
      return leads.due.kinds[value as DeadlineKind]
    case 'dueStep':
      return leads.due.steps[value as DeadlineStep]
    case 'endReason':
      return text.startsWith('deadline:') ? leads.due.kinds[text.slice('deadline:'.length) as DeadlineKind] : text
    case 'arrivedAt':
    case 'assignedAt':
    case 'openedAt':
    case 'acceptedAt':
    case 'firstTouchAt':
    case 'lastTouchAt':
    case 'dueAt':
    case 'scoreGivenAt':
      return formats.moment(text)
    case 'qualifies':
      return text === 'true' || text === 'yes' ? leads.answers.yes : leads.answers.no
    case 'possibleDuplicate':
      return leads.answers.possible
    case 'manualUntil':
      return formats.date(text)
    default:
      return typeof value === 'number' ? formats.number(value) : text
  }
}
