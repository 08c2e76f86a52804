import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))

export interface CentralProcess {
  readonly address: string
  readonly first: { readonly code: string } | null
  readonly store: string
  readonly child: ChildProcess
  readonly exit: Promise<number | null>
}

/** A central API in a process of its own, once it listens. */
export function startCentralProcess(...args: readonly string[]): Promise<CentralProcess> {
  const child = spawn(process.execPath, ['bin/workbench.mjs', 'central', '--json', '--port', '0', ...args], { cwd: root, stdio: 'pipe' })
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return new Promise((resolve, reject) => {
    let out = ''
    let error = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text))
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      if (out.trimEnd().endsWith('\n}')) resolve({ ...(JSON.parse(out) as CentralProcess), child, exit })
    })
    void exit.then((code) => reject(new Error(`ended with ${code}: ${error}`)))
  })
}
