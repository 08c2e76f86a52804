import type { DeadlineKind, DeadlineStep } from '#shared/deadlines/deadline.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import type { AssignmentOrigin, LeadStage } from '#shared/leads/lead.ts'
import type { leads } from '#shared/leads/lead.table.ts'
import type { LostReason } from '#shared/leads/lost-reason.ts'
import type { Words } from '#shared/locales/words.ts'
import type { FieldWords } from '../journal/describe-entry.ts'
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

/** Why a lead or an offer of it ended: the usual reason, and what was written; a deadline by its name. */
export function endReasonText({ lostReason, reason }: { readonly lostReason: LostReason | null; readonly reason: string | null }, { leads }: Words): string {
  const written = reason?.startsWith('deadline:') === true ? leads.due.kinds[reason.slice('deadline:'.length) as DeadlineKind] : reason
  return [lostReason === null ? null : leads.lostReasons[lostReason], written].filter(Boolean).join(' · ')
}

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
      return endReasonText({ lostReason: null, reason: text }, language.words.value)
    case 'lostReason':
      return leads.lostReasons[value as LostReason]
    case 'arrivedAt':
    case 'assignedAt':
    case 'openedAt':
    case 'acceptedAt':
    case 'firstTouchAt':
    case 'lastTouchAt':
    case 'dueAt':
    case 'scoreGivenAt':
    case 'recycledAt':
    case 'convertedAt':
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

/** Fields that are the program's own bookkeeping. */
const unspoken: ReadonlySet<string> = new Set(['id', 'duplicateKey', 'domain', 'decisionId', 'runId', 'ruleId', 'importId', 'assignedAt', 'dueFrom', 'duePolicyId', 'actAt', 'pauses', 'accountId', 'opportunityId'])

/** How a lead's history names its fields. */
export function leadFieldWords(workbench: Pick<Workbench, 'language' | 'names' | 'places'>): FieldWords {
  return {
    title: (field) => (unspoken.has(field) ? undefined : (workbench.language.words.value.leads.fields as Readonly<Record<string, string>>)[field]),
    text: (field, value) => leadFieldText(field, value, workbench),
  }
}
