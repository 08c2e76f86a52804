import { createHash, type KeyObject } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { APP_ID } from '../electron/app-identity.ts'
import { signFeed, type Feed, type FeedFile, type Ring } from './feed.ts'

/** As electron-builder names them; of each system the one file that a person could install. */
const INSTALLER = /^channel-workbench-(?<version>[\d.]+(?:-beta\.\d+)?)-(?<system>win|mac|linux)-(?<arch>x64|arm64|amd64)\.(?:exe|dmg|deb)$/
const PLATFORMS: Readonly<Record<string, FeedFile['platform']>> = { win: 'win32', mac: 'darwin', linux: 'linux' }

export interface FeedWishes {
  readonly ring: Ring
  readonly version: string
  readonly rollout: number
  /** For how long it is believed. */
  readonly days: number
  readonly now: string
}

/**
 * Makes the feed of a folder that holds a version's installers, signed. Its number is the second it is made in, so that it comes after every
 * feed before it, also where none of them lies in the folder; and after the one that does, whatever the clock says.
 */
export async function makeFeed(folder: string, { ring, version, rollout, days, now }: FeedWishes, key: KeyObject): Promise<{ readonly feed: Feed; readonly text: string }> {
  const names = readdirSync(folder).filter((name) => INSTALLER.exec(name)?.groups?.['version'] === version)
  if (names.length === 0) throw new RefusedError('update.no-installers', 'the folder holds no installer of this version', { version })
  const feed: Feed = {
    product: APP_ID,
    ring,
    number: Math.max(lastNumber(join(folder, `${ring}.json`)) + 1, Math.floor(Date.parse(now) / 1000)),
    issuedAt: now,
    expiresAt: new Date(Date.parse(now) + days * 86_400_000).toISOString(),
    version,
    rollout,
    files: await Promise.all(names.map((name) => describeFile(folder, name))),
  }
  return { feed, text: signFeed(feed, key) }
}

async function describeFile(folder: string, name: string): Promise<FeedFile> {
  const { system = '', arch = '' } = INSTALLER.exec(name)?.groups ?? {}
  const path = join(folder, name)
  const hash = createHash('sha512')
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  return { platform: PLATFORMS[system] ?? 'linux', arch: arch === 'arm64' ? 'arm64' : 'x64', name, bytes: statSync(path).size, sha512: hash.digest('base64') }
}

function lastNumber(file: string): number {
  if (!existsSync(file)) return 0
  const { signed } = JSON.parse(readFileSync(file, 'utf8')) as { signed: string }
  return (JSON.parse(signed) as Feed).number
}
