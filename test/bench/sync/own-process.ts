import { fork } from 'node:child_process'

interface Asked {
  readonly ask: number
  readonly method: string
  readonly given: readonly unknown[]
}
type Answered = { readonly ask: number; readonly value: unknown } | { readonly ask: number; readonly failed: string }

/** What a process of its own can be asked for: methods that answer promises of values that survive structured cloning. */
export type Methods<M> = { readonly [K in keyof M]: (...given: never) => Promise<unknown> }

export interface OwnProcess<M> {
  readonly remote: M
  /** Lets it close what it has open, and waits until it has ended. */
  close(): Promise<void>
}

/** Starts a script that calls `answerCalls`. One that dies answers all calls with how it died. */
export function startProcess<M extends Methods<M>>(script: URL, ...given: readonly string[]): OwnProcess<M> {
  const child = fork(script, given, { serialization: 'advanced' })
  const waiting = new Map<number, (answer: Answered) => void>()
  let asked = 0
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code) => {
      for (const [ask, answer] of waiting) answer({ ask, failed: `${script.pathname} has ended with ${code}` })
      resolve()
    })
  })
  child.on('message', (answer: Answered) => {
    waiting.get(answer.ask)?.(answer)
    waiting.delete(answer.ask)
  })
  const call = (method: string, ...args: readonly unknown[]) => new Promise((resolve, reject) => {
    asked += 1
    waiting.set(asked, (answer) => {
      if ('failed' in answer) reject(new Error(answer.failed))
      else resolve(answer.value)
    })
    child.send({ ask: asked, method, given: args } satisfies Asked)
  })
  return {
    // Not a thenable: whoever awaits the process itself must not ask it for `then`.
    remote: new Proxy({}, { get: (_, name) => (typeof name === 'string' && name !== 'then' ? (...args: readonly unknown[]) => call(name, ...args) : undefined) }) as M,
    close: async () => {
      if (child.connected) child.disconnect()
      await ended
    },
  }
}

/** Answers the process that started this one until it lets go. @param close ends what keeps this process alive */
export function answerCalls<M extends Methods<M>>(methods: M, close: () => Promise<void>): void {
  process.on('message', ({ ask, method, given }: Asked) => {
    const work = async (): Promise<unknown> => methods[method as keyof M](...(given as never))
    void work().then((value) => ({ ask, value }), (error: unknown) => ({ ask, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })).then((answer) => process.send?.(answer))
  })
  process.once('disconnect', () => void close().finally(() => process.exit()))
}
