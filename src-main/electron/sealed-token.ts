import { rmSync } from 'node:fs'
import { RefusedError, type Outcome } from '#shared/foundation/outcome.ts'
import { readOwn, tokenFile, tokenPaths, writeOwn, type TokenKeeper } from '../sync/refresh-token.ts'
import type { Secrets } from './secrets.ts'

/**
 * Keeps the session's secret sealed by the system's keyring. A keyring that cannot be used now refuses, and sync goes on later;
 * one that was reset, or another machine's, costs a new one-time code and nothing else.
 */
export function sealedToken(directory: string, secrets: Pick<Secrets, 'seal' | 'unseal'>): TokenKeeper {
  const { plain, sealed } = tokenPaths(directory)

  async function write(token: string): Promise<void> {
    writeOwn(sealed, valueOf(await secrets.seal(token)))
    rmSync(plain, { force: true })
  }

  return {
    async ready() {
      valueOf(await secrets.seal('ready'))
    },
    async read() {
      // From the time before the desktop: the command line had connected this workspace.
      const inTheClear = readOwn(plain)?.toString('utf8')
      if (inTheClear !== undefined) {
        await write(inTheClear)
        return inTheClear
      }
      const kept = readOwn(sealed)
      if (kept === null) return null
      const opened = await secrets.unseal(kept)
      if (!opened.ok && opened.error.code === 'secrets.unreadable') return null
      const { text, resealed } = valueOf(opened)
      if (resealed !== undefined) writeOwn(sealed, resealed)
      return text
    },
    write,
    forget: tokenFile(directory).forget,
  }
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new RefusedError(outcome.error.code, outcome.error.message)
  return outcome.value
}
