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

/** Starts the workbench as `npm start` does where there is no Electron, in an empty folder and on a free port. */
export async function startWorkbench(...options: readonly string[]): Promise<StartedWorkbench> {
  const directory = mkdtempSync(join(tmpdir(), 'workbench-journey-'))
  const child = spawn(process.execPath, ['bin/workbench.mjs', 'start', '--browser', '--no-open', '--workspace', directory, ...options], { stdio: ['ignore', 'pipe', 'pipe'] })
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
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
