import { filterOperators, type FilterOperator } from './filter-operators.ts'

/** What a list is asked: written into the page's address and kept by saved views. Field names are the contract's. */
export interface ListState {
  readonly search: string
  readonly filter: readonly ListFilter[]
  readonly sort: readonly ListSort[]
  readonly group: string | null
}

export interface ListFilter {
  readonly field: string
  readonly operator: FilterOperator
  readonly values: readonly (string | number | boolean)[]
}

export interface ListSort {
  readonly field: string
  readonly direction: 'ascending' | 'descending'
}

/** Values of an address' query, as vue-router gives them. */
export type Query = Readonly<Record<string, string | null | undefined | readonly (string | null)[]>>

export const emptyState: ListState = { search: '', filter: [], sort: [], group: null }

/**
 * The state as parts of an address: `q` search, `f` one a filter (`stage~is~new~qualified`), `s` sort (`-score`), `g` group.
 * Numbers and booleans are marked (`=3`), so that they come back as such.
 */
export function writeState(state: ListState): Record<string, string | string[]> {
  return {
    ...(state.search === '' ? {} : { q: state.search }),
    ...(state.filter.length === 0 ? {} : { f: state.filter.map(({ field, operator, values }) => [field, operator, ...values.map(writeValue)].join('~')) }),
    ...(state.sort.length === 0 ? {} : { s: state.sort.map(({ field, direction }) => (direction === 'descending' ? `-${field}` : field)).join('~') }),
    ...(state.group === null ? {} : { g: state.group }),
  }
}

/** The state an address asks for; what is no field of the list, or no operator, is left out. */
export function readState(query: Query, fields: ReadonlySet<string>): ListState {
  const group = first(query['g'])
  return {
    search: first(query['q']) ?? '',
    filter: all(query['f']).flatMap((text) => readFilter(text, fields)),
    sort: (first(query['s'])?.split('~') ?? []).flatMap((term) => {
      const field = term.replace(/^-/, '')
      return fields.has(field) ? [{ field, direction: term.startsWith('-') ? ('descending' as const) : ('ascending' as const) }] : []
    }),
    group: group !== undefined && fields.has(group) ? group : null,
  }
}

export function sameState(a: ListState, b: ListState): boolean {
  return JSON.stringify(writeState(a)) === JSON.stringify(writeState(b))
}

function readFilter(text: string, fields: ReadonlySet<string>): ListFilter[] {
  const [field = '', operatorName, ...values] = text.split('~')
  const operator = filterOperators.find((each) => each === operatorName)
  return operator !== undefined && fields.has(field) ? [{ field, operator, values: values.map(readValue) }] : []
}

const ESCAPED: Readonly<Record<string, string>> = { '%': '%25', '~': '%7E', '=': '%3D' }

function writeValue(value: string | number | boolean): string {
  return typeof value === 'string' ? value.replaceAll(/[%~=]/g, (character) => ESCAPED[character] ?? character) : `=${value}`
}

function readValue(text: string): string | number | boolean {
  if (!text.startsWith('=')) return text.replaceAll(/%(25|7E|3D)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  const marked = text.slice(1)
  return marked === 'true' || marked === 'false' ? marked === 'true' : Number(marked)
}

const all = (value: Query[string]): readonly string[] => (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string')
const first = (value: Query[string]): string | undefined => all(value)[0]
