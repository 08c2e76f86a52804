import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync, rmSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Transform } from 'node:stream'
import { refused, RefusedError, succeeded, type Outcome } from '#shared/foundation/outcome.ts'
import type { DataHost } from '../operations/data-host.ts'
import { SECURITY_HEADERS } from '../static-files/content-security-policy.ts'

const LARGEST_UPLOAD = 256 * 1024 * 1024
const LONGEST_NAME = 200
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** Files between the page and the host: what is uploaded gets a token, what a job offers is fetched by one. No paths cross. */
export class FileExchange {
  readonly #folder: string
  readonly #offered: string
  readonly #host: DataHost

  constructor(directory: string, host: DataHost) {
    this.#folder = join(directory, 'incoming')
    this.#host = host
    this.#offered = join(directory, 'outgoing')
    this.clear()
  }

  /** Takes away whatever was handed over, either way: customers' data does not outlive its use. */
  clear(): void {
    for (const folder of [this.#folder, this.#offered]) rmSync(folder, { recursive: true, force: true })
  }

  /** Takes away a file that was handed in, when the page is done with it. */
  release(token: string): Outcome<null> {
    if (/^[\w-]{32}$/.test(token)) rmSync(join(this.#folder, token), { recursive: true, force: true })
    return succeeded(null)
  }

  async receive(request: IncomingMessage, name: string): Promise<Outcome<unknown>> {
    if (Number(request.headers['content-length'] ?? 0) > LARGEST_UPLOAD) return { ok: false, error: tooLarge(LARGEST_UPLOAD).refusal }
    const safeName = fileNameFrom(name)
    const token = randomBytes(24).toString('base64url')
    const folder = join(this.#folder, token)
    const path = join(folder, safeName)
    try {
      mkdirSync(folder, { recursive: true })
      await pipeline(request, limitTo(LARGEST_UPLOAD), createWriteStream(path, { flags: 'wx' }))
    } catch (error) {
      rmSync(folder, { recursive: true, force: true })
      if (error instanceof RefusedError) return { ok: false, error: error.refusal }
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return refused('disk.full', 'no space is left on the disk')
      return refused('file.upload-failed', 'the file could not be taken in')
    }
    this.#host.grantFile({ token, path, access: 'read' })
    return succeeded({ token, name: safeName, bytes: (await stat(path)).size })
  }

  /** @returns whether the token stood for a file */
  async send(token: string, response: ServerResponse): Promise<boolean> {
    const path = this.#host.grantedFile?.(token, 'read')
    const size = path === undefined ? undefined : await stat(path).then((stats) => stats.size, () => undefined)
    if (path === undefined || size === undefined) return false
    response.writeHead(200, {
      ...SECURITY_HEADERS,
      'content-type': 'application/octet-stream',
      'content-length': size,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(basename(path))}`,
      'cache-control': 'no-store',
    })
    await pipeline(createReadStream(path), response)
    return true
  }
}

function limitTo(limit: number): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      done(size > limit ? tooLarge(limit) : null, chunk)
    },
  })
}

function tooLarge(limit: number): RefusedError {
  return new RefusedError('import.too-large', 'the file is too large', { limit })
}

/** A name that every file system takes: no folders, at most 200 bytes, none of the devices of Windows. The end, with its suffix, is kept. */
function fileNameFrom(name: string): string {
  const plain = basename(name.replaceAll('\\', '/')).toWellFormed().replaceAll(/[\u0000-\u001f\u007f<>:"|?*]/g, '_').replace(/[. ]+$/, '')
  let end = Array.from(plain).slice(-LONGEST_NAME)
  while (Buffer.byteLength(end.join('')) > LONGEST_NAME) end = end.slice(1)
  const kept = end.join('')
  return kept === '' ? 'file' : DEVICES.test(kept) ? `_${kept}` : kept
}
