import type { Words } from '#shared/locales/words.ts'
import type { Filter, FilterField } from '../ui/filter.ts'
import type { Option } from '../ui/option.ts'
import { dateFromBar, dateOperators, dateToBar, type DateOperator } from './date-filter.ts'
import { operatorsOf, type FilterOperator } from './filter-operators.ts'
import type { ListFilter } from './list-state.ts'

export type ListFieldKind = 'text' | 'choice' | 'number' | 'date'

/** A field of a list's contract, as people filter, group and read it. */
export interface ListField {
  readonly id: string
  readonly title: string
  readonly kind: ListFieldKind
  /** Of a choice. */
  readonly options?: readonly Option[]
  /** Words of a value, in group headings; the value itself when left out. */
  readonly say?: (value: string) => string
  /** Rows can be gathered by it. */
  readonly group?: boolean
  /** Not offered as a filter. */
  readonly hidden?: boolean
}

export function filterFields(fields: readonly ListField[], words: Words['views']['filter']): readonly FilterField[] {
  return fields.filter((field) => field.hidden !== true).map((field) => ({
    id: field.id,
    label: field.title,
    operators:
      field.kind === 'date'
        ? Object.entries(dateOperators).map(([id, input]) => ({ id, label: words.dates[id as DateOperator], input }))
        : Object.entries(operatorsOf[field.kind]).map(([id, input]) => ({ id, label: words.operators[id as FilterOperator], input })),
    ...(field.options === undefined ? {} : { options: field.options }),
  }))
}

/** A condition of the list as the filter bar shows it. */
export function toBar(filter: ListFilter, fields: readonly ListField[]): Filter {
  const { field, operator, values } = filter
  const kind = fields.find((each) => each.id === field)?.kind
  if (kind === 'date') return dateToBar(filter)
  if (kind === 'choice') return { field, operator, value: values.map(String) }
  return { field, operator, value: values[0] ?? null }
}

export function fromBar(filter: Filter, fields: readonly ListField[]): ListFilter {
  const { field, operator, value } = filter
  if (fields.find((each) => each.id === field)?.kind === 'date') return dateFromBar(filter)
  const values = Array.isArray(value) ? (value as readonly string[]) : value === null ? [] : [value as string | number | boolean]
  return { field, operator: operator as FilterOperator, values }
}

/** Words of a group's value. */
export function groupWords(field: ListField | undefined, value: string | number | boolean | null, words: Words): string {
  if (value === null || value === '') return words.views.noValue
  const text = String(value)
  return field?.say?.(text) ?? field?.options?.find((option) => option.value === text)?.label ?? text
}
