import { hostname } from 'node:os'
import { RefusedError, type Outcome } from '#shared/foundation/outcome.ts'
import type { Operation } from '#shared/foundation/operation.ts'
import { syncContract, type SyncStatus } from '#shared/sync/sync.contract.ts'
import { newId } from '../foundation/new-id.ts'
import { PROGRAM_VERSION } from '../foundation/program-version.ts'
import { Refused } from '../operations/dispatch.ts'
import { removeCopies } from '../workspace/remove-copies.ts'
import { plainAddress } from './enrol.ts'
import { companyWay, signInWithCompany } from './sign-in/sign-in.ts'
import type { SyncPort } from './sync-call.ts'
import type { SyncLoop } from './sync-loop.ts'
import type { Surroundings } from './surroundings.ts'

interface SyncService {
  readonly directory: string
  readonly loop: SyncLoop
  readonly store: SyncPort
  readonly surroundings: Surroundings
  readonly status: () => Promise<SyncStatus>
  readonly write: (name: string, input: unknown, id: string, batchId: string | null) => Promise<Outcome<unknown>>
  readonly changed: () => void
  /** Ends what still has files of a first load open. */
  readonly letGo: () => Promise<void>
}

/** What a job of sync has of its own. */
export interface SyncJob {
  /** The person cancels it. */
  readonly signal: AbortSignal
  /** Shows a page in the person's own browser. */
  readonly show: (address: string) => void
}

const { operations } = syncContract

/** The jobs of sync: they concern the loop and its store, so they run where it does. */
export function serveSync({ directory, loop, store, surroundings, status, write, changed, letGo }: SyncService): (operation: Operation, input: unknown, job: SyncJob) => Promise<unknown> {
  const serve: Readonly<Record<string, (input: never, job: SyncJob) => Promise<unknown>>> = {
    [operations.connect.name]: async ({ address, code }: { address: string; code: string }) => {
      await loop.connect(address, async () => ({ path: '/auth/v1/enrol', body: { code } }))
      return status()
    },
    [operations.ways.name]: async ({ address }: { address: string }, { signal }) => ({ company: (await companyWay(plainAddress(address), { surroundings, signal })) !== null }),
    [operations.signIn.name]: async ({ address }: { address: string }, job) => {
      await loop.connect(address, (plain) => signInWithCompany(plain, { surroundings, ...job }))
      return status()
    },
    [operations.now.name]: async () => {
      await loop.now()
      return status()
    },
    [operations.compare.name]: () => loop.compare(),
    [operations.pause.name]: async ({ paused }: { paused: boolean }) => {
      await loop.pause(paused)
      return status()
    },
    [operations.signOut.name]: async ({ wipe }: { wipe: boolean }) => {
      await loop.signOut(wipe)
      await letGo()
      // Copies of the company's rows are the company's rows.
      if (wipe) removeCopies(directory)
      return status()
    },
    [operations.drop.name]: async ({ id }: { id: string }) => {
      if (!(await store.drop(id))) throw new RefusedError('sync.not-found', 'this command waits here no longer')
      changed()
      return {}
    },
    [operations.retry.name]: async ({ id, input }: { id: string; input?: unknown }) => {
      const refused = await store.refusedCommand(id)
      if (refused === null) throw new RefusedError('sync.not-found', 'this command waits here no longer')
      const again = newId()
      const outcome = await write(refused.command, input ?? refused.input, again, refused.batchId)
      if (!outcome.ok) return new Refused(outcome)
      await store.drop(id)
      changed()
      return { id: again }
    },
  }
  return (operation, input, job) => {
    const served = serve[operation.name]
    if (served === undefined) throw new Error(`${operation.name} is not a job of sync`)
    return served(input as never, job)
  }
}

export function systemSurroundings(): Surroundings {
  return {
    fetch: (address, init) => fetch(address, init),
    monotonic: () => performance.now(),
    now: () => new Date().toISOString(),
    random: Math.random,
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds)
      return () => {
        clearTimeout(timer)
      }
    },
    newId,
    deviceName: hostname().slice(0, 120),
    programVersion: PROGRAM_VERSION,
  }
}
