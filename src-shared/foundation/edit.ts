import { z } from 'zod'
import { refuse, type Decision } from './command.ts'
import type { JsonValue } from './json.ts'
import type { Table } from './table.ts'

export const idSchema = z.uuid()

/**
 * Edits of single fields of one row. `was` is the value the person saw: if another change came in between on the same
 * field, the edit is refused with both values; edits of different fields never disturb each other.
 */
export function editInput<R extends object, const F extends Extract<keyof R, string>>(table: Table<R>, fields: readonly [F, ...F[]]) {
  const options = fields.map((field) => {
    const value = table.shape[field]
    if (value === undefined) throw new Error(`table ${table.name} has no column ${field}`)
    return z.strictObject({ field: z.literal(field), value, was: value.optional() })
  })
  const [first, ...rest] = options
  if (first === undefined) throw new Error('an edit needs a field')
  return z.strictObject({ id: idSchema, edits: z.array(z.union([first, ...rest])).min(1).max(fields.length) })
}

/** A row's first values: the named columns, each optional unless the column demands a value and has no default. */
export function newRowInput<R extends object, const F extends Extract<keyof R, string>>(table: Table<R>, required: readonly F[], optional: readonly Extract<keyof R, string>[]) {
  const shape = Object.fromEntries([
    ...optional.map((field) => [field, table.shape[field]?.optional()] as const),
    // Last, because a capability lists all its editable fields as optional, these among them.
    ...required.map((field) => [field, table.shape[field]] as const),
  ])
  return z.strictObject(shape as Record<string, z.ZodType>) as unknown as z.ZodType<Pick<R, F> & Partial<R>>
}

export interface Edit {
  readonly field: string
  readonly value?: unknown
  readonly was?: unknown
}

/**
 * The columns an edit really changes, or the refusal when the row has changed under the editor.
 * @param entity first half of the refusal's code: `lead` gives `lead.stale`
 */
export function decideEdit<Row extends object>(entity: string, row: Row, edits: readonly Edit[]): { readonly patch: Partial<Row> } | Decision<never> {
  const patch: Record<string, unknown> = {}
  for (const { field, value, was } of edits) {
    const current = (row as Record<string, unknown>)[field]
    if (same(current, value)) continue
    if (was !== undefined && !same(current, was)) {
      return refuse(`${entity}.stale`, `${field} was changed in the meantime`, { field, yours: value as JsonValue, theirs: current as JsonValue })
    }
    patch[field] = value
  }
  return { patch: patch as Partial<Row> }
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
