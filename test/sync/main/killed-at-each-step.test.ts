import { execFile } from 'node:child_process'
import { cpSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { tokenFile } from '#main/sync/refresh-token.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { valueOf } from '#test/foundation/desk.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'
import { FakeHttp } from '../fake-http.ts'
import { LoopDesk } from '../loop-desk.ts'
import { serveFake } from '../served-central.ts'
import { NOW, SyncDesk } from '../sync-desk.ts'

const { create } = leadsContract.operations
const run = promisify(execFile)
const DESK = fileURLToPath(new URL('../dying-desk.ts', import.meta.url))

/** @returns what it printed, or that it was killed */
async function live(directory: string, step: number): Promise<string> {
  return run(process.execPath, [DESK, directory, String(step)], { env: { ...process.env, NODE_NO_WARNINGS: '1' } }).then(({ stdout }) => stdout, (error: { signal?: string; stdout?: string; stderr?: string }) => (error.signal === 'SIGKILL' ? 'killed' : `${error.stdout ?? ''}${error.stderr ?? ''}`))
}

test('a desk that is killed at whatever step of an exchange goes on from its file: nothing is lost, nothing happens twice', async () => {
  let http = new FakeHttp()
  const address = `http://127.0.0.1:${await serveFake({ fetch: (to, init) => http.fetch(to, init) })}`
  const elsewhere = new SyncDesk().connect()
  for (let at = 0; at < 3; at += 1) valueOf(elsewhere.give(create, { company: `Elsewhere ${at}`, country: 'JP' }))
  await elsewhere.push(http.central)
  const filled = await http.central.save()
  const prepared = new SyncDesk()
  prepared.store.connect({ address, clientId: nextId(), person: http.person }, NOW)
  const given = [1, 2].map((at) => valueOf(prepared.give(create, { company: `Here ${at}`, country: 'JP' })).entry)
  prepared.db.close()

  let said = 'killed'
  let step = 0
  while (said === 'killed') {
    step += 1
    http = new FakeHttp(http.person)
    http.keepsRefreshToken = true
    http.central.pageRows = 5
    await http.central.restore(filled, 'first')
    const directory = temporaryWorkspace()
    cpSync(prepared.directory, directory, { recursive: true })
    const token = http.openSession()
    await tokenFile(directory).write(token)

    said = await live(directory, step)
    const desk = new SyncDesk(directory)
    expect(desk.db.pragma('integrity_check', { simple: true })).toBe('ok')
    const again = new LoopDesk(http, desk)
    again.secret = token
    await again.loop.now()
    expect(again.status(), `after step ${step}`).toMatchObject({ state: 'synced', pending: 0, problem: null })
    expect(given.map((id) => http.central.runs.get(id)), `after step ${step}`).toEqual([1, 1])
    expect(desk.rows()).toEqual(await http.central.rows())
    expect(desk.rows().get('leads')).toHaveLength(5)
    await again.loop.close()
  }
  expect(said).toBe(`survived ${step - 1} steps\n`)
  expect(step).toBeGreaterThan(12)
}, 240_000)
