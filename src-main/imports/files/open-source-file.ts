import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { importFailure, type ImportResult } from '#shared/imports/import-errors.ts'

/** The whole file as it was at one moment; everything after works on these bytes and never on the path again. */
export interface SourceFile {
  readonly name: string
  readonly bytes: Buffer
  /** Lower-case hex: the same file imported twice is known by it, whatever its name. */
  readonly sha256: string
}

export interface OpenSourceFileOptions {
  readonly maximumBytes?: number
  readonly signal?: AbortSignal
  /** Called after each chunk with the bytes read so far. */
  readonly onProgress?: (read: number, total: number) => void
}

/** Under V8's longest string (536,870,888 characters), so that a file which passes here can always be decoded. */
export const MAXIMUM_FILE_BYTES = 256 * 1024 * 1024
const CHUNK_BYTES = 4 * 1024 * 1024

interface Identity {
  readonly dev: bigint
  readonly ino: bigint
  readonly size: bigint
  readonly mtimeNs: bigint
}

/**
 * Reads a regular file whole, or refuses it: nothing is ever half read. A file that grows, shrinks, is edited, replaced or
 * deleted while it is read is refused as `import.file-changed`; a read error (a share that dropped) as `import.file-unreadable`.
 */
export async function openSourceFile(path: string, options: OpenSourceFileOptions = {}): Promise<ImportResult<SourceFile>> {
  const limit = options.maximumBytes ?? MAXIMUM_FILE_BYTES
  if (path.includes('\0')) return importFailure('import.file-unreadable', { reason: 'EINVAL' })
  let handle
  try {
    // Asked before opening: opening a pipe or a device can block or have effects.
    const kind = kindOf(await stat(path))
    if (kind !== 'file') return importFailure('import.not-a-file', { kind })
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const opened = await handle.stat({ bigint: true })
    if (!opened.isFile()) return importFailure('import.not-a-file', { kind: kindOf(opened) })
    const size = Number(opened.size)
    if (size > limit) return importFailure('import.too-large', { bytes: size, limit })

    // One byte more than the file should have, to notice growth.
    const bytes = Buffer.allocUnsafe(size + 1)
    const hash = createHash('sha256')
    let read = 0
    while (read <= size) {
      if (options.signal?.aborted) return importFailure('import.cancelled')
      const { bytesRead } = await handle.read(bytes, read, Math.min(CHUNK_BYTES, size + 1 - read), read)
      if (bytesRead === 0) break
      hash.update(bytes.subarray(read, read + bytesRead))
      read += bytesRead
      options.onProgress?.(Math.min(read, size), size)
    }
    if (read !== size) return importFailure('import.file-changed', { reason: read < size ? 'shrunk' : 'grown' })
    const change = whatChanged(opened, await handle.stat({ bigint: true })) ?? (await whatBecameOf(path, opened))
    if (change !== null) return importFailure('import.file-changed', { reason: change })
    if (size === 0) return importFailure('import.empty')
    return { ok: true, value: { name: basename(path), bytes: bytes.subarray(0, size), sha256: hash.digest('hex') } }
  } catch (error) {
    return importFailure('import.file-unreadable', { reason: reasonOf(error) })
  } finally {
    await handle?.close().catch(() => undefined)
  }
}

async function whatBecameOf(path: string, opened: Identity): Promise<string | null> {
  try {
    const now = await stat(path, { bigint: true })
    if (now.dev !== opened.dev || now.ino !== opened.ino) return 'replaced'
    return whatChanged(opened, now)
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return 'deleted'
    throw error
  }
}

function whatChanged(before: Identity, after: Identity): string | null {
  if (after.size !== before.size) return after.size < before.size ? 'shrunk' : 'grown'
  return after.mtimeNs === before.mtimeNs ? null : 'edited'
}

interface KindOfFile {
  isFile(): boolean
  isDirectory(): boolean
  isFIFO(): boolean
  isSocket(): boolean
}

function kindOf(stats: KindOfFile): string {
  if (stats.isFile()) return 'file'
  if (stats.isDirectory()) return 'directory'
  return stats.isFIFO() ? 'pipe' : stats.isSocket() ? 'socket' : 'device'
}

/** The operating system's own code (ENOENT, EACCES, EIO …); a bug of ours is not a property of the file and is thrown on. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  throw error
}
