import { computed, type ComputedRef } from 'vue'
import { deadlineKinds, deadlineSteps } from '#shared/deadlines/deadline.ts'
import { leadStages } from '#shared/leads/lead.ts'
import { lostReasons } from '#shared/leads/lost-reason.ts'
import type { LeadListField } from '#shared/leads/leads.contract.ts'
import { useWorkbench } from '../shell/workbench.ts'
import type { GridColumn } from '../ui/grid/grid-column.ts'
import type { Option } from '../ui/option.ts'
import { badgeWidth } from '../ui/badge-width.ts'
import type { ListField, ListFieldKind } from '../views/list-field.ts'
import { leadFieldText, stageTone, type Lead } from './lead.presenter.ts'

interface Column {
  readonly id: LeadListField
  readonly kind: ListFieldKind
  readonly width?: number
  readonly edit?: 'text' | 'number'
  readonly group?: boolean
  /** Its order is not one a person reads: ids. */
  readonly unsorted?: boolean
}

/** The list's columns in their first order. */
const columns: readonly Column[] = [
  { id: 'company', kind: 'text', width: 220, edit: 'text' },
  { id: 'stage', kind: 'choice', width: 110, group: true },
  { id: 'country', kind: 'choice', width: 130, group: true },
  { id: 'partnerId', kind: 'choice', width: 180, group: true, unsorted: true },
  { id: 'territoryId', kind: 'choice', width: 160, group: true, unsorted: true },
  { id: 'score', kind: 'number', width: 70, edit: 'number' },
  { id: 'qualifies', kind: 'choice', width: 90, group: true },
  { id: 'possibleDuplicate', kind: 'choice', width: 130, group: true, unsorted: true },
  { id: 'dueAt', kind: 'date', width: 180 },
  { id: 'arrivedAt', kind: 'date', width: 180 },
  { id: 'dueKind', kind: 'choice', width: 140, group: true },
  { id: 'dueStep', kind: 'choice', width: 120, group: true },
  { id: 'lostReason', kind: 'choice', width: 140, group: true },
  { id: 'recycledAt', kind: 'date', width: 180 },
  { id: 'convertedAt', kind: 'date', width: 180 },
  { id: 'region', kind: 'text', width: 100, group: true },
  { id: 'city', kind: 'text', width: 130, edit: 'text', group: true },
  { id: 'industry', kind: 'choice', width: 150, group: true },
  { id: 'employees', kind: 'number', width: 100, edit: 'number' },
  { id: 'product', kind: 'text', width: 120, edit: 'text', group: true },
  { id: 'source', kind: 'text', width: 120, edit: 'text', group: true },
  { id: 'language', kind: 'text', width: 110, group: true },
  { id: 'contactName', kind: 'text', width: 150, edit: 'text' },
  { id: 'assignmentOrigin', kind: 'choice', width: 110, group: true },
  { id: 'pinReason', kind: 'text', width: 180 },
  { id: 'postcode', kind: 'text', width: 100, edit: 'text' },
  { id: 'domain', kind: 'text', width: 150 },
  { id: 'companyEn', kind: 'text', width: 180, edit: 'text' },
  { id: 'corporateNumber', kind: 'text', width: 140, edit: 'text' },
  { id: 'importId', kind: 'text', width: 100 },
]

const shownAtFirst: ReadonlySet<LeadListField> = new Set(['company', 'stage', 'country', 'partnerId', 'territoryId', 'score', 'dueAt', 'arrivedAt'])
export const hiddenLeadColumns: readonly string[] = columns.filter(({ id }) => !shownAtFirst.has(id)).map(({ id }) => id)

interface LeadListFacts {
  readonly fields: ComputedRef<readonly ListField[]>
  readonly columns: ComputedRef<readonly GridColumn<Lead>[]>
}

export function useLeadColumns(): LeadListFacts {
  const workbench = useWorkbench()
  const { language, names, places, rights } = workbench
  const text = (field: string, value: unknown): string => leadFieldText(field, value, workbench)
  const named = (list: readonly { readonly id: string; readonly name: string }[]) => list.map(({ id, name }) => ({ value: id, label: name }))

  const options = computed((): Readonly<Partial<Record<LeadListField, readonly Option[]>>> => {
    const { leads } = language.words.value
    return {
      stage: leadStages.map((stage) => ({ value: stage, label: leads.stages[stage] })),
      assignmentOrigin: (['rules', 'manual'] as const).map((origin) => ({ value: origin, label: leads.origins[origin] })),
      lostReason: lostReasons.map((reason) => ({ value: reason, label: leads.lostReasons[reason] })),
      dueKind: deadlineKinds.map((kind) => ({ value: kind, label: leads.due.kinds[kind] })),
      dueStep: deadlineSteps.map((step) => ({ value: step, label: leads.due.steps[step] })),
      qualifies: (['yes', 'no'] as const).map((answer) => ({ value: answer, label: leads.answers[answer] })),
      possibleDuplicate: [{ value: 'yes', label: leads.answers.possible }],
      country: places.countries.value,
      industry: places.industries.value,
      partnerId: named(names.partners.value),
      territoryId: named(names.territories.value),
    }
  })

  return {
    fields: computed(() =>
      columns.map(({ id, kind, group = false }) => ({
        id,
        title: language.words.value.leads.fields[id],
        kind,
        group,
        hidden: id === 'importId',
        say: (value) => text(id, value),
        ...(options.value[id] === undefined ? {} : { options: options.value[id] }),
      })),
    ),
    columns: computed(() =>
      columns.map(({ id, kind, width = 140, edit, unsorted = false }): GridColumn<Lead> => ({
        id,
        title: language.words.value.leads.fields[id],
        kind: id === 'stage' ? 'badge' : kind === 'choice' ? 'text' : kind,
        value: (lead) => lead[id],
        format: (value) => text(id, value),
        width: id === 'stage' ? badgeWidth(leadStages.map((stage) => language.words.value.leads.stages[stage])) : width,
        grow: id === 'company',
        sortable: !unsorted,
        hideable: id !== 'company',
        ...(id === 'stage' ? { tone: (lead: Lead) => stageTone(lead.stage) } : {}),
        ...(edit === undefined || !rights.may('leads.update') ? {} : { edit: { kind: edit } }),
      })),
    ),
  }
}
