import { z } from 'zod'
import type { UpCast } from './up-cast.ts'

interface OperationShape<Kind extends string, I extends z.ZodType, O extends z.ZodType> {
  readonly kind: Kind
  /** `capability.verb`, given by the contract that holds the operation. */
  readonly name: string
  /** What it does, in a line, for the command line and the API's description. */
  readonly summary: string
  readonly input: I
  readonly output: O
  /** Only jobs of the host may call it; from outside there is no such operation. */
  readonly internal?: true
}

/** Reads; never writes. */
export type QueryOperation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = OperationShape<'query', I, O> & {
  /** Takes long the first time: a thread of its own answers it, and keeps what it has read and reckoned. */
  readonly apart?: true
}

/** Writes through a command: journaled, undoable, synced. */
export type CommandOperation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = OperationShape<'command', I, O> & {
  /** Counts the shapes its input has had. A desk sends a command as it was given, whatever it has become since. */
  readonly version: number
  /** What makes of each earlier shape the next: the first is for version 1. Kept for ever. */
  readonly earlier: readonly UpCast[]
}

/** Long work of the host itself (import, assign, backup): reports progress, can be cancelled, writes only through commands. */
export type JobOperation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = OperationShape<'job', I, O> & {
  /** Names of tables: the host runs the job by itself when rows of these have changed and rest again. Its input is empty. */
  readonly afterChangesOf?: readonly string[]
}

export type Operation = QueryOperation | CommandOperation | JobOperation

type Unnamed = { [K in Operation['kind']]: Omit<Extract<Operation, { kind: K }>, 'name'> }[Operation['kind']]
type Named<Ops> = { readonly [V in keyof Ops]: Ops[V] & { readonly name: string } }

/** What a capability offers across every border: window, command line, HTTP. */
export interface Contract<Ops extends Readonly<Record<string, Operation>> = Readonly<Record<string, Operation>>> {
  readonly capability: string
  readonly operations: Ops
}

export function query<I extends z.ZodType, O extends z.ZodType>(summary: string, input: I, output: O): Omit<QueryOperation<I, O>, 'name'> {
  return { kind: 'query', summary, input, output }
}

export function commandOperation<I extends z.ZodType, O extends z.ZodType>(
  summary: string,
  input: I,
  output: O,
  earlier: readonly UpCast[] = [],
): Omit<CommandOperation<I, O>, 'name'> {
  return { kind: 'command', summary, input, output, version: earlier.length + 1, earlier }
}

/** Keeps the name of a command that is given no more: one that a desk still has to send is refused in words, see `refuseRetired`. */
export function retiredOperation(summary: string, versions: number) {
  return internal(commandOperation(summary, z.json(), z.never(), Array.from({ length: versions - 1 }, () => (input) => input)))
}

export function job<I extends z.ZodType, O extends z.ZodType>(summary: string, input: I, output: O): Omit<JobOperation<I, O>, 'name'> {
  return { kind: 'job', summary, input, output }
}

/** Keeps an operation to the host's own jobs. */
export function internal<Op extends Unnamed>(operation: Op): Op & { readonly internal: true } {
  return { ...operation, internal: true }
}

/** Has the host run a job by itself, too: when rows of these tables have changed, and rest again. */
export function afterChangesOf<Op extends Omit<JobOperation, 'name'>>(tables: readonly string[], operation: Op): Op & { readonly afterChangesOf: readonly string[] } {
  return { ...operation, afterChangesOf: tables }
}

/** Has a query answered beside all others, by a thread that keeps what it has reckoned. */
export function apart<Op extends Omit<QueryOperation, 'name'>>(operation: Op): Op & { readonly apart: true } {
  return { ...operation, apart: true }
}

/** Gathers a capability's operations and gives each its name, `capability.verb`. */
export function contract<const Ops extends Readonly<Record<string, Unnamed>>>(capability: string, operations: Ops): Contract<Named<Ops> & Readonly<Record<string, Operation>>> {
  const named = Object.entries(operations).map(([verb, operation]) => [verb, { ...operation, name: `${capability}.${verb}` }])
  return { capability, operations: Object.fromEntries(named) as Named<Ops> & Readonly<Record<string, Operation>> }
}
