import { randomBytes } from 'node:crypto'
import type Database from 'better-sqlite3'
import { RefusedError, type Outcome } from '#shared/foundation/outcome.ts'
import type { ResolvedPolicies } from '#shared/policies/resolve-policies.ts'
import { jobs, registry } from '../capabilities.ts'
import { localDate } from '../foundation/local-date.ts'
import { newId } from '../foundation/new-id.ts'
import type { JobContext, Phase } from '../operations/capability.ts'
import type { FileGrant } from '../operations/data-host.ts'
import { dispatch, type ReportBug } from '../operations/dispatch.ts'
import { AT_REST } from '../sync/sync-status.ts'
import { ListReader } from './list-query.ts'
import { asRefusal, openForReading } from './open.ts'
import type { WriteCall } from './writer.ts'

export interface JobCall {
  readonly id: string
  readonly name: string
  readonly input: unknown
  readonly files: readonly FileGrant[]
  readonly policies: ResolvedPolicies
}

/** What a job reaches outside itself, wherever it runs. */
export interface JobPorts {
  readonly write: (call: WriteCall, silent: boolean) => Promise<Outcome<unknown>>
  readonly announce: (tables: readonly string[]) => void
  readonly progress: (phase: Phase, done: number, total: number) => void
  readonly offerFile: (grant: FileGrant) => void
  readonly cancelled: () => boolean
}

/** Runs one job with a reading connection of its own, from start to outcome. */
export function runJob(directory: string, call: JobCall, ports: JobPorts, reportBug: ReportBug): Promise<Outcome<unknown>> {
  return dispatch(registry, call.name, call.input, async (operation, parsed) => {
    const job = jobs.get(operation.name)
    if (job === undefined) throw new Error(`${operation.name} is not a job`)
    let db: Database.Database | undefined
    try {
      db = openForReading(directory)
      return await job(parsed as never, contextOf(db, directory, call, ports))
    } catch (error) {
      throw asRefusal(error)
    } finally {
      db?.close()
    }
  }, reportBug)
}

function contextOf(db: Database.Database, directory: string, call: JobCall, ports: JobPorts): JobContext {
  const lists = new ListReader(db)
  return {
    db,
    lists,
    directory,
    today: localDate,
    sync: () => AT_REST,
    changes: () => lists.version,
    now: () => new Date().toISOString(),
    newId,
    policies: call.policies,
    heedCancel: () => {
      if (ports.cancelled()) throw new RefusedError('job.cancelled', 'cancelled')
    },
    announce: (...tables) => {
      ports.announce(tables)
    },
    progress: ports.progress,
    write: async <O>(name: string, input: unknown, options: { batchId?: string; silent?: boolean } = {}) => {
      const outcome = await ports.write({ name, input, id: newId(), batchId: options.batchId ?? null }, options.silent ?? false)
      if (!outcome.ok) throw new RefusedError(outcome.error.code, outcome.error.message, outcome.error.details)
      return outcome.value as O
    },
    file: (token, access) => {
      const grant = call.files.find((file) => file.token === token && file.access === access)
      if (grant === undefined) throw new RefusedError('file.unknown', 'the file was not chosen in this session')
      return grant.path
    },
    offerFile: (path) => {
      const token = randomBytes(24).toString('base64url')
      ports.offerFile({ token, path, access: 'read' })
      return token
    },
  }
}
