import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { RefusedError } from '#shared/foundation/outcome.ts'
import type { AdminAccess } from './http/admin.ts'

/** Says who serves a data folder, and holds the secret of his door: readable by the owner only. */
export function claimDirectory(directory: string, access: AdminAccess): () => void {
  const path = join(directory, 'running.json')
  writeFileSync(path, JSON.stringify({ pid: process.pid, ...access }), { mode: 0o600, flag: 'wx' })
  return () => rmSync(path, { force: true })
}

/** The server that serves this folder now. What a killed one has left is cleared away. */
export async function findRunning(directory: string): Promise<AdminAccess | null> {
  const path = join(directory, 'running.json')
  let access: AdminAccess
  try {
    access = JSON.parse(readFileSync(path, 'utf8')) as AdminAccess
  } catch {
    rmSync(path, { force: true })
    return null
  }
  const alive = await fetch(`${access.address}/alive`, { headers: { authorization: `Bearer ${access.secret}` }, signal: AbortSignal.timeout(3_000) }).then(({ ok }) => ok, () => false)
  if (alive) return access
  rmSync(path, { force: true })
  return null
}

export async function refuseIfRunning(directory: string): Promise<void> {
  if ((await findRunning(directory)) !== null) throw new RefusedError('central.already-running', 'a central API serves this folder already', { directory })
}
