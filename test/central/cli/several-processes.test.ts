import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyAudit } from '#central/audit/verify-audit.ts'
import { createForm } from '#central/forms/forms.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#central/store/embedded/embedded-postgres.ts'
import { openPostgres } from '#central/store/postgres-store.ts'
import type { Store } from '#central/store/store.ts'
import type { Session } from '#shared/people/enrolment.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { quiet } from '#test/foundation/central-stores.ts'
import { startCentralProcess, type CentralProcess } from './central-process.ts'
import { LoadDesk, type Servers } from './load-desk.ts'

const DESKS = 4
const folders: string[] = []
const servers: Servers & { processes: CentralProcess[] } = {
  processes: [],
  busy: 0,
  address() {
    return this.processes[Math.floor(Math.random() * this.processes.length)]?.address ?? ''
  },
}
let postgres: EmbeddedPostgres
let gate: Gate

/** The address of the database for as long as the test lasts, whichever port it has come up on again. */
class Gate {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  target = 0

  constructor() {
    this.#server = createServer((socket) => {
      const onward = connect(this.target, '127.0.0.1')
      for (const [end, other] of [[socket, onward], [onward, socket]] as const) {
        this.#sockets.add(end)
        end.on('error', () => other.destroy()).on('close', () => (this.#sockets.delete(end), other.destroy())).pipe(other)
      }
    })
  }

  listen(): Promise<number> {
    return new Promise((resolve) => {
      this.#server.listen(0, '127.0.0.1', () => {
        const address = this.#server.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy()
    this.#server.close()
  }
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'channel-workbench-central-'))
  folders.push(folder)
  return folder
}

let url = ''
const startOne = (): Promise<CentralProcess> => startCentralProcess('--data', newFolder(), '--database-url', url)

beforeAll(async () => {
  postgres = await startEmbeddedPostgres(newFolder())
  gate = new Gate()
  gate.target = postgres.port
  url = postgres.url.replace(`:${postgres.port}/`, `:${await gate.listen()}/`)
  const first = await startOne()
  servers.processes = [first, ...(await Promise.all([startOne(), startOne()]))]
}, 120_000)

afterAll(async () => {
  await Promise.all(servers.processes.map(({ child, exit }) => (child.kill('SIGTERM'), exit)))
  gate.close()
  await postgres.stop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}, 120_000)

test('three processes, one killed and begun again, then the database restarted: nothing is lost, nothing done twice', async () => {
  const store = openPostgres(postgres.url, quiet)
  const [tenant] = await store.transaction({ as: 'registrar' }, (session) => session.query<{ id: string }>('SELECT "id" FROM "tenant"'))
  const tenantId = tenant?.id ?? ''
  const { key } = await createForm(store, tenantId, { name: 'Load', takes: 'leads', source: 'Web', redirect: null, origins: [] }, new Date())
  const desks = await Promise.all(Array.from({ length: DESKS }, async (_, at) => LoadDesk.enrol(servers, await invite(store, tenantId, at))))
  await store.close()

  let working = true
  const work = desks.map((desk) => desk.workWhile(() => working))
  const submitted: string[] = []
  const visitors = (async () => {
    while (working) {
      const company = `Visitor ${nextId()}`
      await sendForm(key, company)
      submitted.push(company)
      await pause(100)
    }
  })()

  await pause(1_500)
  const [killed] = servers.processes.splice(0, 1)
  killed?.child.kill('SIGKILL')
  await killed?.exit
  await pause(1_500)
  servers.processes.push(await startOne())
  await pause(500)

  servers.busy = 0
  await postgres.stop()
  await pause(1_500)
  postgres = await startEmbeddedPostgres(folders[0] ?? '')
  gate.target = postgres.port
  await pause(2_000)
  working = false
  await Promise.all([...work, visitors])
  expect(servers.busy, 'answers 503 with Retry-After while the database was away').toBeGreaterThan(0)

  await Promise.all(desks.map((desk) => desk.pull()))
  const truth = openPostgres(postgres.url, quiet)
  try {
    await truth.transaction({ tenantId, snapshot: true }, async (session) => {
      const acknowledged = desks.flatMap((desk) => desk.acknowledged)
      expect(acknowledged.length).toBeGreaterThan(50)
      const journaled = await session.query<{ id: string }>(`SELECT "id" FROM "journal" WHERE "command" LIKE 'partners.%' ORDER BY "id"`)
      expect(journaled.map(({ id }) => id)).toEqual(acknowledged.toSorted())
      const counted = await session.query<{ code: string; capacity: number }>('SELECT "code", "capacity" FROM "partners" ORDER BY "code"')
      expect(counted).toEqual(desks.map(({ code, increments }) => ({ code, capacity: increments })).toSorted((one, other) => (one.code < other.code ? -1 : 1)))
      const leads = await session.query<{ company: string }>('SELECT "company" FROM "leads"')
      expect(leads.map(({ company }) => company).toSorted()).toEqual(submitted.toSorted())
      const [version] = await session.query<{ v: number }>('SELECT "v" FROM "sync_tenant"')
      const versions = await session.query<{ v: number }>('SELECT DISTINCT "v" FROM "sync_change" ORDER BY "v"')
      expect(versions.map(({ v }) => v)).toEqual(Array.from({ length: version?.v ?? 0 }, (_, at) => at + 1))
      for (const table of ['partners', 'leads', 'journal', 'decisions']) {
        const rows = await session.query<{ id: string; rev: number }>(`SELECT "id", "rev" FROM "${table}" ORDER BY "id"`)
        for (const desk of desks) expect(desk.revisions(table), table).toEqual(rows.map(({ id, rev }) => [id, rev]))
      }
    })
    expect(await verifyAudit(truth, tenantId, null)).toMatchObject({ faults: [], faultCount: 0 })
  } finally {
    await truth.close()
  }
}, 120_000)

async function invite(store: Store, tenantId: string, at: number): Promise<Session> {
  const { inviteWith } = await import('#central/people/invitations.ts')
  const { code } = await store.transaction({ as: 'registrar' }, (session) => inviteWith(session, tenantId, { name: `Desk ${at}`, email: `desk${at}@example.com`, role: 'channelManager', territories: [] }, new Date()))
  const answer = await fetch(`${servers.address()}/auth/v1/enrol`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code, deviceName: '', clientId: nextId() }) })
  return (await answer.json()) as Session
}

/** Until it is taken, always with the same key, as a page does whose visitor is patient. */
async function sendForm(key: string, company: string): Promise<void> {
  const idempotencyKey = nextId()
  for (;;) {
    const answer = await fetch(`${servers.address()}/forms/v1/${key}`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey }, body: JSON.stringify({ company }), signal: AbortSignal.timeout(20_000) }).catch(() => null)
    if (answer?.ok === true) return
    if (answer !== null && answer.status !== 503) throw new Error(`${answer.status}: ${await answer.text()}`)
    await pause(100)
  }
}
