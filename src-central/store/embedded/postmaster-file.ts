import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What a running PostgreSQL writes of itself into its folder. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly ready: boolean
}

export function readPostmaster(directory: string): Postmaster | null {
  try {
    const [pid, , , port, , , , state] = readFileSync(postmasterFile(directory), 'utf8').split('\n')
    return { pid: Number(pid), port: Number(port), ready: state?.trim() === 'ready' }
  } catch {
    return null
  }
}

/** After a crash the number may be another process's by now: only one that names the folder is the database. */
export function isRunning({ pid }: Postmaster, directory: string): boolean {
  if (!isAlive(pid)) return false
  const commandLine = `/proc/${pid}/cmdline`
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').split('\0').includes(directory)
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** What a database that was killed has left behind keeps the next from starting. */
export function forgetPostmaster(directory: string): void {
  rmSync(postmasterFile(directory), { force: true })
}

function postmasterFile(directory: string): string {
  return join(directory, 'postmaster.pid')
}
