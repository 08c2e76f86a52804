import { RefusedError } from '#shared/foundation/outcome.ts'

const DISK_FULL = { code: 'disk.full', message: 'no space is left on the disk' }
const NOT_ALLOWED = { code: 'file.not-allowed', message: 'the system does not allow this' }
const FOLDER_BLOCKED = { code: 'folder.blocked', message: 'what stands where a folder should be is none' }

const refusals: Readonly<Record<string, { readonly code: string; readonly message: string }>> = {
  ENOSPC: DISK_FULL,
  EDQUOT: DISK_FULL,
  EROFS: { code: 'file.not-writable', message: 'nothing can be written there' },
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  ENOENT: { code: 'file.not-found', message: 'there is no such file or folder' },
  ENOTDIR: FOLDER_BLOCKED,
  EEXIST: FOLDER_BLOCKED,
  EISDIR: { code: 'file.not-a-file', message: 'this is a folder, not a file' },
  ENAMETOOLONG: { code: 'file.name-too-long', message: 'the name is too long' },
  EBUSY: { code: 'file.in-use', message: 'another program is using the file' },
  EIO: { code: 'file.unreadable', message: 'the disk reports an error' },
}

/** What the operating system says no to, in this program's codes; nothing where it is no complaint of the system about files. */
export function osRefusal(error: unknown): RefusedError | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error) || typeof error.code !== 'string') return undefined
  const refusal = refusals[error.code]
  return refusal === undefined ? undefined : new RefusedError(refusal.code, `${refusal.message} (${error.message})`)
}
