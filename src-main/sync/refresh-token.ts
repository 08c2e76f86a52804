import { chmodSync, closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Keeps the one secret of a connected desk. Electron puts the system's keyring in its place. */
export interface TokenKeeper {
  readonly read: () => Promise<string | null>
  /** On the disk before it answers: once this token was shown, the one before is good no more. */
  readonly write: (token: string) => Promise<void>
  readonly forget: () => Promise<void>
}

/** In a file beside the workspace that its owner alone may read. */
export function tokenFile(directory: string): TokenKeeper {
  const path = join(directory, 'central-session')
  return {
    async read() {
      try {
        return readFileSync(path, 'utf8')
      } catch {
        return null
      }
    },
    async write(token) {
      const draft = `${path}.draft`
      rmSync(draft, { force: true })
      const file = openSync(draft, 'wx', 0o600)
      try {
        writeSync(file, token)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
      chmodSync(draft, 0o600)
      renameSync(draft, path)
    },
    async forget() {
      rmSync(path, { force: true })
    },
  }
}
