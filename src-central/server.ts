import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { RefusedError, type Refusal } from '#shared/foundation/outcome.ts'
import { openAdminDoor, type AdminAccess } from './http/admin.ts'
import { operate, type OperatorActionName, type OperatorAnswer, type OperatorInput } from './http/operator.ts'
import type { Installation } from './people/installation.ts'
import { claimDirectory, findRunning, refuseIfRunning } from './running-file.ts'
import { openCentral } from './open-central.ts'
import { startEmbeddedPostgres } from './store/embedded/embedded-postgres.ts'
import { openPglite } from './store/pglite-store.ts'
import { openPostgres } from './store/postgres-store.ts'
import type { Store } from './store/store.ts'

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
  readonly companyName?: string
  readonly trustedProxies: readonly string[]
  /** How long an offer waits for an answer before it goes to the next; null for ever. */
  readonly offerHours: number | null
}

export interface StartedCentral {
  readonly address: string
  /** In words: which store, and what it does not promise. */
  readonly storeWords: string
  readonly first: Installation['first']
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
    const { app, first, schedule } = await openCentral({ store: opened.store, log, trustedProxies: options.trustedProxies, ...(options.companyName === undefined ? {} : { companyName: options.companyName }) })
    endings.push(() => app.close())
    endings.push(schedule(options.offerHours).start())
    door.serve(opened.store, () => new Date())
    const address = await app.listen({ host: options.host, port: options.port })
    return { address, storeWords: opened.words, first, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Through the server that serves the folder; where none does, on the store itself. */
export async function askOperator<Name extends OperatorActionName>({ directory, store: choice, log }: StorePlace, name: Name, input: OperatorInput<Name>): Promise<OperatorAnswer<Name>> {
  const running = choice.kind === 'url' ? null : await findRunning(directory)
  if (running !== null) return askDoor(running, name, input)
  const { store, close } = await openStore({ directory, store: choice, log })
  try {
    await openCentral({ store, log })
    return await operate(store, name, input, new Date())
  } finally {
    await close()
  }
}

async function askDoor<Name extends OperatorActionName>({ address, secret }: AdminAccess, name: Name, input: OperatorInput<Name>): Promise<OperatorAnswer<Name>> {
  const answer = await fetch(`${address}/${name}`, { method: 'POST', headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }, body: JSON.stringify(input) })
  const body = (await answer.json()) as OperatorAnswer<Name> | { readonly error: Refusal }
  if ('error' in body) throw new RefusedError(body.error.code, body.error.message, body.error.details)
  return body
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
