import { z } from 'zod'
import type { JsonValue } from '../foundation/json.ts'

/**
 * The values of one column for many rows, kept small: one value for all, or each distinct value once with positions,
 * or as they are. A run over 100,000 leads repeats some hundred partners.
 */
export const codedColumnSchema = z.union([
  z.strictObject({ all: z.json() }),
  z.strictObject({ values: z.array(z.json()), at: z.array(z.int()) }),
  z.strictObject({ each: z.array(z.json()) }),
])
export type CodedColumn = z.infer<typeof codedColumnSchema>

export function codeColumn(values: readonly unknown[]): CodedColumn {
  const places = new Map<unknown, number>()
  const at: number[] = []
  for (const value of values) {
    let place = places.get(value)
    if (place === undefined) {
      place = places.size
      places.set(value, place)
    }
    at.push(place)
  }
  const distinct = [...places.keys()] as JsonValue[]
  if (distinct.length === 1) return { all: (distinct[0] ?? null) as never }
  return distinct.length * 2 <= values.length ? { values: distinct as never, at } : { each: values as never }
}

/** The value of the row at `position`. */
export function codedValue(column: CodedColumn, position: number): JsonValue {
  if ('all' in column) return column.all
  if ('each' in column) return column.each[position] ?? null
  return column.values[column.at[position] ?? -1] ?? null
}
