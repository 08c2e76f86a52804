import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import type { JsonValue } from '#shared/foundation/json.ts'
import { refused, RefusedError, succeeded, type Outcome } from '#shared/foundation/outcome.ts'
import { traceOf } from '../diagnostics/trace.ts'
import type { Phase } from '../operations/capability.ts'
import type { FileGrant } from '../operations/data-host.ts'
import { AT_REST, type LiveSync } from '../sync/sync-status.ts'
import { createIncoming } from '../sync/incoming.ts'
import { answered, callIncoming, type IncomingCall, type SyncCall } from '../sync/sync-call.ts'
import type { CompletePull } from '../sync/sync-store.ts'
import { takePlace } from '../sync/take-in.ts'
import type { Touched } from '../matching/row-news.ts'
import { holdKey } from './cipher.ts'
import { runJob, type JobCall } from './job-runner.ts'
import { asRefusal } from './open.ts'
import { createReader, type Reader } from './reader.ts'
import { createWriter, type WriteAnswer, type WriteCall } from './writer.ts'

/** Each thread has one role for life. A job's thread lives as long as its job, a loader's as long as the first load of a desk. */
export interface ThreadData {
  readonly role: 'writer' | 'reader' | 'job' | 'loader'
  readonly directory: string
  /** Of a sealed workspace. */
  readonly key?: string | undefined
  /** A job's own line to the writer: rows by the thousand do not pass through a third thread. */
  readonly writer?: MessagePort
}

interface WantedWrite {
  readonly ask: number
  readonly call: WriteCall
}
interface WrittenAnswer {
  readonly ask: number
  readonly answer: WriteAnswer
}

export type ToThread =
  | { readonly kind: 'write'; readonly ask: number; readonly call: WriteCall }
  | { readonly kind: 'query'; readonly ask: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'job'; readonly ask: number; readonly call: JobCall }
  | { readonly kind: 'sync'; readonly ask: number; readonly call: SyncCall }
  /** Puts the incoming workspace in the place of this one, which nobody else may have open. */
  | { readonly kind: 'takeIn'; readonly ask: number; readonly pull: CompletePull }
  | { readonly kind: 'load'; readonly ask: number; readonly call: IncomingCall }
  /** Lets go of the workspace's file; questions wait until it is told to take it up again. */
  | { readonly kind: 'release'; readonly ask: number }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'serve'; readonly port: MessagePort }
  | { readonly kind: 'live'; readonly live: LiveSync }
  /** Rows of these were written: what was kept of them is wrong. */
  | { readonly kind: 'forget'; readonly touched: Touched }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'close' }

export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unopened'; readonly error: { readonly code: string; readonly message: string; readonly details?: JsonValue } }
  | { readonly kind: 'wrote'; readonly ask: number; readonly answer: WriteAnswer }
  | { readonly kind: 'answered'; readonly ask: number; readonly outcome: Outcome<unknown> }
  | { readonly kind: 'synced'; readonly ask: number; readonly outcome: Outcome<unknown> }
  | { readonly kind: 'touched'; readonly touched: WriteAnswer['touched'] }
  | { readonly kind: 'progress'; readonly phase: Phase; readonly done: number; readonly total: number }
  | { readonly kind: 'offer'; readonly grant: FileGrant }
  | { readonly kind: 'trouble'; readonly what: string; readonly code: string; readonly message: string }
  | { readonly kind: 'bug'; readonly id: string; readonly operation: string; readonly error: string }

const IDLE_BEFORE_INDEXING = 150
const BEFORE_RETRYING = 30_000
const BEHIND = 'workspace.behind'

const { role, directory, key, writer: lineToWriter } = workerData as ThreadData
if (key !== undefined) holdKey(directory, key)
const port = parentPort
if (port === null) throw new Error('this file runs as a thread of the data host')
/** What work in the background last stumbled over, by its name. */
const troubled = new Map<string, string>()
const tell = (message: FromThread): void => {
  port.postMessage(message)
}
const reportBug = (id: string, operation: string, error: unknown): void => {
  tell({ kind: 'bug', id, operation, error: traceOf(error) })
}

try {
  if (role === 'writer') serveWrites()
  else if (role === 'reader') serveQueries()
  else if (role === 'loader') serveLoad()
  else serveJob()
  tell({ kind: 'ready' })
} catch (error) {
  const refusal = error instanceof RefusedError ? error.refusal : refused('internal', error instanceof Error ? error.message : String(error)).error
  tell({ kind: 'unopened', error: refusal })
}

function serveWrites(): void {
  let writer = createWriter(directory, reportBug)
  if (writer.missing !== undefined) tell({ kind: 'trouble', what: 'opening', code: BEHIND, message: writer.missing })
  let idle: NodeJS.Timeout | undefined
  const indexWhenIdle = (delay: number): void => {
    clearTimeout(idle)
    idle = setTimeout(() => {
      const done = attempt('indexing', () => {
        if (writer.indexSome()) indexWhenIdle(0)
      })
      if (!done) indexWhenIdle(BEFORE_RETRYING)
    }, delay)
  }
  indexWhenIdle(IDLE_BEFORE_INDEXING)
  const takeIn = (pull: CompletePull): boolean => {
    const ready = writer.fillIncoming(pull)
    writer.close()
    try {
      if (ready) takePlace(directory)
    } finally {
      writer = createWriter(directory, reportBug)
    }
    return ready
  }
  const write = async (call: WriteCall): Promise<WriteAnswer> => {
    const answer = await writer.call(call)
    indexWhenIdle(IDLE_BEFORE_INDEXING)
    return answer
  }
  listen((message) => {
    if (message.kind === 'write') void write(message.call).then((answer) => tell({ kind: 'wrote', ask: message.ask, answer }))
    if (message.kind === 'sync') {
      tell({ kind: 'synced', ask: message.ask, outcome: writer.sync(message.call) })
      indexWhenIdle(IDLE_BEFORE_INDEXING)
    }
    if (message.kind === 'takeIn') {
      tell({ kind: 'synced', ask: message.ask, outcome: answered('sync-takeIn', () => takeIn(message.pull), reportBug) })
      indexWhenIdle(IDLE_BEFORE_INDEXING)
    }
    if (message.kind === 'serve') {
      const { port: line } = message
      line.on('message', ({ ask, call }: WantedWrite) => void write(call).then((answer) => line.postMessage({ ask, answer } satisfies WrittenAnswer)))
    }
    if (message.kind === 'close') {
      clearTimeout(idle)
      attempt('checkpoint', () => {
        writer.checkpoint()
      })
      writer.close()
    }
  })
}

function serveQueries(): void {
  let reader: Reader | undefined = createReader(directory, reportBug)
  let live = AT_REST
  let waiting: Extract<ToThread, { kind: 'query' }>[] = []
  const answer = (message: Extract<ToThread, { kind: 'query' }>): void => {
    if (reader === undefined) waiting.push(message)
    else void reader.call(message.name, message.input).then((outcome) => tell({ kind: 'answered', ask: message.ask, outcome }))
  }
  listen((message) => {
    if (message.kind === 'forget') reader?.forget(message.touched)
    if (message.kind === 'live') reader?.live((live = message.live))
    if (message.kind === 'query') answer(message)
    if (message.kind === 'release') {
      reader?.close()
      reader = undefined
      tell({ kind: 'answered', ask: message.ask, outcome: succeeded(null) })
    }
    if (message.kind === 'reopen') {
      reader = createReader(directory, reportBug)
      reader.live(live)
      const questions = waiting
      waiting = []
      for (const question of questions) answer(question)
    }
    if (message.kind === 'close') reader?.close()
  })
}

function serveLoad(): void {
  const incoming = createIncoming(directory)
  listen((message) => {
    if (message.kind === 'load') tell({ kind: 'answered', ask: message.ask, outcome: callIncoming(incoming, message.call, reportBug) })
    if (message.kind === 'close') incoming.close()
  })
}

function serveJob(): void {
  let cancelled = false
  const askWriter = connectToWriter()
  listen((message) => {
    if (message.kind === 'cancel') cancelled = true
    if (message.kind === 'job') {
      const ports = {
        write: async (call: WriteCall, silent: boolean) => {
          const { outcome, touched } = await askWriter(call)
          if (!silent) tell({ kind: 'touched', touched })
          return outcome
        },
        announce: (tables: readonly string[]) => {
          tell({ kind: 'touched', touched: tables.map((table) => [table, null]) })
        },
        progress: (phase: Phase, done: number, total: number) => {
          tell({ kind: 'progress', phase, done, total })
        },
        offerFile: (grant: FileGrant) => {
          tell({ kind: 'offer', grant })
        },
        cancelled: () => cancelled,
      }
      void runJob(directory, message.call, ports, reportBug).then((outcome) => tell({ kind: 'answered', ask: message.ask, outcome }))
    }
    if (message.kind === 'close') lineToWriter?.close()
  })
}

function connectToWriter(): (call: WriteCall) => Promise<WriteAnswer> {
  if (lineToWriter === undefined) throw new Error('a job needs a line to the writer')
  const line = lineToWriter
  const waiting = new Map<number, (answer: WriteAnswer) => void>()
  let asked = 0
  line.on('message', ({ ask, answer }: WrittenAnswer) => {
    waiting.get(ask)?.(answer)
    waiting.delete(ask)
  })
  let ended = false
  const lost: WriteAnswer = { outcome: refused('host.thread-died', 'the writer has ended'), touched: [] }
  line.on('close', () => {
    ended = true
    for (const answer of waiting.values()) answer(lost)
    waiting.clear()
  })
  return (call) =>
    new Promise((resolve) => {
      if (ended) {
        resolve(lost)
        return
      }
      asked += 1
      waiting.set(asked, resolve)
      line.postMessage({ ask: asked, call } satisfies WantedWrite)
    })
}

/** Work nobody waits for must not take the thread down with it; what the disk says no to is told once, until it goes well again. @returns whether it did */
function attempt(what: string, work: () => void): boolean {
  try {
    work()
    troubled.delete(what)
    return true
  } catch (error) {
    const known = asRefusal(error)
    if (!(known instanceof RefusedError)) reportBug('background', what, error)
    else if (troubled.get(what) !== known.refusal.code) tell({ kind: 'trouble', what, code: known.refusal.code, message: known.refusal.message })
    troubled.set(what, known instanceof RefusedError ? known.refusal.code : '')
    return false
  }
}

function listen(handle: (message: ToThread) => void): void {
  port?.on('message', (message: ToThread) => {
    handle(message)
    if (message.kind === 'close') port.close()
  })
}
