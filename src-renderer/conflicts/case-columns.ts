import { computed, type ComputedRef } from 'vue'
import { caseStates } from '#shared/conflicts/conflict-case.ts'
import { useWorkbench } from '../shell/workbench.ts'
import { badgeWidth } from '../ui/badge-width.ts'
import type { GridColumn } from '../ui/grid/grid-column.ts'
import type { ListField, ListFieldKind } from '../views/list-field.ts'
import { caseFieldText, caseTone, type ListedCase } from './case.presenter.ts'

interface Column {
  readonly id: 'name' | 'state' | 'claimants' | 'dueAt' | 'openedAt' | 'decisions' | 'finalAt'
  readonly kind: ListFieldKind
  readonly width: number
}

const columns: readonly Column[] = [
  { id: 'name', kind: 'text', width: 220 },
  { id: 'state', kind: 'choice', width: 130 },
  { id: 'claimants', kind: 'text', width: 280 },
  { id: 'dueAt', kind: 'date', width: 170 },
  { id: 'openedAt', kind: 'date', width: 170 },
  { id: 'decisions', kind: 'number', width: 100 },
  { id: 'finalAt', kind: 'date', width: 170 },
]
export const hiddenCaseColumns: readonly string[] = ['decisions', 'finalAt']

export function useCaseColumns(): { readonly fields: ComputedRef<readonly ListField[]>; readonly columns: ComputedRef<readonly GridColumn<ListedCase>[]> } {
  const { language } = useWorkbench()
  const text = (field: string, value: unknown): string => caseFieldText(field, value, language.words.value, language.formats.value)
  const states = computed(() => caseStates.map((state) => ({ value: state, label: language.words.value.conflicts.states[state] })))
  return {
    fields: computed(() =>
      columns.map(({ id, kind }) => ({ id, title: language.words.value.conflicts.fields[id], kind, group: id === 'state', say: (value) => text(id, value), ...(id === 'state' ? { options: states.value } : {}) })),
    ),
    columns: computed(() =>
      columns.map(({ id, kind, width }): GridColumn<ListedCase> => ({
        id,
        title: language.words.value.conflicts.fields[id],
        kind: id === 'state' ? 'badge' : kind === 'choice' ? 'text' : kind,
        value: (row) => (id === 'decisions' ? row.decisions.length : row[id]),
        format: (value) => text(id, value),
        width: id === 'state' ? badgeWidth(states.value.map(({ label }) => label)) : width,
        grow: id === 'claimants',
        sortable: true,
        hideable: id !== 'name',
        ...(id === 'state' ? { tone: (row: ListedCase) => caseTone(row.state) } : {}),
      })),
    ),
  }
}
