import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { RefusedError } from '#shared/foundation/outcome.ts'

/** Names that Windows keeps for devices, with any extension; refused everywhere, for files travel. */
const RESERVED = /^(?:con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(?:\..*)?$/iu
const CODES: Readonly<Record<string, string>> = {
  ENOSPC: 'export.disk-full', EDQUOT: 'export.disk-full', EACCES: 'export.not-writable', EPERM: 'export.not-writable', EROFS: 'export.not-writable',
  EBUSY: 'export.file-in-use', ENAMETOOLONG: 'export.path-too-long', ENOENT: 'export.folder-missing', ENOTDIR: 'export.folder-missing',
  EISDIR: 'export.not-a-file', EEXIST: 'export.not-a-file', ENOTEMPTY: 'export.not-a-file',
}

let written = 0

/**
 * A file that appears whole or not at all: written beside its place, forced to the disk, then renamed over the old one, which
 * stays untouched when anything goes wrong. Throws a refusal with a code `export.…`.
 */
export async function writeAtomically(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const name = basename(path)
  if (RESERVED.test(name) || /[\0<>:"|?*]/u.test(name) || /[. ]$/u.test(name)) throw new RefusedError('export.name-reserved', 'The file name cannot be used on every system.')
  const beside = join(dirname(path), `.${name.slice(0, 80)}.${process.pid}-${++written}.part`)
  try {
    const file = await open(beside, 'wx')
    try {
      await write(file)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    const code = error instanceof Error && 'code' in error ? CODES[String(error.code)] : undefined
    if (code === undefined) throw error
    throw new RefusedError(code, 'The file could not be written; what was there before is unchanged.')
  }
}
