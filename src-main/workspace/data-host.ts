import { existsSync } from 'node:fs'
import { MessageChannel } from 'node:worker_threads'
import type { z } from 'zod'
import { UUID_V7 } from '#shared/foundation/ids.ts'
import type { JsonValue } from '#shared/foundation/json.ts'
import { refused, RefusedError, succeeded, type Outcome, type Refusal } from '#shared/foundation/outcome.ts'
import { policiesContract } from '#shared/policies/policies.contract.ts'
import { refuseByPolicy, refuseToExchange } from '#shared/policies/refuse-by-policy.ts'
import type { ResolvedPolicies } from '#shared/policies/resolve-policies.ts'
import { syncContract, type SyncStatus } from '#shared/sync/sync.contract.ts'
import { registry } from '../capabilities.ts'
import { traceOf } from '../diagnostics/trace.ts'
import { newId } from '../foundation/new-id.ts'
import { unfinishedBatches } from '../journal/undo-batch.ts'
import type { DataHost, FileGrant, HostEvent } from '../operations/data-host.ts'
import { dispatch } from '../operations/dispatch.ts'
import { checkPayload } from '../operations/payload-limits.ts'
import { keepPolicies, type Policies } from '../policies/read-policies.ts'
import type { OwnDigest } from '../sync/compare-rows.ts'
import type { FullLoad } from '../sync/full-load.ts'
import { incomingFolder } from '../sync/incoming.ts'
import { haveKeyKept } from '../sync/recover-key.ts'
import { tokenFile, type TokenKeeper } from '../sync/refresh-token.ts'
import { serveSync, systemSurroundings } from '../sync/serve-sync.ts'
import { SIGN_IN_BEGUN } from '../sync/sign-in/sign-in-begun.ts'
import type { Surroundings } from '../sync/surroundings.ts'
import { incomingPort, syncPort } from '../sync/sync-call.ts'
import { SyncLoop } from '../sync/sync-loop.ts'
import { readLink } from '../sync/sync-row.ts'
import { clearOutgoing } from '../sync/take-in.ts'
import { Announcements } from './announcements.ts'
import { ApartReader } from './apart-reader.ts'
import { BackgroundJobs } from './background-jobs.ts'
import { keyFor } from './cipher.ts'
import { readCard } from './key-card.ts'
import type { Keyring } from './keyring.ts'
import { lockWorkspace } from './lock.ts'
import { asRefusal, openForReading } from './open.ts'
import { settleSwap } from './swap.ts'
import { startThread, type ThreadLink } from './thread-link.ts'
import type { FromThread, ThreadData } from './thread.ts'
import { moveToKeyring, unlockWorkspace } from './unlock.ts'
import type { WriteAnswer, WriteCall } from './writer.ts'

export interface DataHostOptions {
  readonly directory: string
  /** Told of bugs: the id the user sees, the operation, the stack. */
  readonly log: (line: string) => void
  /** What sync reaches outside the workspace; the system's own unless said otherwise. */
  readonly surroundings?: Surroundings
  /** Where the session's secret is kept; a file of the owner's beside the workspace unless said otherwise. */
  readonly keeper?: TokenKeeper
  /** What the company has set on this computer; the system's own unless said otherwise. */
  readonly policies?: Policies
  /** Where the key of the workspace is kept. Without it, none is sealed, and a sealed one is opened only where its key lies beside it. */
  readonly keyring?: Keyring
}

const MAXIMUM_JOBS = 4

/**
 * The workspace in threads of its own: one that writes, one that reads beside it, and one for each long job,
 * so that no call of the window waits for another's work.
 */
export async function openDataHost({ directory, log, surroundings = systemSurroundings(), keeper = tokenFile(directory), policies: given, keyring }: DataHostOptions): Promise<DataHost> {
  const policies = given ?? (await keepPolicies())
  const required = policies.current().set.EncryptionRequired === true
  if (required && keyring === undefined) throw new RefusedError('policy.keyring-missing', 'the company demands keys that lie in a keyring, and none was given')
  const unlock = lockWorkspace(directory)
  const listeners = new Set<(event: HostEvent) => void>()
  const grants = new Map<string, FileGrant>()
  const running = new Map<string, Promise<ThreadLink>>()
  const emit = (name: string, data: JsonValue): void => {
    for (const listener of listeners) listener({ name, data })
  }
  const announcements = new Announcements(emit)
  const hear = (message: FromThread): void => {
    if (message.kind === 'trouble') log(`${message.what}: ${message.code}`)
    if (message.kind === 'bug') log(`bug ${message.id} in ${message.operation}: ${message.error}`)
  }

  let key: string | undefined
  const startOwn = (data: Omit<ThreadData, 'directory' | 'key'>, hearing = hear): Promise<ThreadLink> => startThread({ ...data, directory, key }, hearing)
  let writer: ThreadLink
  let reader: ThreadLink
  const threads: ThreadLink[] = []
  let left: ReturnType<typeof whatIsLeft>
  try {
    settleSwap(directory)
    key = keyring === undefined ? keyFor(directory) : await unlockWorkspace(directory, { keyring, required })
    clearOutgoing(directory)
    threads.push((writer = await startOwn({ role: 'writer' })))
    threads.push((reader = await startOwn({ role: 'reader' })))
    left = whatIsLeft(directory)
  } catch (error) {
    for (const thread of threads) await thread.close()
    unlock()
    throw asRefusal(error)
  }

  const apart = new ApartReader(() => startOwn({ role: 'reader' }))

  const write = async (call: WriteCall): Promise<Outcome<unknown>> => {
    const answer = await writer.ask({ kind: 'write', call })
    if (answer.kind !== 'wrote') return answer.outcome
    announce(answer.answer.touched)
    return answer.answer.outcome
  }

  const tellOf = (table: string, ids: readonly string[] | null): void => {
    announcements.add(table, ids)
    background.changed(table)
  }
  const announce = (touched: WriteAnswer['touched']): void => {
    if (touched.length === 0) return
    reader.tell({ kind: 'forget', touched })
    apart.forget(touched)
    for (const [table, ids] of touched) tellOf(table, ids)
    loop.nudge()
  }

  const store = syncPort(async (call) => {
    const answer = await writer.ask({ kind: 'sync', call })
    return answer.kind === 'synced' ? answer.outcome : refused('host.thread-died', 'the writer has ended')
  })
  const syncChanged = (): void => {
    announcements.add('sync', null)
  }
  let loader: Promise<ThreadLink> | undefined
  const endLoader = async (): Promise<void> => {
    const ending = loader
    loader = undefined
    await (await ending?.catch(() => undefined))?.close()
  }
  const load: FullLoad = {
    incoming: incomingPort(async (call) => {
      if (call.method === 'resume' && loader === undefined && !existsSync(incomingFolder(directory))) return succeeded(null)
      const answer = await (await (loader ??= startOwn({ role: 'loader' }))).ask({ kind: 'load', call })
      return answer.kind === 'answered' ? answer.outcome : refused('host.thread-died', 'the loader has ended')
    }),
    takeIn: (pull) => alone(async () => {
      await endLoader()
      await apart.close()
      await reader.ask({ kind: 'release' })
      try {
        const answer = await writer.ask({ kind: 'takeIn', pull })
        const outcome = answer.kind === 'synced' ? answer.outcome : refused('host.thread-died', 'the writer has ended')
        if (!outcome.ok) throw new RefusedError(outcome.error.code, outcome.error.message, outcome.error.details)
        return outcome.value === true
      } finally {
        reader.tell({ kind: 'reopen' })
      }
    }),
  }
  /** A key lies beside the workspace where there was no keyring: one is looked for once in each session. */
  let triedKeyring = false
  const loop = new SyncLoop({
    store, keeper, load, surroundings, log,
    forbidden: (address) => refuseToExchange(policies.current().set, address),
    settled: async (link, session) => {
      const card = readCard(directory)
      if (keyring === undefined || key === undefined || card === undefined) return
      const kept = (await haveKeyKept(card, key, link, session)) ?? (card.key === null || triedKeyring ? null : card.kept)
      triedKeyring = true
      if (kept !== null) await moveToKeyring(directory, kept, keyring)
    },
    heard: () => {
      heardAt = surroundings.now()
    },
    digest: async () => {
      const outcome = await runJob(newId(), syncContract.operations.digest.name, {})
      if (!outcome.ok) throw new RefusedError(outcome.error.code, outcome.error.message, outcome.error.details)
      return outcome.value as OwnDigest
    },
    touched: (tables) => {
      const touched = [...tables].map((table) => [table, null] as const)
      reader.tell({ kind: 'forget', touched })
      apart.forget(touched)
      for (const table of tables) tellOf(table, null)
    },
    changed: (live) => {
      reader.tell({ kind: 'live', live })
      syncChanged()
      if (live.loading !== null) for (const job of syncJobs.keys()) emit('job.progress', { ...job, ...live.loading })
    },
  })
  const syncJobs = new Map<{ readonly job: string; readonly operation: string }, AbortController>()
  /** When the central API last answered that it has nothing new. */
  let heardAt = ''
  const syncStatus = async (): Promise<SyncStatus> => {
    const answer = await reader.ask({ kind: 'query', name: syncContract.operations.status.name, input: {} })
    if (answer.kind !== 'answered' || !answer.outcome.ok) throw new RefusedError('host.thread-died', 'the reader has ended')
    return answer.outcome.value as SyncStatus
  }
  const serve = serveSync({ directory, loop, store, surroundings, status: syncStatus, changed: syncChanged, letGo: endLoader, write: (name, input, id, batchId) => write({ name, input, id, batchId }) })
  const refusalByPolicy = async (name: string, input: unknown): Promise<Refusal | undefined> => {
    const { set } = policies.current()
    if (Object.keys(set).length === 0) return undefined
    const { address, lastSyncAt } = await syncStatus()
    return refuseByPolicy(set, name, input, { connectedTo: address, daysOffline: lastSyncAt === null ? null : wholeDays(heardAt > lastSyncAt ? heardAt : lastSyncAt, surroundings.now()) })
  }
  const runSyncJob = async (id: string, name: string, input: unknown): Promise<Outcome<unknown>> => {
    const job = { job: id, operation: name }
    const given = new AbortController()
    syncJobs.set(job, given)
    const show = (address: string): void => emit(SIGN_IN_BEGUN, { job: id, address })
    emit('job.progress', { ...job, phase: 'connecting', done: 0, total: 0 })
    try {
      return await dispatch(registry, name, input, (operation, parsed) => serve(operation, parsed, { signal: given.signal, show }), (bug, operation, error) => {
        log(`bug ${bug} in ${operation}: ${traceOf(error)}`)
      })
    } finally {
      syncJobs.delete(job)
      emit('job.ended', job)
    }
  }

  /** While the workspace's file is changed for another: jobs have it open, so those that run are waited for, and new ones wait. */
  let changing: Promise<unknown> | undefined
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    const before = [...running.values()]
    const working = Promise.all(before.map((job) => job.then(({ ended }) => ended, () => undefined))).then(work)
    changing = working.catch(() => undefined)
    return working.finally(() => {
      changing = undefined
    })
  }

  const runJob = async (id: string, name: string, input: unknown): Promise<Outcome<unknown>> => {
    await changing
    if (running.has(id)) return refused('job.running', 'this job is running already')
    if (running.size >= MAXIMUM_JOBS) return refused('job.too-many', 'wait until one of the running jobs has ended')
    const { port1: jobEnd, port2: writerEnd } = new MessageChannel()
    writer.tell({ kind: 'serve', port: writerEnd }, [writerEnd])
    const starting = startOwn({ role: 'job', writer: jobEnd }, (message) => {
      hear(message)
      if (message.kind === 'progress') emit('job.progress', { job: id, operation: name, phase: message.phase, done: message.done, total: message.total })
      else if (message.kind === 'touched') announce(message.touched)
      else if (message.kind === 'offer') grants.set(message.grant.token, message.grant)
    })
    running.set(id, starting)
    try {
      const job = await starting
      const answer = await job.ask({ kind: 'job', call: { id, name, input, files: [...grants.values()], policies: policies.current() } })
      await job.close()
      return answer.kind === 'answered' ? answer.outcome : refused('internal', 'a job answered as a writer')
    } catch (error) {
      return error instanceof RefusedError ? { ok: false, error: error.refusal } : refused('internal', String(error))
    } finally {
      running.delete(id)
      emit('job.ended', { job: id, operation: name })
    }
  }

  const background = new BackgroundJobs([...registry.values()].filter((operation) => operation.kind === 'job'), (name) => runJob(newId(), name, {}), log)

  const cancel = async (id: unknown): Promise<void> => {
    if (typeof id !== 'string') return
    for (const [{ job }, given] of syncJobs) {
      if (job !== id) continue
      given.abort()
      loop.cancel()
    }
    await running.get(id)?.then((job) => job.tell({ kind: 'cancel' }))
  }

  const host: DataHost = {
    async call(name, input, _caller, id) {
      if (id !== undefined && !UUID_V7.test(id)) return refused('input.invalid', 'an id is a UUID of version 7')
      const problem = checkPayload(input)
      if (problem !== undefined) return { ok: false, error: problem }
      if (name === 'host.cancel') {
        await cancel((input as { job?: unknown } | null)?.job)
        return { ok: true, value: null }
      }
      const operation = registry.get(name)
      if (operation?.internal === true) return refused('operation.unknown', 'there is no such operation', { name })
      const forbidden = await refusalByPolicy(name, input)
      if (forbidden !== undefined) return { ok: false, error: forbidden }
      if (operation === policiesContract.operations.standing) return standing(policies.current())
      if (operation?.kind === 'command') return write({ name, input, id: id ?? newId(), batchId: null })
      if (operation?.kind === 'job' && operation.name.startsWith(`${syncContract.capability}.`)) return runSyncJob(id ?? newId(), name, input)
      if (operation?.kind === 'job') return runJob(id ?? newId(), name, input)
      if (operation?.kind === 'query' && operation.apart === true) {
        await changing
        return apart.ask(name, input)
      }
      const answer = await reader.ask({ kind: 'query', name, input })
      return answer.kind === 'answered' ? answer.outcome : refused('internal', 'a reader answered as a writer')
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    grantFile: (grant) => {
      grants.set(grant.token, grant)
    },
    grantedFile: (token, access) => {
      const grant = grants.get(token)
      return grant?.access === access ? grant.path : undefined
    },
    wake: () => {
      loop.wake()
    },
    async close() {
      background.close()
      for (const given of syncJobs.values()) given.abort()
      await Promise.all([...running.keys()].map(cancel))
      while (running.size > 0) await new Promise((resolve) => setTimeout(resolve, 20))
      await loop.close()
      await endLoader()
      await apart.close()
      await reader.close()
      await writer.close()
      announcements.close()
      policies.close()
      unlock()
    },
  }
  policies.onChange(() => emit('policies.changed', { ids: null }))
  if (left.unfinished) {
    const recovered = await runJob(newId(), 'journal.recover', {})
    if (!recovered.ok) log(`recovery: ${recovered.error.code}`)
  }
  if (left.connected) loop.start()
  return host
}

function standing({ standing: all, problems, places }: ResolvedPolicies): Outcome<z.input<typeof policiesContract.operations.standing.output>> {
  return succeeded({ policies: [...all], problems: [...problems], places: [...places] })
}

function wholeDays(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

function whatIsLeft(directory: string): { readonly unfinished: boolean; readonly connected: boolean } {
  const db = openForReading(directory)
  try {
    return { unfinished: unfinishedBatches(db).length > 0, connected: readLink(db) !== undefined }
  } finally {
    db.close()
  }
}
