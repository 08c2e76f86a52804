import type { z } from 'zod'
import type { CompanyMatch, MatchedCompany } from '../matching/company-matcher.ts'
import type { JsonValue } from './json.ts'
import type { CommandOperation } from './operation.ts'
import type { Table } from './table.ts'

/** Everything a command may know besides its input and the facts it asks for. */
export interface CommandContext {
  /** The instant of the command, ISO 8601 in UTC: the desk's clock on the desk, the server's on the server. */
  readonly now: string
  readonly actor: Actor
  /** Makes ids that are the same whenever this command is run again. */
  readonly id: () => string
  readonly commandId: string
  /** Whether the actor's role allows a command: for one that does again, or takes back, what another did. */
  readonly mayGive: (command: string) => boolean
}

export interface Actor {
  readonly id: string
  readonly name: string
}

/** The only questions a command may ask its runner: a row by its id; rows by a named index; which rows of an index are of a company like this one. */
export type Question =
  | { readonly kind: 'one'; readonly table: Table; readonly id: string }
  | { readonly kind: 'many'; readonly table: Table; readonly index: string; readonly keys: readonly Key[] }
  | AlikeQuestion

/** Which of the rows that an index holds under some keys are of a company like this one. Runners keep what they match with, so that it takes no longer where more rows are. */
export interface AlikeQuestion {
  readonly kind: 'alike'
  readonly table: Table
  readonly index: string
  readonly keys: readonly Key[]
  readonly companyOf: (row: never) => MatchedCompany
  readonly company: MatchedCompany
  readonly sharedDomains: ReadonlySet<string>
}

export type Key = readonly (string | number | null)[]

type AnyRow = Readonly<Record<string, unknown>>

/** One thing to write. Bulk forms carry columns once and rows as arrays: that is how 100,000 rows stay cheap. */
export type Change =
  | { readonly kind: 'insert'; readonly table: Table; readonly columns: readonly string[]; readonly rows: readonly (readonly unknown[])[] }
  | { readonly kind: 'update'; readonly table: Table; readonly columns: readonly string[]; readonly ids: readonly string[]; readonly rows: readonly (readonly unknown[])[] }
  | { readonly kind: 'remove'; readonly table: Table; readonly ids: readonly string[] }

/** A business event for the journal; `about` names the record it happened to. */
export interface Note {
  readonly event: string
  readonly about?: string
  readonly details?: JsonValue
}

export type Decision<Output> =
  | { readonly kind: 'accepted'; readonly changes: readonly Change[]; readonly notes: readonly Note[]; readonly output: Output }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string; readonly details?: JsonValue }

export type CommandRun<Input, Output> = (input: Input, context: CommandContext) => Generator<Question, Decision<Output>, unknown>

/** A command: the operation that names it, and the one text that decides it on the desk and on the server. */
export interface Command {
  readonly operation: CommandOperation
  readonly run: CommandRun<never, unknown>
  /** What the journal keeps of the input, where keeping all of it would only repeat the rows it wrote. */
  readonly journaled?: (input: never) => JsonValue
}

export function command<I extends z.ZodType, O extends z.ZodType>(
  operation: CommandOperation<I, O>,
  run: CommandRun<z.output<I>, z.input<O>>,
  journaled?: (input: z.output<I>) => JsonValue,
): Command {
  return journaled === undefined ? { operation, run } : { operation, run, journaled }
}

/** Asks for the row with this id. */
export function* one<R extends object>(table: Table<R>, id: string): Generator<Question, R | undefined, unknown> {
  return (yield { kind: 'one', table: table, id }) as R | undefined
}

/** Asks for the rows a named index holds under the given keys (each key: the values of the index's first columns). */
export function* many<R extends object>(
  table: Table<R>,
  index: string,
  ...keys: readonly Key[]
): Generator<Question, readonly R[], unknown> {
  return (yield { kind: 'many', table: table, index, keys }) as readonly R[]
}

/** Asks which of the rows that an index holds under the given keys are of a company like this one: the surest first, the row itself left out. */
export function* alike<R extends object>(table: Table<R>, index: string, keys: readonly Key[], companyOf: (row: R) => MatchedCompany, company: MatchedCompany, sharedDomains: ReadonlySet<string>): Generator<Question, readonly CompanyMatch[], unknown> {
  return (yield { kind: 'alike', table, index, keys, companyOf, company, sharedDomains }) as readonly CompanyMatch[]
}

/** Accepts: what to write, what to note, what to answer. */
export function accept<Output>(output: Output, changes: readonly Change[], notes: readonly Note[] = []): Decision<Output> {
  return { kind: 'accepted', changes, notes, output }
}

/** Refuses with a closed code; nothing is written. */
export function refuse(code: string, message: string, details?: JsonValue): Decision<never> {
  return details === undefined ? { kind: 'refused', code, message } : { kind: 'refused', code, message, details }
}

/** Inserts one new row; columns left out take the table's defaults. */
export function insert<R extends object>(table: Table<R>, row: { readonly [K in keyof R]?: R[K] | undefined } & { readonly id: string }): Change {
  const columns = Object.keys(row)
  return { kind: 'insert', table: table, columns, rows: [columns.map((column) => (row as AnyRow)[column])] }
}

/** Changes the named columns of one row. */
export function update<R extends object>(table: Table<R>, id: string, patch: Partial<R>): Change {
  const columns = Object.keys(patch)
  return { kind: 'update', table: table, columns, ids: [id], rows: [columns.map((column) => (patch as AnyRow)[column])] }
}

export function remove<R extends object>(table: Table<R>, ...ids: readonly string[]): Change {
  return { kind: 'remove', table: table, ids }
}

/** What is left of a command that is given no more. */
export function refuseRetired(operation: CommandOperation): Command {
  return command(operation, function* () {
    return refuse('command.retired', 'this is not done in this way any more', { command: operation.name })
  })
}
