import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Compiled once for all processes of all tests. */
const env = { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'test-processes') }

export interface CommandLine {
  readonly exit: number | null
  readonly out: string
  readonly error: string
  /** Standard output read as JSON. */
  readonly json: () => unknown
}

/** Runs the `workbench` command to its end. @param input what it reads from standard input */
export function runCli(args: readonly string[], input = ''): Promise<CommandLine> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['bin/workbench.mjs', ...args], { cwd: root, env, stdio: 'pipe' })
    let out = ''
    let error = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text))
    child.once('close', (exit) => resolve({ exit, out, error, json: () => JSON.parse(out) as unknown }))
    child.stdin.on('error', () => undefined).end(input)
  })
}
