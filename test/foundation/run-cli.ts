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

/** What a process finds itself in. */
export interface ProcessSurroundings {
  /** Variables set besides ours; undefined takes one away. */
  readonly variables?: NodeJS.ProcessEnv
  /** A line of the shell that goes before, in the same process. */
  readonly before?: string
}

/** Runs the `workbench` command to its end. @param input what it reads from standard input */
export function runCli(args: readonly string[], input = '', { variables, before }: ProcessSurroundings = {}): Promise<CommandLine> {
  return new Promise((resolve) => {
    const command = [process.execPath, 'bin/workbench.mjs', ...args]
    const [program = '', ...rest] = before === undefined ? command : ['/bin/bash', '-c', `${before}; exec "$@"`, 'bash', ...command]
    const child = spawn(program, rest, { cwd: root, env: { ...env, ...variables }, stdio: 'pipe' })
    let out = ''
    let error = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text))
    child.once('close', (exit) => resolve({ exit, out, error, json: () => JSON.parse(out) as unknown }))
    child.stdin.on('error', () => undefined).end(input)
  })
}
