import { computed, type ComputedRef } from 'vue'
import type { AccountListField } from '#shared/accounts/accounts.contract.ts'
import { useWorkbench } from '../shell/workbench.ts'
import type { GridColumn } from '../ui/grid/grid-column.ts'
import type { Option } from '../ui/option.ts'
import type { ListField, ListFieldKind } from '../views/list-field.ts'
import { accountFieldText, type Account } from './account.presenter.ts'

interface Column {
  readonly id: Exclude<AccountListField, 'id'>
  readonly kind: ListFieldKind
  readonly width: number
  readonly edit?: 'text' | 'number'
  readonly group?: boolean
  /** Its order is not one a person reads: ids. */
  readonly unsorted?: boolean
}

/** The list's columns in their first order. */
const columns: readonly Column[] = [
  { id: 'name', kind: 'text', width: 220, edit: 'text' },
  { id: 'country', kind: 'choice', width: 130, group: true },
  { id: 'partnerId', kind: 'choice', width: 190, group: true, unsorted: true },
  { id: 'openOpportunities', kind: 'number', width: 150 },
  { id: 'industry', kind: 'choice', width: 150, group: true },
  { id: 'city', kind: 'text', width: 130, edit: 'text', group: true },
  { id: 'createdAt', kind: 'date', width: 180 },
  { id: 'territoryId', kind: 'choice', width: 160, group: true, unsorted: true },
  { id: 'region', kind: 'text', width: 110, group: true },
  { id: 'employees', kind: 'number', width: 100, edit: 'number' },
  { id: 'corporateNumber', kind: 'text', width: 140, edit: 'text' },
  { id: 'domain', kind: 'text', width: 150 },
  { id: 'postcode', kind: 'text', width: 100, edit: 'text' },
  { id: 'nameEn', kind: 'text', width: 180, edit: 'text' },
  { id: 'nameKana', kind: 'text', width: 180, edit: 'text' },
]

const shownAtFirst: ReadonlySet<AccountListField> = new Set(['name', 'country', 'partnerId', 'openOpportunities', 'industry', 'city', 'createdAt'])
export const hiddenAccountColumns: readonly string[] = columns.filter(({ id }) => !shownAtFirst.has(id)).map(({ id }) => id)

interface AccountListFacts {
  readonly fields: ComputedRef<readonly ListField[]>
  readonly columns: ComputedRef<readonly GridColumn<Account>[]>
}

export function useAccountColumns(): AccountListFacts {
  const workbench = useWorkbench()
  const { language, names, places, rights } = workbench
  const text = (field: string, value: unknown): string => accountFieldText(field, value, workbench)
  const named = (list: readonly { readonly id: string; readonly name: string }[]) => list.map(({ id, name }) => ({ value: id, label: name }))
  const options = computed((): Readonly<Partial<Record<AccountListField, readonly Option[]>>> => ({
    country: places.countries.value,
    industry: places.industries.value,
    partnerId: named(names.partners.value),
    territoryId: named(names.territories.value),
  }))

  return {
    fields: computed(() =>
      columns.map(({ id, kind, group = false }) => ({
        id, title: language.words.value.accounts.fields[id], kind, group, say: (value) => text(id, value), ...(options.value[id] === undefined ? {} : { options: options.value[id] }),
      })),
    ),
    columns: computed(() =>
      columns.map(({ id, kind, width, edit, unsorted = false }): GridColumn<Account> => ({
        id,
        title: language.words.value.accounts.fields[id],
        kind: kind === 'choice' ? 'text' : kind,
        value: (account) => account[id],
        format: (value) => text(id, value),
        width,
        grow: id === 'name',
        sortable: !unsorted,
        hideable: id !== 'name',
        ...(edit === undefined || !rights.may('accounts.update') ? {} : { edit: { kind: edit } }),
      })),
    ),
  }
}
