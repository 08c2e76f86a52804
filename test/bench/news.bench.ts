import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { wait } from '#central/sync/wait.ts'
import { openApi, type CentralApi, type RemoteDesk } from '#test/foundation/central-api.ts'
import { openShapedPglite } from '#test/foundation/central-stores.ts'
import type { BenchReport } from './report.ts'

const CHANGES = 150

interface Heard {
  readonly stop: () => void
  /** Resolves with the instant at which the next news is heard. */
  readonly next: () => Promise<number>
}

/** How soon another desk hears of a change: by the wait of the protocol, and by events on one connection that stays open. */
export async function run(): Promise<BenchReport> {
  const store = await openShapedPglite()
  const api = await openApi(store)
  const address = await api.opened.app.listen({ host: '127.0.0.1', port: 0 })
  const tenantId = await api.newTenant()
  const [giver, hearer] = [await api.desk(tenantId), await api.desk(tenantId)]
  await hearer.pull()
  const ways: Readonly<Record<string, () => Promise<Heard>>> = { 'long poll': () => byLongPoll(address, hearer), 'server-sent events': () => byEvents(api, hearer) }
  const times = new Map<string, number[]>()
  for (const [name, open] of Object.entries(ways)) {
    const heard = await open()
    const taken: number[] = []
    for (let change = 0; change < CHANGES; change += 1) {
      // As a desk does: it asks as soon as it has pulled, long before the next change.
      const next = heard.next()
      await new Promise((resolve) => setTimeout(resolve, 60 + Math.random() * 80))
      await giver.give({ name: 'leads.create', input: { company: `${name} ${change}`, country: 'JP' } })
      const committed = performance.now()
      taken.push(Math.max(0, (await next) - committed))
      await hearer.pull()
    }
    heard.stop()
    times.set(name, taken.toSorted((a, b) => a - b))
  }
  api.opened.app.server.closeAllConnections()
  await api.opened.app.close()
  await store.close()
  const at = (name: string, share: number): number => times.get(name)?.[Math.floor(CHANGES * share)] ?? Number.NaN
  return {
    title: 'Hearing of another desk’s change',
    rows: [...times.keys()].flatMap((name) => [0.5, 0.95].map((share) => ({ name: `${name}, p${share * 100}`, value: at(name, share), unit: 'ms' }))),
    goals: [],
    notes: [`${CHANGES} changes each, from the answer to the push that made it to the notice at the other desk; between two changes the hearer pulls, as a desk does.`, 'PGlite and both desks in one process on this machine; no network between.'],
  }
}

async function byLongPoll(address: string, hearer: RemoteDesk): Promise<Heard> {
  const ask = async (): Promise<number> => {
    await fetch(`${address}/sync/v1/wait`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${hearer.session.accessToken}` }, body: JSON.stringify({ cursor: hearer.cursor }) }).then((answer) => answer.json())
    return performance.now()
  }
  return { stop: () => undefined, next: ask }
}

/** The same question of the server, asked again and again on its side, told as events. */
async function byEvents(api: CentralApi, hearer: RemoteDesk): Promise<Heard> {
  const { clientId, session: { person } } = hearer
  const [device] = await api.store.transaction({ as: 'registrar' }, (session) => session.query<{ id: string }>('SELECT "id" FROM "device" WHERE "clientId" = $1', [clientId]))
  const bearer = { tenantId: person.tenantId, personId: person.userId, deviceId: device?.id ?? '', clientId }
  const closed = new AbortController()
  const server = createServer((_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(': open\n\n')
    void (async () => {
      for (let told = ''; !closed.signal.aborted; ) {
        const cursor = hearer.cursor
        if (cursor === null || cursor === told) {
          await new Promise((resolve) => setTimeout(resolve, 1))
          continue
        }
        if ((await wait(api.opened.central, bearer, cursor, { signal: closed.signal })).changed) response.write('data: changed\n\n')
        told = cursor
      }
      response.end()
    })()
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const stream = (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)).body?.getReader()
  await stream?.read()
  return {
    stop: () => {
      closed.abort()
      server.closeAllConnections()
      server.close()
    },
    next: async () => {
      await stream?.read()
      return performance.now()
    },
  }
}
