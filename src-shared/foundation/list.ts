import { z } from 'zod'

/**
 * The one way every capability lists its rows: filter, sort, group and search run in the database,
 * and the caller sees a window of the result, never all of it.
 */
export const filterOperators = ['is', 'isNot', 'contains', 'startsWith', 'atLeast', 'atMost', 'isEmpty', 'isNotEmpty'] as const
export type FilterOperator = (typeof filterOperators)[number]

const scalar = z.union([z.string().max(400), z.number(), z.boolean()])

export const MAXIMUM_WINDOW = 500

export function listInput<const F extends readonly [string, ...string[]]>(fields: F) {
  const field = z.enum(fields)
  return z.strictObject({
    filter: z.array(z.strictObject({ field, operator: z.enum(filterOperators), values: z.array(scalar).max(500) })).max(40).default([]),
    search: z.string().max(200).default(''),
    sort: z.array(z.strictObject({ field, direction: z.enum(['ascending', 'descending']) })).max(4).default([]),
    group: field.nullable().default(null),
    /** Half-open window of row positions; at most 500 rows. */
    from: z.int().min(0).default(0),
    to: z.int().min(0).default(0),
  }).refine((window) => window.to - window.from <= MAXIMUM_WINDOW, { message: `a window holds at most ${MAXIMUM_WINDOW} rows` })
}

export function listOutput<R extends z.ZodType>(row: R) {
  return z.strictObject({
    /** Rows that match, of all positions. */
    total: z.int(),
    /** Grows with every change of the workspace that may have moved a row. */
    version: z.int(),
    rows: z.array(row),
    /** When grouped: each group's value and size, in list order. */
    groups: z.array(z.strictObject({ value: z.union([z.string(), z.number(), z.boolean()]).nullable(), count: z.int() })).nullable(),
  })
}

export type ListInput = z.output<ReturnType<typeof listInput>>
export type ListFilter = ListInput['filter'][number]
