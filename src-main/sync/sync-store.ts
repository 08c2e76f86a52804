import type { Person } from '#shared/people/enrolment.ts'
import type { CommandResult, PulledTable, PullAnswer, SentCommand } from '#shared/sync/messages.ts'
import type { RefusedCommand } from '#shared/sync/sync.contract.ts'
import type { SyncRow } from './sync-row.ts'

export interface Link {
  readonly address: string
  readonly clientId: string
  readonly person: Person
}

export interface BatchLimits {
  readonly commands: number
  readonly bytes: number
}

export interface OutgoingBatch {
  readonly clientId: string
  readonly epoch: string | null
  readonly commands: readonly SentCommand[]
  /** All that are to be sent, these among them. */
  readonly waiting: number
}

export interface StartedPull {
  readonly requestId: number
  readonly clientId: string
  readonly cursor: string | null
  readonly acknowledged: number
}

export interface CompletePull {
  readonly requestId: number
  readonly reset: PullAnswer['reset']
  readonly epoch: string
  readonly complete: { readonly cursor: string; readonly lastSeq: number; readonly lastCommand?: string | null | undefined; readonly results: readonly CommandResult[] }
  readonly now: string
}

/** The tables whose rows may have changed. */
export type TouchedTables = readonly string[]

/**
 * What sync does to the workspace, each method in one transaction on the writer's connection.
 * The desk's rows are always the server's, as of the last complete pull, with the pending commands done again on top.
 */
export interface SyncStore {
  readonly standing: () => SyncRow | null
  /** Links the desk; what it holds already goes into the outbox. @returns how many rows that were */
  readonly connect: (link: Link, now: string) => number
  /** The person may have another name or role than before, and is signed in. */
  readonly setPerson: (person: Person) => void
  /** What stands in the way of connecting: rows that would have to be sent, an import or run under way. */
  readonly obstacles: () => { readonly rows: boolean; readonly running: boolean }
  readonly setPaused: (paused: boolean) => void
  /** @param code why */
  readonly setSignedOut: (code: string) => void
  readonly setProblem: (code: string | null) => void
  readonly noteComparison: (at: string, differing: readonly string[]) => void
  readonly nextBatch: (limits: BatchLimits) => OutgoingBatch
  readonly recordAnswers: (results: readonly CommandResult[], epoch: string) => void
  readonly beginPull: () => StartedPull
  /** Keeps a page until the pull is complete. @returns false when another pull has begun since */
  readonly stage: (requestId: number, data: readonly PulledTable[]) => boolean
  readonly apply: (pull: CompletePull) => TouchedTables
  /** The server knows this client's commands up to `lastSeq` alone: the later ones go again, and every row is fetched anew. @returns false when the desk no longer has them in order */
  readonly requeueAfter: (lastSeq: number, epoch: string) => boolean
  /** The next pull brings every row. */
  readonly forgetCursor: () => void
  /** Another desk goes by this one's identity: the commands go on under another. */
  readonly takeNewIdentity: (clientId: string) => void
  readonly signOut: (wipe: boolean) => TouchedTables
  readonly refusedCommand: (id: string) => (RefusedCommand & { readonly batchId: string | null }) | null
  readonly drop: (id: string) => boolean
}
