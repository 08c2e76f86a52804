import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RefusedError, succeeded } from '#shared/foundation/outcome.ts'
import { startDataHost } from '#main/electron/data-host.ts'
import { createSecrets } from '#main/electron/secrets.ts'
import { serveDataProcess } from '#main/electron/serve-data-process.ts'
import type { DataHost, MessageFromDataHost, MessageToDataHost } from '#main/operations/data-host.ts'
import { tokenFile, type TokenKeeper } from '#main/sync/refresh-token.ts'
import type { DataHostOptions } from '#main/workspace/data-host.ts'
import { createStandIn, StandInProcess, StandInSafeStorage } from '../electron-stand-in.ts'

const WINDOW = { kind: 'window' } as const

let directory: string
let storage: StandInSafeStorage
let given: DataHostOptions
let woken: number
let fetched: string[]
let host: DataHost

/** Both halves of the bridge, with Electron's processes and keyring stood in for; messages cross cloned, as they do there. */
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'data-process-'))
  storage = new StandInSafeStorage()
  woken = 0
  fetched = []
  const { parts } = createStandIn('/nowhere')
  host = startDataHost({
    fork: (...call) => parts.utilityProcess.fork(...call),
    modulePath: '/out/main/data-host.js',
    workspace: directory,
    secrets: createSecrets(storage, 'linux'),
    now: () => 0,
    after: () => undefined,
    log: () => undefined,
  })
  connectHalves()
})
afterEach(() => rmSync(directory, { recursive: true }))

function connectHalves(open = openFake): void {
  const process = StandInProcess.made.at(-1)
  if (process === undefined) throw new Error('no process')
  const listeners: ((message: { data: MessageToDataHost }) => void)[] = []
  const deliver = (data: MessageToDataHost): void => listeners.forEach((listener) => listener({ data: structuredClone(data) }))
  process.postMessage = deliver
  serveDataProcess({
    port: { on: (_, listener) => listeners.push(listener), postMessage: (message: MessageFromDataHost) => process.say(structuredClone(message)) },
    fetch: async (address) => (fetched.push(address), new Response('{}')),
    open,
    log: () => undefined,
  })
  for (const message of process.messages) deliver(message)
}

async function openFake(options: DataHostOptions): Promise<DataHost> {
  given = options
  return {
    call: async (name) => succeeded(name),
    onEvent: () => () => undefined,
    grantFile: () => undefined,
    wake: () => void (woken += 1),
    close: async () => undefined,
  }
}

const keeper = (): TokenKeeper => {
  if (given.keeper === undefined) throw new Error('no keeper')
  return given.keeper
}
const sealedFile = (): string => join(directory, 'central-session.sealed')
const plainFile = (): string => join(directory, 'central-session')

describe('the workspace’s process', () => {
  test('fetches by Chromium’s own fetch, and everything else is the system’s', async () => {
    await given.surroundings?.fetch('https://central.test/health', {})
    expect(fetched).toEqual(['https://central.test/health'])
    expect(given.directory).toBe(directory)
  })

  test('answers calls, and tells the workspace when the computer has woken up', async () => {
    expect(await host.call('leads.list', {}, WINDOW)).toEqual(succeeded('leads.list'))
    host.wake?.()
    await expect.poll(() => woken).toBe(1)
  })

  test('answers with why the workspace did not open, and does not end over it', async () => {
    connectHalves(() => Promise.reject(new RefusedError('workspace.in-use', 'elsewhere')))
    host.grantFile({ token: 't', path: '/x', access: 'read' })
    host.wake?.()
    expect(await host.call('leads.list', {}, WINDOW)).toMatchObject({ ok: false, error: { code: 'workspace.in-use' } })
  })
})

describe('the session’s secret', () => {
  test('is sealed by the main process’s keyring, and lies on the disk for its owner only', async () => {
    await keeper().write('refresh-token')
    expect(readFileSync(sealedFile(), 'utf8')).toBe('first:refresh-token')
    expect(statSync(sealedFile()).mode & 0o777).toBe(0o600)
    expect(await keeper().read()).toBe('refresh-token')
  })

  test('that was kept in the clear by the command line is sealed when it is first read', async () => {
    await tokenFile(directory).write('from-the-command-line')
    expect(await keeper().read()).toBe('from-the-command-line')
    expect([existsSync(plainFile()), existsSync(sealedFile())]).toEqual([false, true])
  })

  test('is sealed anew when the system has changed its key', async () => {
    await keeper().write('refresh-token')
    storage.rotated = true
    storage.encryptStringAsync = async (text) => Buffer.from(`second:${text}`)
    expect(await keeper().read()).toBe('refresh-token')
    expect(readFileSync(sealedFile(), 'utf8')).toBe('second:refresh-token')
  })

  test('is not given up for a keyring that cannot be used now', async () => {
    await keeper().write('refresh-token')
    storage.available = false
    await expect(keeper().read()).rejects.toMatchObject({ refusal: { code: 'secrets.unavailable' } })
    await expect(keeper().ready()).rejects.toMatchObject({ refusal: { code: 'secrets.unavailable' } })
    await expect(keeper().write('next')).rejects.toMatchObject({ refusal: { code: 'secrets.unavailable' } })
    storage.available = true
    expect(await keeper().read()).toBe('refresh-token')
  })

  test('of another keyring counts as none: a new code is asked for', async () => {
    await keeper().write('refresh-token')
    storage.key = 'second'
    expect(await keeper().read()).toBeNull()
  })

  test('is known to the command line as the desktop’s, which is no reason to sign out', async () => {
    await keeper().write('refresh-token')
    await expect(tokenFile(directory).read()).rejects.toMatchObject({ refusal: { code: 'session.sealed' } })
    await tokenFile(directory).write('a session of its own')
    expect(existsSync(sealedFile())).toBe(false)
  })

  test('is gone once forgotten, in whichever form', async () => {
    await keeper().write('refresh-token')
    writeFileSync(plainFile(), 'x')
    await keeper().forget()
    expect([existsSync(plainFile()), existsSync(sealedFile()), await keeper().read()]).toEqual([false, false, null])
  })

  test('asked for by a process that has died is not told to the next', async () => {
    let answer: (sealed: Buffer) => void = () => undefined
    storage.encryptStringAsync = () => new Promise((resolve) => (answer = resolve))
    void keeper().write('refresh-token')
    await expect.poll(() => answer.length).toBe(1)
    StandInProcess.made.at(-1)?.die(1)
    const next = StandInProcess.made.at(-1)
    answer(Buffer.from('sealed'))
    await new Promise((resolve) => setImmediate(resolve))
    expect(next?.messages.filter(({ kind }) => kind === 'secret')).toEqual([])
  })
})
