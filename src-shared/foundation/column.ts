import { z } from 'zod'

export type ColumnKind = 'text' | 'integer' | 'real' | 'boolean' | 'json'

/** A list read from a row is not for changing in place. */
type Held<T> = T extends (infer Item)[] ? readonly Item[] : T

/** One column: what a row holds, whether it may be empty, and what it is when nobody says. */
export class Column<Value = unknown, Full extends boolean = boolean, Defaulted extends boolean = boolean> {
  declare readonly value: Value
  declare readonly isFull: Full
  declare readonly isDefaulted: Defaulted
  readonly kind: ColumnKind
  readonly schema: z.ZodType
  readonly full: boolean
  readonly defaultValue: number | undefined

  constructor(kind: ColumnKind, schema: z.ZodType, full = false, defaultValue?: number) {
    this.kind = kind
    this.schema = schema
    this.full = full
    this.defaultValue = defaultValue
  }

  /** Every row has a value here. */
  notNull(): Column<Value, true, Defaulted> {
    return new Column(this.kind, this.schema, true, this.defaultValue)
  }

  default(value: number): Column<Value, Full, true> {
    return new Column(this.kind, this.schema, this.full, value)
  }
}

/** Plain decimal text as `readDecimal` takes it. */
export const decimalText = z.string().max(61).regex(/^-?\d{1,40}(\.\d{1,20})?$/)

type Fresh<Value> = Column<Value, false, false>

/** What every database and every file can hold: no NUL, no half of a character. */
export const plainText = z.string().refine((value) => !value.includes('\0') && value.isWellFormed(), 'text without NUL and lone surrogates')

export function text(): Fresh<string>
export function text<const Values extends readonly [string, ...string[]]>(options: { readonly enum: Values }): Fresh<Values[number]>
export function text(options?: { readonly enum: readonly [string, ...string[]] }): Fresh<string> {
  return new Column('text', options === undefined ? plainText : z.enum(options.enum))
}

/** An exact decimal as text (foundation/decimal.ts): neither JSON nor SQLite would keep it. */
export function decimal(): Fresh<string> {
  return new Column('text', decimalText)
}

/** A local date, `YYYY-MM-DD`. */
export function date(): Fresh<string> {
  return new Column('text', z.iso.date())
}

export function integer(limits: { readonly minimum?: number; readonly maximum?: number } = {}): Fresh<number> {
  const { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = limits
  return new Column('integer', z.int().min(minimum).max(maximum))
}

export function real(): Fresh<number> {
  return new Column('real', z.number())
}

export function boolean(): Fresh<boolean> {
  return new Column('boolean', z.boolean())
}

/** A value of its own shape, stored as JSON text. */
export function json<S extends z.ZodType>(schema: S): Fresh<Held<z.output<S>>> {
  return new Column('json', schema)
}
