import { inflateRawSync } from 'node:zlib'
import { importFailure, type ImportResult } from '#shared/imports/import-errors.ts'

/** One file of an archive, as its central directory describes it. */
export interface ZipEntry {
  readonly name: string
  readonly deflated: boolean
  readonly compressedBytes: number
  /** As declared; `inflateEntry` refuses the entry when it is not so. */
  readonly bytes: number
  /** Where the local header starts. */
  readonly offset: number
}

export interface ZipLimits {
  readonly maximumEntries: number
  /** Of all entries together, inflated. */
  readonly maximumBytes: number
  /** Declared ÷ compressed bytes of an entry; DEFLATE reaches 1,032, sheets 10 to 60. */
  readonly maximumRatio: number
}

export const ZIP_LIMITS: ZipLimits = { maximumEntries: 5_000, maximumBytes: 400 * 1024 * 1024, maximumRatio: 250 }

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const ZIP64_LOCATOR = 0x07064b50
const END_BYTES = 22
const CENTRAL_BYTES = 46
const LOCAL_BYTES = 30
const LONGEST_COMMENT = 0xffff
/** Below this size a ratio says nothing. */
const SMALL_BYTES = 1024 * 1024
const ARCHIVES = /\.(?:zip|jar|7z|rar|gz|tgz|tar|bz2|xz|xls[xmb]?|doc[xm]?|ppt[xm]?|ods|odt)$/iu

/** Reads the table of contents and refuses every archive that an honest workbook never is, before a byte is inflated. */
export function inspectZip(bytes: Buffer, limits: ZipLimits = ZIP_LIMITS): ImportResult<readonly ZipEntry[]> {
  const end = findEnd(bytes)
  if (end === -1) return damaged('no-directory')
  if (bytes.readUInt32LE(Math.max(0, end - 20)) === ZIP64_LOCATOR) return unsafe('zip64')
  const count = bytes.readUInt16LE(end + 10)
  const start = bytes.readUInt32LE(end + 16)
  if (bytes.readUInt16LE(end + 4) !== 0 || bytes.readUInt16LE(end + 8) !== count) return damaged('several-disks')
  if (count === 0xffff || start === 0xffffffff) return unsafe('zip64')
  if (count > limits.maximumEntries) return unsafe('too-many-entries')

  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let total = 0
  let at = start
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL_BYTES > end || bytes.readUInt32LE(at) !== CENTRAL) return damaged('directory')
    const flags = bytes.readUInt16LE(at + 8)
    const method = bytes.readUInt16LE(at + 10)
    const compressedBytes = bytes.readUInt32LE(at + 20)
    const size = bytes.readUInt32LE(at + 24)
    const nameEnd = at + CENTRAL_BYTES + bytes.readUInt16LE(at + 28)
    const offset = bytes.readUInt32LE(at + 42)
    if (nameEnd > end) return damaged('directory')
    const name = bytes.toString('utf8', at + CENTRAL_BYTES, nameEnd)
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)

    if ((flags & 1) !== 0 || method === 99) return importFailure('import.archive-encrypted')
    if (compressedBytes === 0xffffffff || size === 0xffffffff || offset === 0xffffffff) return unsafe('zip64')
    if (method !== 0 && method !== 8) return damaged('compression-method')
    if (!isPlainName(name)) return unsafe('entry-name')
    if (names.has(name.toLowerCase())) return unsafe('duplicate-entry')
    if (ARCHIVES.test(name) && !name.startsWith('xl/embeddings/')) return unsafe('nested-archive')
    names.add(name.toLowerCase())
    total += size
    if (total > limits.maximumBytes) return unsafe('inflated-size')
    if (size > SMALL_BYTES && size > compressedBytes * limits.maximumRatio) return unsafe('compression-ratio')
    if (offset + LOCAL_BYTES + compressedBytes > start) return damaged('entry-outside')
    entries.push({ name, deflated: method === 8, compressedBytes, bytes: size, offset })
  }
  if (!areApart(entries)) return unsafe('overlapping-entries')
  return { ok: true, value: entries }
}

/** The content of an entry: exactly as many bytes as were declared, or refused; never inflates further than that. */
export function inflateEntry(bytes: Buffer, entry: ZipEntry): ImportResult<Buffer> {
  if (bytes.readUInt32LE(entry.offset) !== LOCAL) return damaged('entry')
  const start = entry.offset + LOCAL_BYTES + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28)
  const compressed = bytes.subarray(start, start + entry.compressedBytes)
  if (compressed.length !== entry.compressedBytes) return damaged('entry-outside')
  if (!entry.deflated) return compressed.length === entry.bytes ? { ok: true, value: compressed } : unsafe('lying-size')
  try {
    const content = inflateRawSync(compressed, { maxOutputLength: Math.max(1, entry.bytes) })
    return content.length === entry.bytes ? { ok: true, value: content } : unsafe('lying-size')
  } catch (error) {
    const tooLong = error instanceof RangeError || (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
    return tooLong ? unsafe('lying-size') : damaged('entry')
  }
}

function findEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT)
  for (let at = bytes.length - END_BYTES; at >= lowest; at--) if (bytes.readUInt32LE(at) === END) return at
  return -1
}

function isPlainName(name: string): boolean {
  return !/^[/\\]|^[A-Za-z]:|\\|\0/u.test(name) && !name.split('/').includes('..')
}

/** Entries that share bytes are how a small archive is made endless without a high ratio. */
function areApart(entries: readonly ZipEntry[]): boolean {
  const sorted = [...entries].sort((left, right) => left.offset - right.offset)
  return sorted.every((entry, index) => index === 0 || sorted[index - 1]!.offset + LOCAL_BYTES + sorted[index - 1]!.compressedBytes <= entry.offset)
}

function unsafe(reason: string): ReturnType<typeof importFailure> {
  return importFailure('import.archive-unsafe', { reason })
}

function damaged(reason: string): ReturnType<typeof importFailure> {
  return importFailure('import.archive-damaged', { reason })
}
