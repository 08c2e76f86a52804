import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openCentral } from '#central/open-central.ts'
import { inviteWith } from '#central/people/invitations.ts'
import { createTenant } from '#central/people/tenants.ts'
import { startEmbeddedPostgres } from '#central/store/embedded/embedded-postgres.ts'
import { readPostmaster } from '#central/store/embedded/postmaster-file.ts'
import { openPglite } from '#central/store/pglite-store.ts'
import { openPostgres } from '#central/store/postgres-store.ts'
import type { Store } from '#central/store/store.ts'
import { newId } from '#main/foundation/new-id.ts'
import { sessionSchema, type Session } from '#shared/people/enrolment.ts'
import { answerCalls } from './own-process.ts'
import { processorTimeOf } from './processor-time.ts'

// The central API in a process of its own, on the store and in the folder that the arguments name.

export type StoreKind = 'postgres' | 'pglite'

export interface CentralProcess {
  /** Opens the store and listens. @returns the address */
  listen(): Promise<string>
  newTenant(): Promise<string>
  /** @returns a one-time code for a channel manager of the whole company */
  invite(tenantId: string): Promise<string>
  /** Makes desks known, each as if from an address of its own: how often one address may enrol is bounded. */
  enrol(tenantId: string, clientIds: readonly string[]): Promise<readonly Session[]>
  /** How long the server took for each pull, from the request's arrival to the answer's end, in milliseconds; those told are forgotten. */
  takePulls(): Promise<readonly number[]>
  /** Milliseconds of processor time so far; of the database null where the system does not tell, 0 where it is in the server's process. */
  processorTime(): Promise<{ readonly server: number; readonly database: number | null }>
}

const [kind, folder = ''] = process.argv.slice(2)
const log = (line: string): void => void process.stderr.write(`${line}\n`)
const { store, database, close } = kind === 'pglite' ? await onPglite() : await onPostgres()
const { app } = await openCentral({ store, log })
let pulls: number[] = []
app.addHook('onResponse', async (request, reply) => {
  if (request.url === '/sync/v1/pull') pulls.push(reply.elapsedTime)
})

answerCalls<CentralProcess>({
  listen: () => app.listen({ host: '127.0.0.1', port: 0 }),
  newTenant: async () => (await store.transaction({ as: 'registrar' }, (session) => createTenant(session, 'Lira Financial', new Date().toISOString()))).id,
  invite,
  enrol: async (tenantId, clientIds) => {
    const sessions: Session[] = []
    for (const [at, clientId] of clientIds.entries()) {
      const payload = { code: await invite(tenantId), deviceName: 'a desk', clientId }
      sessions.push(sessionSchema.parse((await app.inject({ method: 'POST', url: '/auth/v1/enrol', payload, remoteAddress: `10.0.${at >> 8}.${at & 255}` })).json()))
    }
    return sessions
  },
  takePulls: async () => {
    const taken = pulls
    pulls = []
    return taken
  },
  processorTime: async () => {
    const { user, system } = process.cpuUsage()
    return { server: (user + system) / 1000, database: database() }
  },
}, async () => {
  app.server.closeAllConnections()
  await app.close()
  await close()
})

async function invite(tenantId: string): Promise<string> {
  const invitation = { name: 'Ana', email: `${newId()}@lira.example`, role: 'channelManager' as const, territories: [] }
  return (await store.transaction({ as: 'registrar' }, (session) => inviteWith(session, tenantId, invitation, new Date()))).code
}

interface Opened {
  readonly store: Store
  readonly database: () => number | null
  readonly close: () => Promise<void>
}

async function onPglite(): Promise<Opened> {
  mkdirSync(folder, { recursive: true })
  const opened = await openPglite(join(folder, 'pglite'))
  return { store: opened, database: () => 0, close: () => opened.close() }
}

async function onPostgres(): Promise<Opened> {
  const server = await startEmbeddedPostgres(folder)
  const opened = openPostgres(server.url, log)
  await opened.asOwner(async (session) => {
    const [row] = await session.query<{ fsync: string; commit: string }>(`SELECT current_setting('fsync') AS "fsync", current_setting('synchronous_commit') AS "commit"`)
    if (row?.fsync !== 'on' || row.commit !== 'on') throw new Error('PostgreSQL does not wait for the disk')
  })
  return {
    store: opened,
    database: () => processorTimeOf(readPostmaster(join(folder, 'postgres'))?.pid ?? 0),
    close: async () => {
      await opened.close()
      await server.stop()
    },
  }
}
