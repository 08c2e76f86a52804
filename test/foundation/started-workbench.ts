import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface StartedWorkbench {
  readonly address: string
  readonly directory: string
  stop(): Promise<void>
}

/** Milliseconds that it may take to end before it is made to. */
const LONGEST_END = 20_000

/** Starts the workbench as `npm start` does where there is no Electron, in an empty folder and on a free port. */
export function startWorkbench(...options: readonly string[]): Promise<StartedWorkbench> {
  return startWorkbenchIn(mkdtempSync(join(tmpdir(), 'workbench-journey-')), {}, options)
}

/** Starts it in a folder that may hold a workspace, which goes when it stops. */
export async function startWorkbenchIn(directory: string, environment: Readonly<Record<string, string>>, options: readonly string[] = []): Promise<StartedWorkbench> {
  const child = spawn(process.execPath, ['bin/workbench.mjs', 'start', '--browser', '--no-open', '--workspace', directory, ...options], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } })
  let told = ''
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      told += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+/.exec(told)
      if (found !== null) resolve(found[0])
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => {
      reject(new Error(`the workbench ended with ${code}: ${told}`))
    })
  })
  return {
    address,
    directory,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit')
        const late = setTimeout(() => child.kill('SIGKILL'), LONGEST_END)
        child.kill('SIGTERM')
        await ended
        clearTimeout(late)
      }
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** Asks its host for an operation, as the window does. */
export async function callHost<T>({ address }: StartedWorkbench, operation: string, input: object): Promise<T> {
  const { origin, hash } = new URL(address)
  const response = await fetch(`${origin}/call`, { method: 'POST', headers: { 'x-workbench-token': hash.replace('#token=', ''), 'content-type': 'application/json', origin }, body: JSON.stringify({ name: operation, input }) })
  const outcome = (await response.json()) as { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly code: string } }
  if (!outcome.ok) throw new Error(`${operation}: ${outcome.error.code}`)
  return outcome.value
}
