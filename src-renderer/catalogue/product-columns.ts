import { computed, type ComputedRef } from 'vue'
import type { ProductListField } from '#shared/catalogue/catalogue.contract.ts'
import { productKinds } from '#shared/catalogue/product.ts'
import { taxCategories } from '#shared/quotes/tax-policy.ts'
import { useWorkbench } from '../shell/workbench.ts'
import type { GridColumn } from '../ui/grid/grid-column.ts'
import type { Option } from '../ui/option.ts'
import type { ListField, ListFieldKind } from '../views/list-field.ts'
import { productFieldText, type Product } from './product.presenter.ts'

interface Column {
  readonly id: Exclude<ProductListField, 'id' | 'importId'>
  readonly kind: ListFieldKind
  readonly width: number
  readonly edit?: 'text' | 'number'
  readonly group?: boolean
}

/** The list's columns in their first order. */
const columns: readonly Column[] = [
  { id: 'code', kind: 'text', width: 130 },
  { id: 'name', kind: 'text', width: 260, edit: 'text' },
  { id: 'category', kind: 'text', width: 160, edit: 'text', group: true },
  { id: 'kind', kind: 'choice', width: 100, group: true },
  { id: 'unit', kind: 'text', width: 80, edit: 'text' },
  { id: 'stock', kind: 'number', width: 90, edit: 'number' },
  { id: 'cost', kind: 'number', width: 110 },
  { id: 'costCurrency', kind: 'text', width: 80, group: true },
  { id: 'taxCategory', kind: 'choice', width: 130, group: true },
  { id: 'sellableFrom', kind: 'date', width: 130 },
  { id: 'sellableTo', kind: 'date', width: 130 },
  { id: 'nameJa', kind: 'text', width: 200, edit: 'text' },
  { id: 'nameEs', kind: 'text', width: 200, edit: 'text' },
  { id: 'createdAt', kind: 'date', width: 180 },
]

const shownAtFirst: ReadonlySet<ProductListField> = new Set(['code', 'name', 'category', 'kind', 'unit', 'stock', 'cost', 'costCurrency'])
export const hiddenProductColumns: readonly string[] = columns.filter(({ id }) => !shownAtFirst.has(id)).map(({ id }) => id)

export function useProductColumns(): { readonly fields: ComputedRef<readonly ListField[]>; readonly columns: ComputedRef<readonly GridColumn<Product>[]> } {
  const workbench = useWorkbench()
  const { language, rights } = workbench
  const text = (field: string, value: unknown): string => productFieldText(field, value, workbench)
  const options = computed((): Readonly<Partial<Record<ProductListField, readonly Option[]>>> => ({
    kind: productKinds.map((value) => ({ value, label: text('kind', value) })),
    taxCategory: taxCategories.map((value) => ({ value, label: text('taxCategory', value) })),
  }))
  return {
    fields: computed(() => columns.map(({ id, kind, group = false }) => ({ id, title: language.words.value.catalogue.fields[id], kind, group, say: (value) => text(id, value), ...(options.value[id] === undefined ? {} : { options: options.value[id] }) }))),
    columns: computed(() =>
      columns.map(({ id, kind, width, edit }): GridColumn<Product> => ({
        id, title: language.words.value.catalogue.fields[id], kind: kind === 'choice' ? 'text' : kind, value: (product) => product[id], format: (value) => text(id, value), width, grow: id === 'name', hideable: id !== 'code',
        ...(edit === undefined || !rights.may('catalogue.updateProduct') ? {} : { edit: { kind: edit } }),
      })),
    ),
  }
}
