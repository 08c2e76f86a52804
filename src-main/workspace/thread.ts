import { parentPort, workerData } from 'node:worker_threads'
import type { JsonValue } from '#shared/foundation/json.ts'
import { refused, RefusedError, type Outcome } from '#shared/foundation/outcome.ts'
import type { Phase } from '../operations/capability.ts'
import type { FileGrant } from '../operations/data-host.ts'
import { runJob, type JobCall } from './job-runner.ts'
import { createReader } from './reader.ts'
import { createWriter, type WriteAnswer, type WriteCall } from './writer.ts'

/** Each thread has one role for life. A job's thread lives as long as its job. */
export interface ThreadData {
  readonly role: 'writer' | 'reader' | 'job'
  readonly directory: string
}

export type ToThread =
  | { readonly kind: 'write'; readonly ask: number; readonly call: WriteCall }
  | { readonly kind: 'query'; readonly ask: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'job'; readonly ask: number; readonly call: JobCall }
  | { readonly kind: 'written'; readonly ask: number; readonly outcome: Outcome<unknown> }
  | { readonly kind: 'forget' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'close' }

export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unopened'; readonly error: { readonly code: string; readonly message: string; readonly details?: JsonValue } }
  | { readonly kind: 'wrote'; readonly ask: number; readonly answer: WriteAnswer }
  | { readonly kind: 'answered'; readonly ask: number; readonly outcome: Outcome<unknown> }
  | { readonly kind: 'wants-write'; readonly ask: number; readonly call: WriteCall; readonly silent: boolean }
  | { readonly kind: 'announce'; readonly tables: readonly string[] }
  | { readonly kind: 'progress'; readonly phase: Phase; readonly done: number; readonly total: number }
  | { readonly kind: 'offer'; readonly grant: FileGrant }
  | { readonly kind: 'bug'; readonly id: string; readonly operation: string; readonly error: string }

const IDLE_BEFORE_INDEXING = 150

const { role, directory } = workerData as ThreadData
const port = parentPort
if (port === null) throw new Error('this file runs as a thread of the data host')
const tell = (message: FromThread): void => {
  port.postMessage(message)
}
const reportBug = (id: string, operation: string, error: unknown): void => {
  tell({ kind: 'bug', id, operation, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
}

try {
  if (role === 'writer') serveWrites()
  else if (role === 'reader') serveQueries()
  else serveJob()
  tell({ kind: 'ready' })
} catch (error) {
  const refusal = error instanceof RefusedError ? error.refusal : refused('internal', error instanceof Error ? error.message : String(error)).error
  tell({ kind: 'unopened', error: refusal })
}

function serveWrites(): void {
  const writer = createWriter(directory, reportBug)
  let idle: NodeJS.Timeout | undefined
  const indexWhenIdle = (delay: number): void => {
    clearTimeout(idle)
    idle = setTimeout(() => {
      attempt('indexing', () => {
        if (writer.indexSome()) indexWhenIdle(0)
      })
    }, delay)
  }
  indexWhenIdle(IDLE_BEFORE_INDEXING)
  listen((message) => {
    if (message.kind === 'write') {
      void writer.call(message.call).then((answer) => {
        tell({ kind: 'wrote', ask: message.ask, answer })
        indexWhenIdle(IDLE_BEFORE_INDEXING)
      })
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

/** Housekeeping that may fail, on a full disk say, without anything being lost: it is tried again with the next write or start. */
function attempt(what: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    reportBug('housekeeping', what, error)
  }
}

function serveQueries(): void {
  const reader = createReader(directory, reportBug)
  listen((message) => {
    if (message.kind === 'forget') reader.forget()
    if (message.kind === 'query') void reader.call(message.name, message.input).then((outcome) => tell({ kind: 'answered', ask: message.ask, outcome }))
    if (message.kind === 'close') reader.close()
  })
}

function serveJob(): void {
  let cancelled = false
  let asked = 0
  const waiting = new Map<number, (outcome: Outcome<unknown>) => void>()
  listen((message) => {
    if (message.kind === 'cancel') cancelled = true
    if (message.kind === 'written') {
      waiting.get(message.ask)?.(message.outcome)
      waiting.delete(message.ask)
    }
    if (message.kind === 'job') {
      const ports = {
        write: (call: WriteCall, silent: boolean) =>
          new Promise<Outcome<unknown>>((resolve) => {
            asked += 1
            waiting.set(asked, resolve)
            tell({ kind: 'wants-write', ask: asked, call, silent })
          }),
        announce: (tables: readonly string[]) => {
          tell({ kind: 'announce', tables })
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
  })
}

function listen(handle: (message: ToThread) => void): void {
  port?.on('message', (message: ToThread) => {
    handle(message)
    if (message.kind === 'close') port.close()
  })
}
