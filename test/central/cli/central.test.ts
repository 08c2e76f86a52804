import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { runCli } from '#test/foundation/run-cli.ts'
import type { Session } from '#shared/people/enrolment.ts'
import { startCentralProcess as start, type CentralProcess } from './central-process.ts'

async function post<T>(address: string, path: string, body: object, token = ''): Promise<T> {
  const answer = await fetch(address + path, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify(body) })
  return (await answer.json()) as T
}

function newFolder(): string {
  const directory = mkdtempSync(join(tmpdir(), 'channel-workbench-central-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

const partner = { code: 'A', name: 'A', type: 'reseller', country: 'GT' }
const pushOf = (clientId: string, id: string) => ({ clientId, epoch: null, programVersion: '', commands: [{ seq: 1, id, previous: null, name: 'partners.create', version: 1, input: partner, issuedAt: '', batchId: null }] })

describe.each(['postgres', 'pglite'])('workbench central --store %s', (store) => {
  test('serves; survives being killed; lets people in meanwhile; ends in order', async () => {
    const directory = newFolder()
    const first = await start('--data', directory, '--store', store)
    expect(first.store).toContain(store === 'pglite' ? 'may be lost' : 'PostgreSQL of its own')
    const clientId = nextId()
    const session = await post<Session>(first.address, '/auth/v1/enrol', { code: first.first?.code, deviceName: '', clientId })
    expect(await post(first.address, '/sync/v1/push', pushOf(clientId, nextId()), session.accessToken)).toMatchObject({ lastSeq: 1, results: [{ status: 'applied' }] })
    expect(await runCli(['central', '--data', directory, '--store', store])).toMatchObject({ exit: 1, error: expect.stringContaining('central.already-running') })
    first.child.kill('SIGKILL')
    await first.exit

    const again = await start('--data', directory)
    expect(again.first).toBeNull()
    if (store === 'postgres') expect(again.store).toContain('still running')
    expect(await post(again.address, '/sync/v1/hello', { clientId, programVersion: '' }, session.accessToken)).toMatchObject({ lastSeq: 1 })
    const invited = await runCli(['invite', '--data', directory, '--name', 'Ana', '--email', 'ana@example.com', '--role', 'viewer', '--json'])
    const { code } = invited.json() as { code: string }
    expect(await post(again.address, '/auth/v1/enrol', { code, deviceName: '', clientId: nextId() })).toMatchObject({ person: { name: 'Ana', role: 'viewer' } })
    for (const file of ['running.json', ...(store === 'postgres' ? ['postgres-password'] : [])]) expect([file, statSync(join(directory, file)).mode & 0o077]).toEqual([file, 0])
    again.child.kill('SIGTERM')
    expect(await again.exit).toBe(0)

    const unserved = await runCli(['invite', '--data', directory, '--name', 'Bo', '--email', 'bo@example.com', '--role', 'viewer'])
    expect(unserved).toMatchObject({ exit: 0, out: expect.stringMatching(/with the code ([2-9A-Z]{5}-){3}[2-9A-Z]{5}/) })
  })
})

test('forms are made, listed and revoked through the server that serves the folder', async () => {
  const directory = newFolder()
  const served = await start('--data', directory, '--store', 'pglite')
  const form = (...args: readonly string[]) => runCli(['form', ...args, '--data', directory])
  expect(await form('create', 'Contact', '--source', 'Web', '--origin', 'https://www.lira.example')).toMatchObject({ exit: 0, out: expect.stringMatching(/the path \/forms\/v1\/[\w-]{43} /) })
  expect(await form('create', 'Contact', '--source', 'Web')).toMatchObject({ exit: 1, error: expect.stringContaining('form.name-taken') })
  expect(await form('create', 'Other', '--source', 'Web', '--origin', 'https://www.lira.example/contact')).toMatchObject({ exit: 1, error: expect.stringContaining('input.invalid') })
  expect(await form('revoke', 'Contact')).toMatchObject({ exit: 0 })
  expect(await form('create', 'Partners', '--source', 'Campaign 7', '--applications')).toMatchObject({ exit: 1, error: expect.stringContaining('input.invalid') })
  expect(await form('create', 'Partners', '--source', 'inbound', '--applications')).toMatchObject({ exit: 0 })
  expect(await form('list')).toMatchObject({ exit: 0, out: expect.stringMatching(/^Contact: takes leads, source Web, 0 taken .*, revoked .*\nPartners: takes applications, source inbound, 0 taken /) })
  served.child.kill('SIGTERM')
  expect(await served.exit).toBe(0)
}, 120_000)

describe('two servers on one database', () => {
  let one: CentralProcess
  let two: CentralProcess
  const directories: string[] = []
  beforeAll(async () => {
    directories.push(mkdtempSync(join(tmpdir(), 'channel-workbench-central-')), mkdtempSync(join(tmpdir(), 'channel-workbench-central-')))
    const [first = '', second = ''] = directories
    one = await start('--data', first)
    const port = /port (\d+)/.exec(one.store)?.[1] ?? ''
    const password = readFileSync(join(first, 'postgres-password'), 'utf8')
    two = await start('--data', second, '--database-url', `postgres://workbench:${password}@127.0.0.1:${port}/postgres`)
  })
  afterAll(async () => {
    for (const { child, exit } of [two, one]) {
      child.kill('SIGTERM')
      await exit
    }
    for (const directory of directories) rmSync(directory, { recursive: true, force: true })
  })

  test('are one: a token of one is good at the other, which hears within two seconds what was pushed to the first', async () => {
    const clientId = nextId()
    const session = await post<Session>(one.address, '/auth/v1/enrol', { code: one.first?.code, deviceName: '', clientId })
    const pulled = await post<{ complete: { cursor: string } }>(two.address, '/sync/v1/pull', { clientId, cursor: null, token: null, requestId: 1, acknowledged: 0 }, session.accessToken)
    const waiting = post(two.address, '/sync/v1/wait', { cursor: pulled.complete.cursor }, session.accessToken)
    const push = pushOf(clientId, nextId())
    const started = performance.now()
    const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => post<{ results: unknown }>(at % 2 === 0 ? one.address : two.address, '/sync/v1/push', push, session.accessToken)))
    expect(new Set(answers.map(({ results }) => JSON.stringify(results))).size).toBe(1)
    expect(await waiting).toEqual({ changed: true })
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(await post(two.address, '/sync/v1/pull', { clientId, cursor: pulled.complete.cursor, token: null, requestId: 2, acknowledged: 0 }, session.accessToken)).toMatchObject({ data: [{ table: 'partners', put: [expect.anything()] }, { table: 'journal' }], complete: { lastSeq: 1 } })
  })
})

test.each<[string, readonly string[]]>([
  ['another store', ['central', '--store', 'mysql']],
  ['a port beyond all', ['central', '--port', '70000']],
  ['a database that is none', ['central', '--database-url', 'http://x']],
  ['a role that is none', ['invite', '--name', 'A', '--email', 'a@example.com', '--role', 'king']],
  ['nobody', ['invite', '--role', 'viewer']],
  ['a form without a source', ['form', 'create', 'Contact']],
  ['what no form can do', ['form', 'paint', 'Contact']],
  ['an offer that never waits', ['central', '--offer-hours', '0']],
])('wrong usage: %s', async (_, args) => {
  expect((await runCli([...args, '--data', newFolder()])).exit).toBe(2)
})
