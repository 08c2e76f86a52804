import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { postgresBinaries, type Binaries } from './postgres-binaries.ts'
import { forgetPostmaster, isAlive, isRunning, readPostmaster } from './postmaster-file.ts'
import { barrier, letPass, unprivilegedUser, type SystemUser } from './unprivileged-user.ts'

const SUPERUSER = 'workbench'
const START_MS = 60_000
const STOP_MS = 30_000

export interface EmbeddedPostgres {
  /** Carries the password: for nobody's eyes. */
  readonly url: string
  readonly port: number
  /** Whether it was running before, left alone by a server that was killed. */
  readonly adopted: boolean
  stop(): Promise<void>
}

/** A PostgreSQL of this folder's own, on a free port of this machine alone. Made at the first start. */
export async function startEmbeddedPostgres(directory: string): Promise<EmbeddedPostgres> {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const user = unprivilegedUser()
  if (user !== null) {
    letPass(directory)
    const closed = barrier(user, directory)
    if (closed !== null) throw new Error(`PostgreSQL runs as ${user.name}, who cannot pass ${closed}; choose another folder by --data, or start this as another user than root`)
  }
  const data = join(directory, 'postgres')
  const binaries = postgresBinaries(user, directory)
  const password = keptPassword(directory)
  if (!existsSync(data)) initialise(binaries, user, directory, data, password)

  const left = readPostmaster(data)
  if (left !== null && isRunning(left, data)) return adopt(data, left.pid, left.port, password)
  if (left !== null) forgetPostmaster(data)
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort()
    const log = openSync(join(directory, 'postgres.log'), 'a', 0o600)
    const child = run(binaries, user, data, port, log)
    closeSync(log)
    const url = urlOf(port, password)
    if (await answers(url, () => child.exitCode !== null || child.signalCode !== null)) return { url, port, adopted: false, stop: () => stopProcess(child.pid ?? 0, () => child.exitCode !== null || child.signalCode !== null) }
    // The parts of one that was killed may still be ending; or somebody was quicker to take the port.
    if (attempt === 5) throw new Error(`PostgreSQL did not start; ${join(directory, 'postgres.log')} says why`)
    await pause(500 * attempt)
  }
}

async function adopt(data: string, pid: number, port: number, password: string): Promise<EmbeddedPostgres> {
  const url = urlOf(port, password)
  if (!(await answers(url, () => !isAlive(pid)))) throw new Error(`a PostgreSQL (process ${pid}) runs on ${data} but does not answer; end it first`)
  return { url, port, adopted: true, stop: () => stopProcess(pid, () => readPostmaster(data) === null && !isAlive(pid)) }
}

function keptPassword(directory: string): string {
  const path = join(directory, 'postgres-password')
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return readFileSync(path, 'utf8').trim()
}

/** Whole or not at all: what an interrupted attempt has left is thrown away. */
function initialise({ initdb }: Binaries, user: SystemUser | null, directory: string, data: string, password: string): void {
  const incomplete = `${data}.incomplete`
  const passwordFile = join(directory, 'postgres-password.initdb')
  rmSync(incomplete, { recursive: true, force: true })
  mkdirSync(incomplete, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  try {
    if (user !== null) for (const path of [incomplete, passwordFile]) chownSync(path, user.uid, user.gid)
    const { status, stderr, error } = spawnSync(initdb, ['-D', incomplete, '-U', SUPERUSER, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C'], { ...identity(user), encoding: 'utf8' })
    if (status !== 0) throw new Error(`PostgreSQL's folder could not be made: ${error?.message ?? stderr}`)
    renameSync(incomplete, data)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** In a process group of its own: Ctrl+C in the terminal is for the server, which then ends the database in order. */
function run({ postgres }: Binaries, user: SystemUser | null, data: string, port: number, log: number): ChildProcess {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=64', 'log_min_messages=warning', 'timezone=UTC']
  return spawn(postgres, ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])], { ...identity(user), detached: true, stdio: ['ignore', log, log] })
}

function identity(user: SystemUser | null): { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv } {
  return { ...(user === null ? {} : { uid: user.uid, gid: user.gid }), cwd: process.platform === 'win32' ? process.cwd() : '/', env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC', ...(process.platform === 'win32' ? process.env : {}) } }
}

function urlOf(port: number, password: string): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`
}

async function answers(url: string, gone: () => boolean): Promise<boolean> {
  const end = performance.now() + START_MS
  while (!gone() && performance.now() < end) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.query('SELECT 1')
      return true
    } catch {
      await pause(50)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  return false
}

/** Open transactions are rolled back, connections closed, everything is written. */
async function stopProcess(pid: number, gone: () => boolean): Promise<void> {
  if (gone() || pid === 0) return
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'])
  else process.kill(pid, 'SIGINT')
  const end = performance.now() + STOP_MS
  while (!gone() && performance.now() < end) await pause(20)
  if (!gone()) process.kill(pid, 'SIGQUIT')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
