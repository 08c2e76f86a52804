import type { FilterOperator } from '#shared/foundation/list.ts'
import type { FilterInput } from '../ui/filter.ts'
import type { ListFieldKind } from './list-field.ts'

export type { FilterOperator }

export const filterOperators: readonly FilterOperator[] = ['is', 'isNot', 'contains', 'startsWith', 'atLeast', 'atMost', 'isEmpty', 'isNotEmpty']

const PRESENCE = { isEmpty: 'none', isNotEmpty: 'none' } as const

/** What may be asked of a field of a kind, the usual question first, and what each question is completed with. */
export const operatorsOf: Readonly<Record<Exclude<ListFieldKind, 'date'>, Readonly<Partial<Record<FilterOperator, FilterInput>>>>> = {
  text: { contains: 'text', startsWith: 'text', is: 'text', isNot: 'text', ...PRESENCE },
  choice: { is: 'options', isNot: 'options', ...PRESENCE },
  number: { atLeast: 'number', atMost: 'number', is: 'number', ...PRESENCE },
}
