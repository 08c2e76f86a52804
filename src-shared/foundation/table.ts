import { z } from 'zod'
import { integer, text, type Column } from './column.ts'

export { boolean, date, decimal, integer, json, real, text } from './column.ts'

/** Whose desk may hold a row: everyone in the company, the desks of a territory subtree, or one user. */
export type Visibility = 'everyone' | 'territory' | 'owner'

export interface TableOptions<Key extends string> {
  /** Named indexes, with `id` the only ways a command may ask for many rows. */
  readonly indexes: Readonly<Record<string, readonly [Key, ...Key[]]>>
  readonly visibility: Visibility
  /** Columns that follow from other facts and may be reckoned anew at any time: that they differ is nobody's change. */
  readonly derived?: readonly Key[]
  /** Rows made of their content, which others come to share: whoever takes back the change that made one leaves it. */
  readonly lasting?: true
  /** Rows that were put on record: nobody takes one back but with the import that brought it. */
  readonly onRecord?: true
  /** What is decided here binds others: it is decided anew, never taken back by undoing, nor brought back so. Where columns are named, only a change of one of them binds. */
  readonly binding?: true | readonly Key[]
  /** Columns about persons who may ask to be forgotten: the journal never holds their values, so that erasing the row erases them. Such rows are `binding`: nothing is kept to undo by. */
  readonly personal?: readonly Key[]
  /** Rows lie below others of their table: the column with the one above. None may lie below itself. */
  readonly below?: Key
  /** The columns that full-text search reads. */
  readonly searched?: readonly Key[]
}

type Columns = Readonly<Record<string, Column>>
type Emptiable<C> = C extends Column<infer Value, infer Full> ? (Full extends true ? Value : Value | null) : never
type Row<C extends Columns> = { -readonly [K in keyof C]: Emptiable<C[K]> }
/** What a new row may leave out: columns that may be empty or have a default. */
type Omittable<C extends Columns> = { [K in keyof C]: C[K] extends Column<unknown, true, false> ? never : K }[keyof C]
type NewRow<C extends Columns> = Omit<Row<C>, Omittable<C>> & Partial<Pick<Row<C>, Omittable<C>>>

/**
 * A table, written once: its columns give the row type, the SQL of both databases and the row's zod schema.
 * Columns carry the names the code uses (camelCase), so a row read raw is already the row.
 */
export interface Table<R extends object = object, N extends object = object> {
  readonly name: string
  readonly columns: Columns
  readonly columnNames: readonly string[]
  readonly jsonColumns: ReadonlySet<string>
  readonly booleanColumns: ReadonlySet<string>
  readonly row: z.ZodType<R>
  /** The schema of each column, for inputs that name some of them. */
  readonly shape: Readonly<Record<string, z.ZodType>>
  readonly options: TableOptions<string>
  /** Only for the compiler: the shape of a new row. */
  readonly newRow?: N
}

export type RowOf<D> = D extends Table<infer R> ? R : never
export type NewRowOf<D> = D extends { readonly newRow?: infer N } ? NonNullable<N> : never

const identity = { id: text().notNull() }
const revision = { rev: integer().notNull().default(1) }

/** Declares a synced table; `id` (UUIDv7) and `rev` (counts this row's changes, from 1) come by themselves. */
export function defineTable<const C extends Columns>(name: string, given: C, options: TableOptions<Extract<keyof C, string> | 'id'>) {
  type All = C & typeof identity & typeof revision
  const columns: Columns = { ...identity, ...given, ...revision }
  const columnNames = Object.keys(columns)
  const shape = Object.fromEntries(Object.entries(columns).map(([column, { schema, full }]) => [column, full ? schema : schema.nullable()]))
  const ofKind = (kind: Column['kind']): ReadonlySet<string> => new Set(columnNames.filter((column) => columns[column]?.kind === kind))
  const table: Table<Row<All>, NewRow<All>> = {
    name,
    columns,
    columnNames,
    jsonColumns: ofKind('json'),
    booleanColumns: ofKind('boolean'),
    row: z.strictObject(shape) as unknown as z.ZodType<Row<All>>,
    shape,
    options: options,
  }
  return table
}

/** The columns of a named index; every table has `id` besides those it names. */
export function indexColumns(table: Table, index: string): readonly [string, ...string[]] {
  const columns = index === 'id' ? (['id'] as const) : table.options.indexes[index]
  if (columns === undefined) throw new Error(`table ${table.name} has no index ${index}`)
  return columns
}
