import type { Filter } from '../ui/filter.ts'
import type { ListFilter } from './list-state.ts'

/** `last:7`: the last seven days, today included, whenever the list is asked. */
const LAST = 'last:'

/** What may be asked of a day, and how the filter editor completes it. */
export const dateOperators = { on: 'date', between: 'dates', last: 'days', from: 'date', until: 'date' } as const
export type DateOperator = keyof typeof dateOperators

/** A condition on days as the list's state keeps it: one or two days, or a length that counts back from today. */
export function dateToBar({ field, operator, values }: ListFilter): Filter {
  const [first = '', second] = values.map(String)
  if (operator === 'is') return second === undefined ? { field, operator: 'on', value: first } : { field, operator: 'between', value: [first, second] }
  if (first.startsWith(LAST)) return { field, operator: 'last', value: Number(first.slice(LAST.length)) }
  return { field, operator: operator === 'atMost' ? 'until' : 'from', value: first }
}

export function dateFromBar({ field, operator, value }: Filter): ListFilter {
  const values = (Array.isArray(value) ? (value as readonly string[]) : [String(value)]).toSorted()
  if (operator === 'last') return { field, operator: 'atLeast', values: [`${LAST}${String(value)}`] }
  return { field, operator: operator === 'from' ? 'atLeast' : operator === 'until' ? 'atMost' : 'is', values }
}

/** Days as the desk lives them, as the instants that rows are compared with. */
export function resolveDates({ field, operator, values }: ListFilter, now: Date): readonly ListFilter[] {
  const [first = '', second = first] = values.map(String)
  if (first.startsWith(LAST)) {
    const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() - Number(first.slice(LAST.length)) + 1)
    return [{ field, operator: 'atLeast', values: [day.toISOString()] }]
  }
  const from: ListFilter = { field, operator: 'atLeast', values: [startOf(first, 0)] }
  const until: ListFilter = { field, operator: 'atMost', values: [startOf(second, 1)] }
  if (operator === 'is') return [from, until]
  return [operator === 'atMost' ? until : from]
}

/** The first instant of a local day, or the last one before the next. */
function startOf(day: string, add: 0 | 1): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(new Date(year, month - 1, date + add).getTime() - add).toISOString()
}
