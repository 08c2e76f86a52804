import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where a file is written that whoever asked for it fetches. @param directory the workspace's */
export function outgoing(directory: string, name: string): string {
  const folder = join(directory, 'outgoing')
  mkdirSync(folder, { recursive: true })
  return join(folder, name)
}
