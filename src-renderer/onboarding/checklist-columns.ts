import { computed, type ComputedRef } from 'vue'
import { useWorkbench } from '../shell/workbench.ts'
import { badgeWidth } from '../ui/badge-width.ts'
import type { GridColumn } from '../ui/grid/grid-column.ts'
import type { Option } from '../ui/option.ts'
import type { ListField, ListFieldKind } from '../views/list-field.ts'
import type { BuiltInView } from '../views/saved-views.ts'
import { checklistFieldText, checklistTone, type ListedChecklist } from './onboarding.presenter.ts'
import { useTemplates } from './use-templates.ts'

interface Column {
  readonly id: 'partnerName' | 'state' | 'stageKey' | 'percent' | 'waitingFor' | 'nextDueOn' | 'templateKey' | 'coordinator' | 'country' | 'partnerType' | 'language' | 'startedOn' | 'actionRequired' | 'templateNumber' | 'partnerStatus'
  readonly kind: ListFieldKind
  readonly width: number
}

const columns: readonly Column[] = [
  { id: 'partnerName', kind: 'text', width: 190 },
  { id: 'stageKey', kind: 'choice', width: 130 },
  { id: 'percent', kind: 'number', width: 76 },
  { id: 'waitingFor', kind: 'choice', width: 120 },
  { id: 'nextDueOn', kind: 'date', width: 120 },
  { id: 'actionRequired', kind: 'number', width: 120 },
  { id: 'state', kind: 'choice', width: 110 },
  { id: 'templateKey', kind: 'choice', width: 170 },
  { id: 'coordinator', kind: 'text', width: 150 },
  { id: 'country', kind: 'text', width: 120 },
  { id: 'partnerType', kind: 'choice', width: 160 },
  { id: 'partnerStatus', kind: 'choice', width: 130 },
  { id: 'language', kind: 'choice', width: 100 },
  { id: 'startedOn', kind: 'date', width: 120 },
  { id: 'templateNumber', kind: 'number', width: 90 },
]
export const hiddenChecklistColumns: readonly string[] = ['partnerStatus', 'language', 'startedOn', 'templateNumber']

const running = { field: 'state', operator: 'is' as const, values: ['running'] }
/** The views every desk has; the first is what runs, by what is due first. */
export const checklistViews: readonly [BuiltInView, ...BuiltInView[]] = [
  { id: 'running', name: (w) => w.onboarding.views.running, state: { filter: [running], sort: [{ field: 'nextDueOn', direction: 'ascending' }] } },
  { id: 'partner', name: (w) => w.onboarding.views.partner, state: { filter: [running, { field: 'waitingFor', operator: 'is', values: ['partner', 'both'] }], sort: [{ field: 'nextDueOn', direction: 'ascending' }] } },
  { id: 'revoked', name: (w) => w.onboarding.views.revoked, state: { filter: [{ field: 'actionRequired', operator: 'atLeast', values: [1] }] } },
  { id: 'activated', name: (w) => w.onboarding.views.activated, state: { filter: [{ field: 'state', operator: 'is', values: ['activated'] }] } },
  { id: 'all', name: (w) => w.onboarding.views.all, state: {} },
]

export function useChecklistColumns(): { readonly fields: ComputedRef<readonly ListField[]>; readonly columns: ComputedRef<readonly GridColumn<ListedChecklist>[]> } {
  const { language } = useWorkbench()
  const { templates, titles } = useTemplates()
  const words = computed(() => language.words.value.onboarding)
  const text = (field: string, value: unknown): string => {
    if (field === 'stageKey') return value === null ? words.value.allDone : titles.value.stage(String(value))
    return field === 'templateKey' ? titles.value.template(String(value)) : checklistFieldText(field, value, language.words.value, language.formats.value)
  }
  const asOptions = (labels: Readonly<Record<string, string>>): readonly Option[] => Object.entries(labels).map(([value, label]) => ({ value, label }))
  const options = computed<Readonly<Partial<Record<Column['id'], readonly Option[]>>>>(() => {
    const all = templates.value ?? []
    const named = (keys: readonly string[], say: (key: string) => string): readonly Option[] => [...new Set(keys)].map((value) => ({ value, label: say(value) }))
    return {
      state: asOptions(words.value.states), waitingFor: asOptions(words.value.waiting), language: asOptions(words.value.languages), partnerType: asOptions(language.words.value.partners.types), partnerStatus: asOptions(language.words.value.partners.statuses),
      stageKey: named(all.flatMap(({ stages }) => stages.map(({ key }) => key)), titles.value.stage), templateKey: named(all.map(({ key }) => key), titles.value.template),
    }
  })
  return {
    fields: computed(() => columns.map(({ id, kind }) => ({ id, title: words.value.fields[id], kind, group: kind === 'choice', say: (value) => text(id, value), ...(options.value[id] === undefined ? {} : { options: options.value[id] }) }))),
    columns: computed(() =>
      columns.map(({ id, kind, width }): GridColumn<ListedChecklist> => ({
        id,
        title: words.value.fields[id],
        kind: id === 'state' ? 'badge' : kind === 'choice' ? 'text' : kind,
        value: (row) => row[id],
        format: (value) => text(id, value),
        width: id === 'state' ? badgeWidth(Object.values(words.value.states)) : width,
        grow: id === 'partnerName',
        sortable: true,
        hideable: id !== 'partnerName',
        ...(id === 'state' ? { tone: (row: ListedChecklist) => checklistTone(row.state) } : {}),
      })),
    ),
  }
}
