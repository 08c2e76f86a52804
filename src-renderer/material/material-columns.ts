import { computed, type ComputedRef } from 'vue'
import type { MaterialListField } from '#shared/material/material.contract.ts'
import { materialKinds, materialStates } from '#shared/material/material.ts'
import { useWorkbench } from '../shell/workbench.ts'
import { badgeWidth } from '../ui/badge-width.ts'
import type { GridColumn } from '../ui/grid/grid-column.ts'
import type { Option } from '../ui/option.ts'
import type { ListField, ListFieldKind } from '../views/list-field.ts'
import { materialFieldText, materialTone, titleIn, type Material } from './material.presenter.ts'

interface Column {
  readonly id: Exclude<MaterialListField, 'id' | 'place'>
  readonly kind: ListFieldKind
  readonly width: number
  readonly group?: boolean
}

/** The list's columns in their first order. */
const columns: readonly Column[] = [
  { id: 'title', kind: 'text', width: 260 },
  { id: 'kind', kind: 'choice', width: 170, group: true },
  { id: 'state', kind: 'choice', width: 120, group: true },
  { id: 'missing', kind: 'text', width: 160, group: true },
  { id: 'places', kind: 'text', width: 180 },
  { id: 'validFrom', kind: 'date', width: 120 },
  { id: 'validTo', kind: 'date', width: 120 },
  { id: 'publishedAt', kind: 'date', width: 160 },
  { id: 'pinned', kind: 'choice', width: 90 },
  { id: 'updatedAt', kind: 'date', width: 160 },
]

export const hiddenMaterialColumns: readonly string[] = ['publishedAt', 'pinned', 'updatedAt']

interface MaterialListFacts {
  readonly fields: ComputedRef<readonly ListField[]>
  readonly columns: ComputedRef<readonly GridColumn<Material>[]>
}

export function useMaterialColumns(): MaterialListFacts {
  const workbench = useWorkbench()
  const { language } = workbench
  const text = (field: string, value: unknown): string => materialFieldText(field, value, workbench)
  const said = (field: string, values: readonly string[]): readonly Option[] => values.map((value) => ({ value, label: text(field, value) }))
  const options = computed((): Readonly<Partial<Record<MaterialListField, readonly Option[]>>> => ({ kind: said('kind', materialKinds), state: said('state', materialStates) }))
  return {
    fields: computed(() =>
      columns.filter(({ id }) => id !== 'pinned').map(({ id, kind, group = false }) => ({ id, title: language.words.value.material.fields[id], kind, group, say: (value) => text(id, value), ...(options.value[id] === undefined ? {} : { options: options.value[id] }) })),
    ),
    columns: computed(() =>
      columns.map(({ id, kind, width }): GridColumn<Material> => ({
        id,
        title: language.words.value.material.fields[id],
        kind: id === 'state' ? 'badge' : kind === 'date' && id !== 'publishedAt' && id !== 'updatedAt' ? 'date' : 'text',
        value: (material) => (id === 'title' ? titleIn(material, language.locale.value) : id === 'places' ? text('places', material.places) : id === 'pinned' ? text('pinned', material.pinned) : material[id]),
        format: (value) => (id === 'title' ? String(value) || language.words.value.material.untitled : id === 'places' || id === 'pinned' ? String(value) : text(id, value)),
        width: id === 'state' ? badgeWidth(materialStates.map((state) => language.words.value.material.states[state])) : width,
        grow: id === 'title',
        sortable: id !== 'places',
        hideable: id !== 'title',
        ...(id === 'state' ? { tone: (material: Material) => materialTone(material.state) } : {}),
      })),
    ),
  }
}
