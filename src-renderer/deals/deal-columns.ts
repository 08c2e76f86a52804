import { computed, type ComputedRef } from 'vue'
import type { RegistrationListField } from '#shared/deals/deals.contract.ts'
import { attributions, endReasons, registrationKinds, registrationStatuses } from '#shared/deals/registration.ts'
import { opportunityStages } from '#shared/opportunities/opportunity.ts'
import { useWorkbench } from '../shell/workbench.ts'
import { badgeWidth } from '../ui/badge-width.ts'
import type { GridColumn } from '../ui/grid/grid-column.ts'
import type { Option } from '../ui/option.ts'
import type { ListField, ListFieldKind } from '../views/list-field.ts'
import { amountText, dealFieldText, statusTone, type Deal } from './deal.presenter.ts'

interface Column {
  readonly id: Exclude<RegistrationListField, 'id' | 'accountId' | 'opportunityId' | 'companyEn' | 'reviewMissed' | 'actAt' | 'caseId' | 'importId'>
  readonly kind: ListFieldKind
  readonly width: number
  readonly group?: boolean
  /** Its order is not one a person reads: ids. */
  readonly unsorted?: boolean
}

/** The list's columns in their first order. */
const columns: readonly Column[] = [
  { id: 'company', kind: 'text', width: 220 },
  { id: 'status', kind: 'choice', width: 120, group: true },
  { id: 'partnerId', kind: 'choice', width: 180, group: true, unsorted: true },
  { id: 'amount', kind: 'number', width: 130 },
  { id: 'overlaps', kind: 'number', width: 90 },
  { id: 'reviewDueAt', kind: 'date', width: 170 },
  { id: 'protectedUntil', kind: 'date', width: 170 },
  { id: 'stage', kind: 'choice', width: 110, group: true },
  { id: 'kind', kind: 'choice', width: 100, group: true },
  { id: 'project', kind: 'text', width: 160, group: true },
  { id: 'fiscalYear', kind: 'text', width: 100, group: true },
  { id: 'country', kind: 'text', width: 110, group: true },
  { id: 'currency', kind: 'text', width: 90, group: true },
  { id: 'expectedCloseOn', kind: 'date', width: 140 },
  { id: 'attribution', kind: 'choice', width: 120, group: true },
  { id: 'reviewer', kind: 'text', width: 140, group: true },
  { id: 'receivedAt', kind: 'date', width: 170 },
  { id: 'completeAt', kind: 'date', width: 170 },
  { id: 'submittedAt', kind: 'date', width: 170 },
  { id: 'decidedBy', kind: 'text', width: 140, group: true },
  { id: 'decidedAt', kind: 'date', width: 170 },
  { id: 'protectedFrom', kind: 'date', width: 170 },
  { id: 'endedAt', kind: 'date', width: 170 },
  { id: 'endReason', kind: 'choice', width: 150, group: true },
  { id: 'territoryId', kind: 'choice', width: 160, group: true, unsorted: true },
  { id: 'createdAt', kind: 'date', width: 170 },
]

const shownAtFirst: ReadonlySet<RegistrationListField> = new Set(['company', 'status', 'partnerId', 'amount', 'overlaps', 'reviewDueAt', 'protectedUntil', 'stage'])
export const hiddenDealColumns: readonly string[] = columns.filter(({ id }) => !shownAtFirst.has(id)).map(({ id }) => id)

interface DealListFacts {
  readonly fields: ComputedRef<readonly ListField[]>
  readonly columns: ComputedRef<readonly GridColumn<Deal>[]>
}

export function useDealColumns(): DealListFacts {
  const workbench = useWorkbench()
  const { language, names } = workbench
  const text = (field: string, value: unknown): string => dealFieldText(field, value, workbench)
  const named = (list: readonly { readonly id: string; readonly name: string }[]) => list.map(({ id, name }) => ({ value: id, label: name }))
  const said = (field: string, values: readonly string[]) => values.map((value) => ({ value, label: text(field, value) }))
  const options = computed((): Readonly<Partial<Record<RegistrationListField, readonly Option[]>>> => ({
    status: said('status', registrationStatuses), kind: said('kind', registrationKinds), stage: said('stage', opportunityStages), attribution: said('attribution', attributions), endReason: said('endReason', endReasons),
    partnerId: named(names.partners.value), territoryId: named(names.territories.value),
  }))

  return {
    fields: computed(() =>
      columns.map(({ id, kind, group = false }) => ({
        id, title: language.words.value.deals.fields[id], kind, group, say: (value) => text(id, value), ...(options.value[id] === undefined ? {} : { options: options.value[id] }),
      })),
    ),
    columns: computed(() =>
      columns.map(({ id, kind, width, unsorted = false }): GridColumn<Deal> => ({
        id,
        title: language.words.value.deals.fields[id],
        kind: id === 'status' ? 'badge' : kind === 'choice' ? 'text' : kind,
        value: (deal) => deal[id],
        format: (value, deal) => (id === 'amount' ? amountText(deal, language) : id === 'overlaps' && value === 0 ? '' : text(id, value)),
        width: id === 'status' ? badgeWidth(registrationStatuses.map((status) => language.words.value.deals.statuses[status])) : width,
        grow: id === 'company',
        sortable: !unsorted,
        hideable: id !== 'company',
        ...(id === 'status' ? { tone: (deal: Deal) => statusTone(deal.status) } : {}),
      })),
    ),
  }
}
