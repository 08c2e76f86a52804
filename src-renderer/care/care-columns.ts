import { computed, type ComputedRef } from 'vue'
import { useWorkbench } from '../shell/workbench.ts'
import { badgeWidth } from '../ui/badge-width.ts'
import type { GridColumn } from '../ui/grid/grid-column.ts'
import type { Option } from '../ui/option.ts'
import type { ListField, ListFieldKind } from '../views/list-field.ts'
import type { BuiltInView } from '../views/saved-views.ts'
import { careFieldText, stateTone, type CaredPartner } from './care.presenter.ts'

interface Column {
  readonly id: 'name' | 'code' | 'careState' | 'dueOn' | 'lastHeldOn' | 'mood' | 'openSteps' | 'planState' | 'country' | 'type' | 'tier' | 'status' | 'everyDays' | 'pausedReason'
  readonly kind: ListFieldKind
  readonly width: number
}

const columns: readonly Column[] = [
  { id: 'name', kind: 'text', width: 200 },
  { id: 'careState', kind: 'choice', width: 110 },
  { id: 'dueOn', kind: 'date', width: 130 },
  { id: 'lastHeldOn', kind: 'date', width: 130 },
  { id: 'mood', kind: 'choice', width: 90 },
  { id: 'openSteps', kind: 'number', width: 130 },
  { id: 'planState', kind: 'choice', width: 150 },
  { id: 'country', kind: 'text', width: 120 },
  { id: 'type', kind: 'choice', width: 160 },
  { id: 'tier', kind: 'choice', width: 110 },
  { id: 'status', kind: 'choice', width: 120 },
  { id: 'code', kind: 'text', width: 110 },
  { id: 'everyDays', kind: 'number', width: 130 },
  { id: 'pausedReason', kind: 'text', width: 180 },
]
export const hiddenCareColumns: readonly string[] = ['status', 'code', 'everyDays', 'pausedReason']

const active = { field: 'status', operator: 'is' as const, values: ['active'] }
const dueFirst = [{ field: 'dueOn', direction: 'ascending' as const }]
/** The views every desk has; the first is whom to check in with now. */
export const careViews: readonly [BuiltInView, ...BuiltInView[]] = [
  { id: 'due', name: (w) => w.care.views.due, state: { filter: [active, { field: 'careState', operator: 'is', values: ['overdue', 'due', 'first'] }], sort: dueFirst } },
  { id: 'all', name: (w) => w.care.views.all, state: { filter: [active], sort: dueFirst } },
  { id: 'poor', name: (w) => w.care.views.poor, state: { filter: [active, { field: 'mood', operator: 'is', values: ['poor'] }], sort: dueFirst } },
  { id: 'paused', name: (w) => w.care.views.paused, state: { filter: [{ field: 'careState', operator: 'is', values: ['paused', 'away'] }] } },
]

export function useCareColumns(): { readonly fields: ComputedRef<readonly ListField[]>; readonly columns: ComputedRef<readonly GridColumn<CaredPartner>[]> } {
  const { language } = useWorkbench()
  const words = computed(() => language.words.value)
  const titleOf = (id: Column['id']): string => {
    const { care, partners } = words.value
    return id in care.fields ? care.fields[id as keyof typeof care.fields] : partners.fields[id as keyof typeof partners.fields]
  }
  const text = (field: string, value: unknown): string => careFieldText(field, value, words.value, language.formats.value)
  const asOptions = (labels: Readonly<Record<string, string>>): readonly Option[] => Object.entries(labels).map(([value, label]) => ({ value, label }))
  const options = computed<Readonly<Partial<Record<Column['id'], readonly Option[]>>>>(() => {
    const { care, partners } = words.value
    return { careState: asOptions(care.states), mood: asOptions(care.moods), planState: asOptions(care.planStates), type: asOptions(partners.types), tier: asOptions(partners.tiers), status: asOptions(partners.statuses) }
  })
  return {
    fields: computed(() => columns.map(({ id, kind }) => ({ id, title: titleOf(id), kind, group: kind === 'choice', say: (value) => text(id, value), ...(options.value[id] === undefined ? {} : { options: options.value[id] }) }))),
    columns: computed(() =>
      columns.map(({ id, kind, width }): GridColumn<CaredPartner> => ({
        id,
        title: titleOf(id),
        kind: id === 'careState' ? 'badge' : kind === 'choice' ? 'text' : kind,
        value: (row) => row[id],
        format: (value) => text(id, value),
        width: id === 'careState' ? badgeWidth(Object.values(words.value.care.states)) : width,
        grow: id === 'name',
        sortable: true,
        hideable: id !== 'name',
        ...(id === 'careState' ? { tone: (row: CaredPartner) => stateTone(row.careState) } : {}),
      })),
    ),
  }
}
