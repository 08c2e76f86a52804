import type { Option } from './option.ts'

export type FilterValue = string | number | boolean | readonly string[] | null

/** One condition; a list of them is joined with "and". Plain JSON, so that it can be saved, sent and shown in an address. */
export interface Filter {
  readonly field: string
  readonly operator: string
  readonly value: FilterValue
}

/** What a condition is completed with. */
export type FilterInput = 'none' | 'text' | 'number' | 'days' | 'date' | 'dates' | 'option' | 'options'

export interface FilterOperator {
  readonly id: string
  readonly label: string
  readonly input: FilterInput
}

export interface FilterField {
  readonly id: string
  readonly label: string
  readonly keywords?: readonly string[]
  readonly operators: readonly FilterOperator[]
  readonly options?: readonly Option[]
}

export interface FilterLabels {
  /** Name of the bar, for screen readers. */
  readonly bar: string
  readonly add: string
  readonly searchField: string
  readonly searchOperator: string
  readonly searchOption: string
  readonly typeValue: string
  readonly fromDate: string
  readonly toDate: string
  readonly apply: string
  readonly remove: string
  readonly clear: string
  readonly nothingFound: string
  /** Between two chosen options, for example ", ". */
  readonly separator: string
}

export interface FilterWords {
  readonly field: string
  readonly operator: string
  readonly value: string
}

export interface FilterFormat {
  readonly locale: string
  readonly separator: string
}

/** The words of a condition; `undefined` when its field or operator is no longer known. */
export function filterWords(filter: Filter, fields: readonly FilterField[], { locale, separator }: FilterFormat): FilterWords | undefined {
  const field = fields.find((candidate) => candidate.id === filter.field)
  const operator = field?.operators.find((candidate) => candidate.id === filter.operator)
  if (field === undefined || operator === undefined) return undefined
  const labelOf = (value: string): string => field.options?.find((option) => option.value === value)?.label ?? value
  const { value } = filter
  let words = ''
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  if (typeof value === 'number' && operator.input === 'days') words = new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(value)
  else if (Array.isArray(value) && operator.input === 'dates') words = (value as readonly string[]).map((date) => day.format(new Date(date))).join(' – ')
  else if (typeof value === 'number') words = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value)
  else if (typeof value === 'string' && operator.input === 'date') words = day.format(new Date(value))
  else if (typeof value === 'string') words = labelOf(value)
  else if (Array.isArray(value)) words = value.map(labelOf).join(separator)
  return { field: field.label, operator: operator.label, value: words }
}
