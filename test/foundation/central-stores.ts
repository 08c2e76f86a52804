import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import { createTenant } from '#central/people/tenants.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#central/store/embedded/embedded-postgres.ts'
import { migrate, migrations } from '#central/store/migrate.ts'
import { openPglite } from '#central/store/pglite-store.ts'
import { openPostgres } from '#central/store/postgres-store.ts'
import type { Store } from '#central/store/store.ts'

export type StoreName = 'PGlite' | 'PostgreSQL'

/** A store of each kind for the whole test file, opened when it is first asked for; each case takes a tenant of its own. */
export interface CentralStores {
  readonly open: (name: StoreName) => Promise<Store>
  /** The server behind the store on PostgreSQL, for a second store on it. */
  readonly postgres: () => Promise<EmbeddedPostgres>
}

export const quiet = (): void => undefined

/** To be called where a file describes its tests: what was opened is closed after the last. */
export function centralStores(): CentralStores {
  const opened: Partial<Record<StoreName, Promise<Store>>> = {}
  let server: Promise<EmbeddedPostgres> | undefined
  let directory: string | undefined

  const postgres = (): Promise<EmbeddedPostgres> => {
    directory ??= mkdtempSync(join(tmpdir(), 'channel-workbench-central-'))
    return (server ??= startEmbeddedPostgres(directory))
  }
  const openers: Readonly<Record<StoreName, () => Promise<Store>>> = {
    PGlite: openShapedPglite,
    PostgreSQL: async () => {
      const store = openPostgres((await postgres()).url, quiet)
      await migrate(store)
      return store
    },
  }
  afterAll(async () => {
    for (const store of Object.values(opened)) await (await store).close()
    await (await server)?.stop()
    if (directory !== undefined) rmSync(directory, { recursive: true, force: true })
  })
  return { open: (name) => (opened[name] ??= openers[name]()), postgres }
}

/** Making a PGlite takes five seconds, opening a copy of one less than one: an image is kept between runs. */
export async function openShapedPglite(): Promise<Store> {
  const manifest = fileURLToPath(import.meta.resolve('@electric-sql/pglite')).replace(/dist\/[^/]*$/, 'package.json')
  const key = createHash('sha256').update(JSON.stringify(migrations)).update(readFileSync(manifest)).digest('hex').slice(0, 16)
  const image = join(fileURLToPath(new URL('../..', import.meta.url)), 'node_modules', '.cache', 'test-pglite', `${key}.image`)
  if (existsSync(image)) return openPglite(undefined, new Blob([readFileSync(image)]))
  const store = await openPglite()
  await migrate(store)
  mkdirSync(dirname(image), { recursive: true })
  const incomplete = `${image}.${randomUUID()}`
  writeFileSync(incomplete, Buffer.from(await (await store.dump()).arrayBuffer()))
  renameSync(incomplete, image)
  return store
}

export async function newTenant(store: Store): Promise<string> {
  const { id } = await store.transaction({ as: 'registrar' }, (session) => createTenant(session, 'Lira Financial', new Date().toISOString()))
  return id
}
