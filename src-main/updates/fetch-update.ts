import { createHash } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { lstat, mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { RefusedError } from '#shared/foundation/outcome.ts'
import type { FeedFile } from './feed.ts'

/** What fetching reaches outside. */
export interface UpdateNetwork {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>
  /** @returns calls it off */
  readonly after: (milliseconds: number, run: () => void) => () => void
  /** Bytes that are free where the folder lies. */
  readonly room: (folder: string) => Promise<number>
}

const LARGEST_FEED = 128 * 1024
const FEED_MILLISECONDS = 30_000
/** A download that does not bring so much in so long is cut off, however busy it looks. */
export const LEAST_PER_WINDOW = 256 * 1024
const WINDOW_MILLISECONDS = 60_000
/** The installer, what it unpacks, and the version before it. */
const ROOM_TIMES = 3

/** Fetches a feed: nowhere else than asked, of bearable size, in bearable time. */
export async function fetchFeed(address: string, { fetch, after }: UpdateNetwork): Promise<string> {
  const cut = new AbortController()
  const callOff = after(FEED_MILLISECONDS, () => cut.abort(new RefusedError('update.too-slow', 'the feed took too long')))
  try {
    const response = await asked(fetch, address, cut.signal, {})
    if (response.status !== 200) throw new RefusedError('update.not-there', `the server answered ${response.status}`, { status: response.status })
    const pieces: Uint8Array[] = []
    let size = 0
    for await (const piece of bodyOf(response, cut.signal)) {
      size += piece.length
      if (size > LARGEST_FEED) throw new RefusedError('update.feed-unreadable', 'the feed is too large')
      pieces.push(piece)
    }
    return Buffer.concat(pieces).toString('utf8')
  } finally {
    callOff()
    cut.abort()
  }
}

/**
 * Fetches an installer into a folder of the program’s own and proves it. What was cut off is gone on with the next time, if the server can.
 * @returns the path of the proven file
 */
export async function fetchInstaller(address: string, file: FeedFile, folder: string, network: UpdateNetwork): Promise<string> {
  await ownFolder(folder)
  const path = join(folder, file.name)
  if (await isProven(path, file)) return path
  const part = `${path}.part`
  await keepOnly(folder, `${file.name}.part`)
  if ((await network.room(folder)) < file.bytes * ROOM_TIMES) throw new RefusedError('update.disk-full', 'there is too little room for the update')
  try {
    await download(address, file, part, network)
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) {
      await rm(part, { force: true })
      throw new RefusedError('update.disk-full', 'there is too little room for the update')
    }
    throw error
  }
  if (!(await isProven(part, file))) {
    await rm(part, { force: true })
    throw new RefusedError('update.damaged', 'the file is another than the feed says')
  }
  await rename(part, path)
  return path
}

/** Whether this is the file that the feed names: a plain file, no link, of this size, with this digest. Read anew each time it matters. */
export async function isProven(path: string, { bytes, sha512 }: Pick<FeedFile, 'bytes' | 'sha512'>): Promise<boolean> {
  let handle: FileHandle | undefined
  try {
    handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    const stats = await handle.stat()
    if (!stats.isFile() || stats.size !== bytes) return false
    const hash = createHash('sha512')
    for await (const piece of createReadStream('', { fd: handle, autoClose: false })) hash.update(piece as Buffer)
    return hash.digest('base64') === sha512
  } catch {
    return false
  } finally {
    await handle?.close()
  }
}

async function download(address: string, { bytes }: FeedFile, part: string, { fetch, after }: UpdateNetwork): Promise<void> {
  const cut = new AbortController()
  const handle = await open(part, constants.O_CREAT | constants.O_RDWR | (constants.O_NOFOLLOW ?? 0), 0o600)
  let callOff = (): void => undefined
  try {
    const { size } = await handle.stat()
    const have = size < bytes ? size : 0
    const response = await asked(fetch, address, cut.signal, have === 0 ? {} : { range: `bytes=${have}-` })
    let at = response.status === 206 && response.headers.get('content-range') === `bytes ${have}-${bytes - 1}/${bytes}` ? have : 0
    if (at === 0 && response.status !== 200) {
      await handle.truncate(0)
      throw new RefusedError('update.not-there', `the server answered ${response.status}`, { status: response.status })
    }
    await handle.truncate(at)
    let windowBegan = at
    const watch = (): void => {
      callOff = after(WINDOW_MILLISECONDS, () => {
        if (at - windowBegan < LEAST_PER_WINDOW) cut.abort(new RefusedError('update.too-slow', 'the download does not get on'))
        else {
          windowBegan = at
          watch()
        }
      })
    }
    watch()
    for await (const piece of bodyOf(response, cut.signal)) {
      if (at + piece.length > bytes) {
        await handle.truncate(0)
        throw new RefusedError('update.damaged', 'the file is larger than the feed says')
      }
      await handle.write(piece, 0, piece.length, at)
      at += piece.length
    }
    if (at < bytes) throw new RefusedError('update.offline', 'the connection was cut off')
    await handle.sync()
  } finally {
    callOff()
    cut.abort()
    await handle.close()
  }
}

async function asked(fetch: UpdateNetwork['fetch'], address: string, signal: AbortSignal, headers: Record<string, string>): Promise<Response> {
  try {
    return await fetch(address, { signal, headers, redirect: 'error', cache: 'no-store', credentials: 'omit' })
  } catch (error) {
    throw cutBy(signal) ?? new RefusedError('update.offline', `the update’s server cannot be reached: ${String(error)}`)
  }
}

async function* bodyOf(response: Response, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  if (response.body === null) return
  const reader = response.body.getReader()
  const cut = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(cutBy(signal) ?? new RefusedError('update.offline', 'the download was ended')), { once: true })
  })
  cut.catch(() => undefined)
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), cut])
      if (done) return
      yield value
    }
  } catch (error) {
    throw error instanceof RefusedError ? error : new RefusedError('update.offline', 'the connection was cut off')
  } finally {
    void reader.cancel().catch(() => undefined)
  }
}

function cutBy(signal: AbortSignal): RefusedError | undefined {
  return signal.reason instanceof RefusedError ? signal.reason : undefined
}

/** The folder must be the program’s own: a link at its place would have files written elsewhere. */
async function ownFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (!(await lstat(folder)).isDirectory()) throw new RefusedError('update.place-unsafe', 'the folder for updates is a link')
}

/** Earlier installers are of no use any more, nor is one that was put here by somebody else. */
async function keepOnly(folder: string, kept: string): Promise<void> {
  for (const name of await readdir(folder)) if (name !== kept) await rm(join(folder, name), { recursive: true, force: true })
}
