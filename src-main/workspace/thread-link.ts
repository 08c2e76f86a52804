import { Worker, type MessagePort } from 'node:worker_threads'
import { RefusedError, refused, type Outcome } from '#shared/foundation/outcome.ts'
import type { FromThread, ThreadData, ToThread } from './thread.ts'

type Ask = { readonly kind: 'write' | 'query' | 'job' | 'sync' | 'takeIn' | 'load' | 'release' }
type Asking = Extract<ToThread, Ask>
type WithoutNumber<T> = T extends unknown ? Omit<T, 'ask'> : never
type Answer = Extract<FromThread, { kind: 'wrote' | 'answered' | 'synced' }>

/** A thread of the data host: questions with numbered answers, and whatever else it tells. */
export interface ThreadLink {
  ask(message: WithoutNumber<Asking>): Promise<Answer>
  tell(message: ToThread, handOver?: readonly MessagePort[]): void
  readonly ended: Promise<void>
  /** Lets it finish what it is at, then ends it. */
  close(): Promise<void>
}

const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js', import.meta.url)

/**
 * Starts a thread and waits until it has opened the workspace.
 * Refuses with what opening was refused with. A thread that dies answers all its questions with `host.thread-died`.
 */
export async function startThread(data: ThreadData, hear: (message: FromThread) => void): Promise<ThreadLink> {
  const worker = new Worker(ENTRY, {
    workerData: data,
    transferList: data.writer === undefined ? [] : [data.writer],
    ...(data.role === 'job' ? { resourceLimits: { maxOldGenerationSizeMb: 4096, maxYoungGenerationSizeMb: 192 } } : {}),
  })
  const waiting = new Map<number, (answer: Answer) => void>()
  let asked = 0
  let dead: Outcome<never> | undefined

  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  const ready = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'ready') resolve()
      else if (message.kind === 'unopened') reject(new RefusedError(message.error.code, message.error.message, message.error.details))
      else if (message.kind === 'wrote' || message.kind === 'answered' || message.kind === 'synced') {
        waiting.get(message.ask)?.(message)
        waiting.delete(message.ask)
      } else hear(message)
    })
    const die = (reason: string): void => {
      dead = refused('host.thread-died', reason)
      for (const [ask, answer] of waiting) answer(lost(data.role, ask, dead))
      waiting.clear()
      reject(new RefusedError('host.thread-died', reason))
    }
    worker.on('error', (error) => {
      die(error.message)
    })
    worker.on('exit', (code) => {
      die(`exit ${code}`)
    })
  })

  const link: ThreadLink = {
    ended: exited,
    ask: (message) =>
      new Promise((resolve) => {
        asked += 1
        if (dead !== undefined) {
          resolve(lost(data.role, asked, dead))
          return
        }
        waiting.set(asked, resolve)
        worker.postMessage({ ...message, ask: asked })
      }),
    tell: (message, handOver = []) => {
      worker.postMessage(message, [...handOver])
    },
    close: async () => {
      worker.postMessage({ kind: 'close' } satisfies ToThread)
      await exited
    },
  }
  try {
    await ready
    return link
  } catch (error) {
    await worker.terminate()
    throw error
  }
}

function lost(role: ThreadData['role'], ask: number, outcome: Outcome<never>): Answer {
  return role === 'writer' ? { kind: 'wrote', ask, answer: { outcome, touched: [] } } : { kind: 'answered', ask, outcome }
}
