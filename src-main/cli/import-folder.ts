import { readdirSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { importsContract } from '#shared/imports/imports.contract.ts'
import { UsageError } from './cli.ts'
import type { Session } from './workspace-session.ts'

const TABLES: ReadonlySet<string> = new Set(['.csv', '.tsv', '.txt', '.xlsx'])
const AS_FOUND = { encoding: null, delimiter: null, sheet: null }

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

/** Which file of a folder holds the opportunities: the one that has a stage and an account in every row. The others are beside it. */
export async function sortFolder(folder: string, session: Session): Promise<{ readonly path: string; readonly beside: readonly string[] }> {
  const paths = readdirSync(folder).filter((name) => TABLES.has(extname(name).toLowerCase())).toSorted().map((name) => join(folder, name))
  const found: string[] = []
  for (const path of paths) {
    const { mapping } = await session.call(importsContract.operations.inspect, { file: session.grant(path, 'read'), subject: 'opportunities', reading: AS_FOUND })
    if (mapping['stage'] !== undefined && mapping['account'] !== undefined) found.push(path)
  }
  const [path, ...more] = found
  if (path === undefined || more.length > 0) throw new UsageError(path === undefined ? `no file in ${folder} has columns for the stage and the account of opportunities` : `several files in ${folder} hold opportunities: ${found.join(', ')}; name one, and the others by --with`)
  return { path, beside: paths.filter((other) => other !== path) }
}
