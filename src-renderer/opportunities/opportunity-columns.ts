import { computed, type ComputedRef } from 'vue'
import { lostReasons } from '#shared/leads/lost-reason.ts'
import { judgements, opportunityStages } from '#shared/opportunities/opportunity.ts'
import type { OpportunityListField } from '#shared/opportunities/opportunities.contract.ts'
import { useWorkbench } from '../shell/workbench.ts'
import { badgeWidth } from '../ui/badge-width.ts'
import type { GridColumn } from '../ui/grid/grid-column.ts'
import type { Option } from '../ui/option.ts'
import type { ListField, ListFieldKind } from '../views/list-field.ts'
import { amountText, opportunityFieldText, opportunityFieldTitle, stageTone, type Opportunity } from './opportunity.presenter.ts'

interface Column {
  readonly id: Exclude<OpportunityListField, 'id' | 'accountId' | 'contactId' | 'leadId'>
  readonly kind: ListFieldKind
  readonly width: number
  readonly edit?: 'text'
  readonly group?: boolean
  /** Its order is not one a person reads: ids. */
  readonly unsorted?: boolean
}

/** The list's columns in their first order. */
const columns: readonly Column[] = [
  { id: 'name', kind: 'text', width: 240, edit: 'text' },
  { id: 'stage', kind: 'choice', width: 110, group: true },
  { id: 'accountName', kind: 'text', width: 200, group: true },
  { id: 'partnerId', kind: 'choice', width: 180, group: true, unsorted: true },
  { id: 'amount', kind: 'number', width: 130 },
  { id: 'expectedCloseOn', kind: 'date', width: 140 },
  { id: 'product', kind: 'text', width: 120, edit: 'text', group: true },
  { id: 'lostReason', kind: 'choice', width: 140, group: true },
  { id: 'currency', kind: 'text', width: 90, group: true },
  { id: 'territoryId', kind: 'choice', width: 160, group: true, unsorted: true },
  { id: 'createdAt', kind: 'date', width: 180 },
  { id: 'closedAt', kind: 'date', width: 180 },
  { id: 'judgement', kind: 'choice', width: 120, group: true },
  { id: 'stageSince', kind: 'date', width: 180 },
  { id: 'salesAgent', kind: 'text', width: 160, group: true },
  { id: 'salesTeam', kind: 'text', width: 180, group: true },
  { id: 'openedOn', kind: 'date', width: 120 },
  { id: 'reference', kind: 'text', width: 120 },
  { id: 'importId', kind: 'text', width: 100 },
]

const shownAtFirst: ReadonlySet<OpportunityListField> = new Set(['name', 'stage', 'accountName', 'partnerId', 'amount', 'expectedCloseOn', 'product'])
export const hiddenOpportunityColumns: readonly string[] = columns.filter(({ id }) => !shownAtFirst.has(id)).map(({ id }) => id)

interface OpportunityListFacts {
  readonly fields: ComputedRef<readonly ListField[]>
  readonly columns: ComputedRef<readonly GridColumn<Opportunity>[]>
}

export function useOpportunityColumns(): OpportunityListFacts {
  const workbench = useWorkbench()
  const { language, names, rights } = workbench
  const title = (field: string): string => opportunityFieldTitle(field, language.words.value)
  const text = (field: string, value: unknown): string => opportunityFieldText(field, value, workbench)
  const named = (list: readonly { readonly id: string; readonly name: string }[]) => list.map(({ id, name }) => ({ value: id, label: name }))
  const options = computed((): Readonly<Partial<Record<OpportunityListField, readonly Option[]>>> => {
    const { leads, opportunities, pipeline } = language.words.value
    return {
      stage: opportunityStages.map((stage) => ({ value: stage, label: opportunities.stages[stage] })),
      judgement: judgements.map((judgement) => ({ value: judgement, label: pipeline.judgements[judgement] })),
      lostReason: lostReasons.map((reason) => ({ value: reason, label: leads.lostReasons[reason] })),
      partnerId: named(names.partners.value),
      territoryId: named(names.territories.value),
    }
  })

  return {
    fields: computed(() =>
      columns.map(({ id, kind, group = false }) => ({
        id, title: title(id), kind, group, hidden: id === 'importId', say: (value) => text(id, value), ...(options.value[id] === undefined ? {} : { options: options.value[id] }),
      })),
    ),
    columns: computed(() =>
      columns.map(({ id, kind, width, edit, unsorted = false }): GridColumn<Opportunity> => ({
        id,
        title: title(id),
        kind: id === 'stage' ? 'badge' : kind === 'choice' ? 'text' : kind,
        value: (opportunity) => (id === 'stageSince' ? opportunity.settledSince : id === 'judgement' ? (opportunity.judgement ?? 'pipeline') : opportunity[id]),
        format: (value, opportunity) => (id === 'amount' ? amountText(opportunity, language) : text(id, value)),
        width: id === 'stage' ? badgeWidth(opportunityStages.map((stage) => language.words.value.opportunities.stages[stage])) : width,
        grow: id === 'name',
        sortable: !unsorted,
        hideable: id !== 'name',
        ...(id === 'stage' ? { tone: (opportunity: Opportunity) => stageTone(opportunity.stage) } : {}),
        ...(edit === undefined || !rights.may('opportunities.update') ? {} : { edit: { kind: edit } }),
      })),
    ),
  }
}
