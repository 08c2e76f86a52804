import { computed, type ComputedRef } from 'vue'
import { partnerTypes } from '#shared/partners/partner.ts'
import { applicationStatuses, declineReasons, recruitingSources } from '#shared/recruiting/application.ts'
import type { ApplicationListField } from '#shared/recruiting/recruiting.contract.ts'
import { useWorkbench } from '../shell/workbench.ts'
import { badgeWidth } from '../ui/badge-width.ts'
import type { GridColumn } from '../ui/grid/grid-column.ts'
import type { Option } from '../ui/option.ts'
import type { ListField, ListFieldKind } from '../views/list-field.ts'
import { applicationFieldText, applicationName, statusTone, type Application } from './application.presenter.ts'

interface Column {
  readonly id: Exclude<ApplicationListField, 'id' | 'companyEn' | 'importId'>
  readonly kind: ListFieldKind
  readonly width: number
  readonly group?: boolean
}

/** The list's columns in their first order. */
const columns: readonly Column[] = [
  { id: 'company', kind: 'text', width: 220 },
  { id: 'status', kind: 'choice', width: 110, group: true },
  { id: 'source', kind: 'choice', width: 110, group: true },
  { id: 'country', kind: 'choice', width: 130, group: true },
  { id: 'receivedAt', kind: 'date', width: 170 },
  { id: 'vetter', kind: 'text', width: 150, group: true },
  { id: 'retentionUntil', kind: 'date', width: 170 },
  { id: 'partnerType', kind: 'choice', width: 150, group: true },
  { id: 'employees', kind: 'number', width: 110 },
  { id: 'city', kind: 'text', width: 130, group: true },
  { id: 'domain', kind: 'text', width: 160 },
  { id: 'referredBy', kind: 'text', width: 160 },
  { id: 'decidedBy', kind: 'text', width: 150, group: true },
  { id: 'decidedAt', kind: 'date', width: 170 },
  { id: 'declineReason', kind: 'choice', width: 200, group: true },
  { id: 'partnerId', kind: 'choice', width: 180 },
  { id: 'erasedAt', kind: 'date', width: 170 },
]

const shownAtFirst: ReadonlySet<string> = new Set(['company', 'status', 'source', 'country', 'receivedAt', 'vetter', 'retentionUntil'])
export const hiddenApplicationColumns: readonly string[] = columns.filter(({ id }) => !shownAtFirst.has(id)).map(({ id }) => id)

interface ApplicationListFacts {
  readonly fields: ComputedRef<readonly ListField[]>
  readonly columns: ComputedRef<readonly GridColumn<Application>[]>
}

export function useApplicationColumns(): ApplicationListFacts {
  const workbench = useWorkbench()
  const { language, names, places } = workbench
  const text = (field: string, value: unknown): string => applicationFieldText(field, value, workbench)
  const said = (field: string, values: readonly string[]) => values.map((value) => ({ value, label: text(field, value) }))
  const options = computed((): Readonly<Partial<Record<ApplicationListField, readonly Option[]>>> => ({
    status: said('status', applicationStatuses), source: said('source', recruitingSources), declineReason: said('declineReason', declineReasons), partnerType: said('partnerType', partnerTypes),
    country: places.countries.value, partnerId: names.partners.value.map(({ id, name }) => ({ value: id, label: name })),
  }))
  return {
    fields: computed(() =>
      columns.map(({ id, kind, group = false }) => ({ id, title: language.words.value.recruiting.fields[id], kind, group, say: (value) => text(id, value), ...(options.value[id] === undefined ? {} : { options: options.value[id] }) })),
    ),
    columns: computed(() =>
      columns.map(({ id, kind, width }): GridColumn<Application> => ({
        id,
        title: language.words.value.recruiting.fields[id],
        kind: id === 'status' ? 'badge' : kind === 'choice' ? 'text' : kind,
        value: (application) => application[id],
        format: (value, application) => (id === 'company' ? applicationName(application, language.words.value) : text(id, value)),
        width: id === 'status' ? badgeWidth(applicationStatuses.map((status) => language.words.value.recruiting.statuses[status])) : width,
        grow: id === 'company',
        sortable: id !== 'partnerId',
        hideable: id !== 'company',
        ...(id === 'status' ? { tone: (application: Application) => statusTone(application.status) } : {}),
      })),
    ),
  }
}
