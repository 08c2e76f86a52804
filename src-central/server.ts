import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { openAdminDoor, type AdminAccess } from './http/admin.ts'
import type { CompanySignIn } from './people/company-identity.ts'
import { errands, runErrand, type ErrandAnswer, type ErrandInput, type ErrandName } from './operator/errands.ts'
import { moveStore, type Moved } from './operator/move-store.ts'
import type { Installation } from './people/installation.ts'
import { claimDirectory, findRunning, refuseIfRunning } from './running-file.ts'
import { openCentral } from './open-central.ts'
import { startEmbeddedPostgres } from './store/embedded/embedded-postgres.ts'
import { openPglite } from './store/pglite-store.ts'
import { openPostgres } from './store/postgres-store.ts'
import type { Store } from './store/store.ts'

export { auditHeadSchema, type AuditFault } from './audit/verify-audit.ts'
export type { CompanySignIn, ErrandAnswer, ErrandInput, ErrandName }

/** Where the rows are: a PostgreSQL of the folder's own, one inside the process, or one that runs elsewhere. */
export type StoreChoice = { readonly kind: 'postgres' | 'pglite' } | { readonly kind: 'url'; readonly url: string }

export interface StorePlace {
  readonly directory: string
  readonly store: StoreChoice
  readonly log: (line: string) => void
}

export interface StartOptions extends StorePlace {
  readonly port: number
  readonly host: string
  readonly companyName?: string | undefined
  readonly signIn?: CompanySignIn | null | undefined
  readonly trustedProxies: readonly string[]
  /** How long an offer waits for an answer before it goes to the next; null for ever. */
  readonly offerHours: number | null
}

export interface StartedCentral {
  readonly address: string
  /** In words: which store, and what it does not promise. */
  readonly storeWords: string
  readonly first: Installation['first']
  readonly signIn: CompanySignIn | null
  close(): Promise<void>
}

interface OpenedStore {
  readonly store: Store
  readonly words: string
  readonly close: () => Promise<void>
}

export async function startCentral(options: StartOptions): Promise<StartedCentral> {
  const { directory, log } = options
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  await refuseIfRunning(directory)
  const endings: (() => Promise<unknown>)[] = []
  const close = async (): Promise<void> => {
    for (const end of endings.toReversed()) await end().catch((error: unknown) => log(`while closing: ${String(error)}`))
  }
  try {
    const door = await openAdminDoor(log)
    endings.push(() => door.app.close())
    const release = claimDirectory(directory, door.access)
    endings.push(async () => release())
    const opened = await openStore(options)
    endings.push(opened.close)
    const { app, central, first, schedule } = await openCentral({ store: opened.store, log, companyName: options.companyName, signIn: options.signIn, trustedProxies: options.trustedProxies })
    endings.push(() => app.close())
    endings.push(schedule(options.offerHours).start())
    door.serve(central)
    const address = await app.listen({ host: options.host, port: options.port })
    return { address, storeWords: opened.words, first, signIn: central.company?.settings ?? null, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Takes all rows to another, empty database; nobody may serve either meanwhile. */
export async function moveCentral(place: StorePlace, url: string): Promise<Moved> {
  if (place.store.kind !== 'url') await refuseIfRunning(place.directory)
  const from = await openStore(place)
  const to = openPostgres(url, place.log)
  try {
    return await moveStore(from.store, to)
  } finally {
    await to.close()
    await from.close()
  }
}

/** Through the server that serves the folder; where none does, on the store itself. */
export async function askCentral<N extends ErrandName>(place: StorePlace, name: N, input: ErrandInput<N>): Promise<ErrandAnswer<N>> {
  const running = place.store.kind === 'url' ? null : await findRunning(place.directory)
  const answer = running === null ? await runUnserved(place, name, input) : await askDoor(running, name, input)
  return errands[name].output.parse(answer) as ErrandAnswer<N>
}

async function runUnserved(place: StorePlace, name: ErrandName, input: unknown): Promise<unknown> {
  const { store, close } = await openStore(place)
  try {
    return await runErrand((await openCentral({ store, log: place.log })).central, name, input)
  } finally {
    await close()
  }
}

const toldSchema = z.object({ answer: z.unknown().optional(), error: z.object({ code: z.string(), message: z.string(), details: z.json().optional() }).optional() })

async function askDoor({ address, secret }: AdminAccess, name: ErrandName, input: unknown): Promise<unknown> {
  const response = await fetch(`${address}/errands/${name}`, { method: 'POST', headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }, body: JSON.stringify(input) })
  const { answer, error } = toldSchema.parse(await response.json())
  if (error !== undefined) throw new RefusedError(error.code, error.message, error.details)
  return answer
}

async function openStore({ directory, store: choice, log }: StorePlace): Promise<OpenedStore> {
  switch (choice.kind) {
    case 'url': {
      const store = openPostgres(choice.url, log)
      return { store, words: `PostgreSQL at ${new URL(choice.url).host}`, close: () => store.close() }
    }
    case 'pglite': {
      const store = await openPglite(join(directory, 'pglite'))
      return { store, words: `PGlite in ${join(directory, 'pglite')}: for trying out; what was just saved may be lost when the power fails`, close: () => store.close() }
    }
    case 'postgres': {
      const embedded = await startEmbeddedPostgres(directory)
      const store = openPostgres(embedded.url, log)
      return {
        store,
        words: `PostgreSQL of its own in ${directory}, on port ${embedded.port}${embedded.adopted ? ', which was still running' : ''}`,
        close: async () => {
          await store.close()
          await embedded.stop()
        },
      }
    }
  }
}
