import { spawn, type ChildProcessByStdio } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Compiled once for all processes of all tests. */
const env = { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'test-processes') }

export interface Child {
  readonly process: ChildProcessByStdio<Writable, Readable, Readable>
  /** What it has written to standard output so far. */
  readonly said: () => string
  readonly complained: () => string
  /** Waits until it has said this. Throws when it ends without. */
  until(words: string): Promise<void>
  /** Kills it as a power cut would, and waits until it is gone. */
  kill(): Promise<void>
  readonly ended: Promise<number | null>
}

/** Runs a file of the project in a Node process of its own; killed with the test at the latest. */
export function runChild(file: string, ...args: readonly string[]): Child {
  const child = spawn(process.execPath, [file, ...args], { cwd: root, env, stdio: ['pipe', 'pipe', 'pipe'] })
  let said = ''
  let complained = ''
  let hear = (): void => undefined
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    hear()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complained += text
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  return {
    process: child,
    said: () => said,
    complained: () => complained,
    ended,
    kill,
    until: (words) =>
      new Promise((resolve, reject) => {
        hear = () => {
          if (said.includes(words)) resolve()
        }
        hear()
        void ended.then(() => {
          hear()
          reject(new Error(`it ended without saying ${words}: ${complained}`))
        })
      }),
  }
}
