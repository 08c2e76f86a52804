import { chmodSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

export interface SystemUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** PostgreSQL refuses to run as root. Root starts it as one of these; anybody else as himself (null). */
export function unprivilegedUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find(([each]) => each === name) ?? []
    if (uid !== undefined && gid !== undefined) return { name, uid: Number(uid), gid: Number(gid) }
  }
  throw new Error('PostgreSQL does not run as root, and this system has no user postgres or nobody to run it')
}

/** The first folder on the way to a path that this user cannot pass, if there is one. */
export function barrier(user: SystemUser, path: string): string | null {
  const { uid, gid, mode } = statSync(path)
  const passable = uid === user.uid ? mode & 0o100 : gid === user.gid ? mode & 0o010 : mode & 0o001
  if (passable === 0) return path
  const above = dirname(path)
  return above === path ? null : barrier(user, above)
}

/** Lets others pass through a folder of ours without seeing what is in it. */
export function letPass(directory: string): void {
  chmodSync(directory, 0o711)
}
