import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { RefusedError } from '#shared/foundation/outcome.ts'

/** Keeps the one secret of a connected desk. Throws RefusedError where it cannot be had or kept now, but may be later. */
export interface TokenKeeper {
  /** Whether something could be kept: asked before a code is used up for it. */
  readonly ready: () => Promise<void>
  /** @returns null where there is none, or it is lost for good */
  readonly read: () => Promise<string | null>
  /** On the disk before it answers: once this token was shown, the one before is good no more. */
  readonly write: (token: string) => Promise<void>
  readonly forget: () => Promise<void>
}

/** Where a desk's secret lies beside the workspace: in the clear, or sealed by the desktop. One of them at most. */
export function tokenPaths(directory: string): { readonly plain: string; readonly sealed: string } {
  return { plain: join(directory, 'central-session'), sealed: join(directory, 'central-session.sealed') }
}

/** In a file that its owner alone may read. */
export function tokenFile(directory: string): TokenKeeper {
  const { plain, sealed } = tokenPaths(directory)
  return {
    ready: async () => undefined,
    async read() {
      const token = readOwn(plain)?.toString('utf8') ?? null
      if (token === null && existsSync(sealed)) throw new RefusedError('session.sealed', 'the desktop keeps this session in the system’s keyring')
      return token
    },
    async write(token) {
      writeOwn(plain, token)
      rmSync(sealed, { force: true })
    },
    async forget() {
      for (const path of [plain, sealed]) rmSync(path, { force: true })
    },
  }
}

export function readOwn(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

/** Whole and on the disk, for its owner's eyes only. */
export function writeOwn(path: string, content: string | Uint8Array): void {
  const draft = `${path}.draft`
  rmSync(draft, { force: true })
  const file = openSync(draft, 'wx', 0o600)
  try {
    writeSync(file, Buffer.from(content))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  chmodSync(draft, 0o600)
  renameSync(draft, path)
}
