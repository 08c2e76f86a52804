import { createHash, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { signFeed, type Feed } from '#main/updates/feed.ts'
import type { UpdateNetwork } from '#main/updates/fetch-update.ts'
import { Updater, type UpdaterPorts, type UpdateStatus } from '#main/updates/updater.ts'

export const NOW = '2027-03-01T12:00:00.000Z'
export const INSTALLER = Buffer.from('an installer '.repeat(5000))

export const ours = generateKeyPairSync('ed25519')
export const theirs = generateKeyPairSync('ed25519')
export const OUR_KEY = ours.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')

export const sha512 = (bytes: Uint8Array): string => createHash('sha512').update(bytes).digest('base64')

export function aFeed(changes: Partial<Feed> = {}): Feed {
  return {
    product: 'com.channelworkbench.desktop',
    ring: 'stable',
    number: 7,
    issuedAt: '2027-02-20T00:00:00.000Z',
    expiresAt: '2027-03-20T00:00:00.000Z',
    version: '1.1.0',
    rollout: 100,
    files: [{ platform: 'win32', arch: 'x64', name: 'channel-workbench-1.1.0.exe', bytes: INSTALLER.length, sha512: sha512(INSTALLER) }],
    ...changes,
  }
}

export const signed = (changes: Partial<Feed> = {}): string => signFeed(aFeed(changes), ours.privateKey)

export const realNetwork: UpdateNetwork = {
  fetch,
  room: async () => Infinity,
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds)
    return () => {
      clearTimeout(timer)
    }
  },
}

type Serve = (request: IncomingMessage, response: ServerResponse) => void

export interface UpdateServer {
  readonly address: string
  readonly asked: string[]
  /** What answers, by path; what is not here is 404. */
  readonly paths: Map<string, string | Buffer | Serve>
}

/** A server of updates on this machine, with a good feed and its installer. */
export async function updateServer(): Promise<UpdateServer> {
  const asked: string[] = []
  const paths = new Map<string, string | Buffer | Serve>([['/stable.json', signed()], ['/channel-workbench-1.1.0.exe', INSTALLER]])
  const server = createServer((request, response) => {
    asked.push(`${request.url ?? ''}${request.headers.range === undefined ? '' : ` ${request.headers.range}`}`)
    const answer = paths.get(request.url ?? '')
    if (typeof answer === 'function') return answer(request, response)
    response.statusCode = answer === undefined ? 404 : 200
    response.end(answer)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, paths }
}

export function updatesFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'channel-workbench-updates-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'updates')
}

export interface TriedUpdater {
  readonly updater: Updater
  readonly folder: string
  readonly installed: string[]
  readonly told: UpdateStatus[]
  readonly seen: Map<string, number>
}

/** Version 1.0.0 on a computer of Windows, under these policies. */
export function anUpdater(address: string, changes: Partial<UpdaterPorts> = {}): TriedUpdater {
  const folder = updatesFolder()
  const installed: string[] = []
  const told: UpdateStatus[] = []
  const seen = new Map<string, number>()
  const updater = new Updater({
    policies: () => ({ UpdateAddress: address }),
    keys: [OUR_KEY],
    installed: { version: '1.0.0', platform: 'win32', arch: 'x64', id: 'this one' },
    folder,
    network: realNetwork,
    now: () => NOW,
    seen: { read: (ring) => seen.get(ring) ?? 0, write: (ring, number) => void seen.set(ring, number) },
    isOurs: async () => true,
    whyNotNow: async () => undefined,
    install: async (file) => void installed.push(file),
    changed: (status) => told.push(status),
    ...changes,
  })
  return { updater, folder, installed, told, seen }
}
