import type Database from 'better-sqlite3'
import type { z } from 'zod'
import type { ResolvedPolicies } from '#shared/policies/resolve-policies.ts'
import type { Contract, JobOperation, Operation, QueryOperation } from '#shared/foundation/operation.ts'
import type { ListReader } from '../workspace/list-query.ts'
import type { LiveSync } from '../sync/sync-status.ts'
import type { FileGrant } from './data-host.ts'

/** What a query has: the workspace for reading, as it is at this instant. */
export interface QueryContext {
  readonly db: Database.Database
  readonly lists: ListReader
  readonly directory: string
  /** The local date of this desk, for rules with dates. */
  readonly today: () => string
  /** How sync goes at the moment. */
  readonly sync: () => LiveSync
  /** Counts up whenever rows may have changed, for whoever keeps what was reckoned from them; for queries `apart` only what is no draft counts. */
  readonly changes: () => number
}

export type Phase = 'reading' | 'checking' | 'planning' | 'writing' | 'indexing' | 'copying' | 'undoing'

/** What a job has besides: commands to write through, progress to tell, a cancel to heed. */
export interface JobContext extends QueryContext {
  readonly now: () => string
  readonly newId: () => string
  /** What the company has set on this computer. */
  readonly policies: ResolvedPolicies
  /** Runs a command on the writer. Throws RefusedError when it is refused. `silent` keeps the window's lists as they are until `announce`. */
  readonly write: <O>(name: string, input: unknown, options?: { readonly batchId?: string; readonly silent?: boolean }) => Promise<O>
  /** Tells the window that the rows of these tables may have changed. */
  readonly announce: (...tables: readonly string[]) => void
  readonly progress: (phase: Phase, done: number, total: number) => void
  /** Throws RefusedError `job.cancelled` once the user has cancelled. */
  readonly heedCancel: () => void
  /** Refuses with `file.unknown` unless a dialog, an upload or the command line granted the token. */
  readonly file: (token: string, access: FileGrant['access']) => string
  /** Grants a file this job wrote to whoever asked for the job. */
  readonly offerFile: (path: string) => string
}

type QueryHandler<Op> = Op extends QueryOperation<infer I, infer O> ? (input: z.output<I>, context: QueryContext) => z.input<O> : never
type JobHandler<Op> = Op extends JobOperation<infer I, infer O> ? (input: z.output<I>, context: JobContext) => Promise<z.input<O>> : never

type OfKind<Ops, Kind extends Operation['kind']> = {
  [V in keyof Ops as string extends V ? never : Ops[V] extends { readonly kind: Kind } ? V : never]: Ops[V]
}

export type Queries<C extends Contract> = { readonly [V in keyof OfKind<C['operations'], 'query'>]: QueryHandler<OfKind<C['operations'], 'query'>[V]> }
export type Jobs<C extends Contract> = { readonly [V in keyof OfKind<C['operations'], 'job'>]: JobHandler<OfKind<C['operations'], 'job'>[V]> }

/** The host's half of a capability: its queries and jobs. Commands need nothing here; they are shared. */
export interface HostCapability {
  readonly contract: Contract
  readonly queries: Readonly<Record<string, (input: never, context: QueryContext) => unknown>>
  readonly jobs: Readonly<Record<string, (input: never, context: JobContext) => Promise<unknown>>>
}

/** Ties handlers to their contract; a missing or mistyped handler does not compile. */
export function hostCapability<C extends Contract>(contract: C, queries: Queries<C>, jobs: Jobs<C>): HostCapability {
  return { contract, queries: queries, jobs: jobs }
}
