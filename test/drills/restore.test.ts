import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '#main/workspace/cipher.ts'
import { startCentralProcess, type CentralProcess } from '#test/central/cli/central-process.ts'
import { runCli, type CommandLine } from '#test/foundation/run-cli.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

/** Drills over real processes, as an administrator would run them; docs/it-guide.md tells the same steps. */

const desk = async (folder: string, words: readonly string[], input?: object): Promise<CommandLine> => {
  const ended = await runCli([...words, '--workspace', folder, '--json'], input === undefined ? '' : JSON.stringify(input))
  expect([words.join(' '), ended.exit, ended.exit === 0 ? '' : ended.error]).toEqual([words.join(' '), 0, ''])
  return ended
}
const give = (folder: string, company: string): Promise<CommandLine> => desk(folder, ['call', 'leads.create', '--input', '-'], { company, country: 'JP' })
const companies = async (folder: string): Promise<readonly string[]> => ((await desk(folder, ['call', 'leads.list', '--input', '-'], { to: 100 })).json() as { rows: { company: string }[] }).rows.map(({ company }) => company).toSorted()
const standing = async (folder: string): Promise<unknown> => ((await desk(folder, ['status'])).json() as { sync: unknown }).sync
const serve = (data: string, port = '0'): Promise<CentralProcess> => startCentralProcess('--data', data, '--store', 'pglite', '--port', port)

/** Writes over the page that all of a table hangs from. */
function destroy(folder: string, table: string): void {
  const path = join(folder, 'workspace.db')
  const db = openDatabase(path, { readonly: true })
  const root = db.prepare('SELECT "rootpage" FROM "sqlite_schema" WHERE "name" = ?').pluck().get(table) as number
  const size = db.pragma('page_size', { simple: true }) as number
  db.close()
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.fill(0x5a, (root - 1) * size, root * size))
}

async function stop({ child, exit }: CentralProcess): Promise<void> {
  child.kill('SIGTERM')
  await exit
}

async function invite(data: string, email: string): Promise<string> {
  const invited = await runCli(['invite', '--data', data, '--store', 'pglite', '--name', email, '--email', email, '--role', 'channelManager', '--json'])
  return (invited.json() as { code: string }).code
}

test('a desk with unsent work whose computer is lost: on a new one, from its copy, nothing that was synced or in the copy is missing', async () => {
  const [data, root] = [temporaryWorkspace(), temporaryWorkspace()]
  const [old, next, copy] = [join(root, 'old'), join(root, 'next'), join(root, 'copy.db')]
  let central = await serve(data)
  await desk(old, ['connect', central.address, await invite(data, 'ana@lira.example')])
  await give(old, 'Synced')
  await desk(old, ['sync'])
  const { port } = new URL(central.address)
  await stop(central)
  await give(old, 'In the copy, not sent')
  await desk(old, ['backup', copy])
  rmSync(old, { recursive: true })

  await desk(next, ['restore', copy])
  expect(await companies(next)).toEqual(['In the copy, not sent', 'Synced'])
  expect(await standing(next)).toMatchObject({ pending: 1 })
  central = await serve(data, port)
  // The session did not come along with the copy: the person signs in on the new computer.
  expect((await runCli(['sync', '--workspace', next])).exit).toBe(1)
  await desk(next, ['connect', central.address, await invite(data, 'ana@lira.example')])
  await desk(next, ['sync', '--check'])
  expect(await standing(next)).toMatchObject({ state: 'synced', pending: 0, problem: null })
  await stop(central)
}, 900_000)

test('a desk with unsent work whose file is destroyed: what was synced comes back, and what was not sent is salvaged and sent', async () => {
  const [data, folder] = [temporaryWorkspace(), join(temporaryWorkspace(), 'desk')]
  let central = await serve(data)
  const { port } = new URL(central.address)
  await desk(folder, ['connect', central.address, await invite(data, 'ana@lira.example')])
  await give(folder, 'Synced')
  await desk(folder, ['sync'])
  await stop(central)
  await give(folder, 'Not sent')
  destroy(folder, 'leads')
  const examined = await runCli(['doctor', '--workspace', folder])
  expect([examined.exit, examined.out + examined.error]).toEqual([1, expect.stringMatching(/FAIL|workspace\.corrupt/)])

  await desk(folder, ['doctor', '--rescue'])
  expect(await standing(folder)).toMatchObject({ pending: 1 })
  central = await serve(data, port)
  await desk(folder, ['sync', '--check'])
  expect([await companies(folder), await standing(folder)]).toEqual([['Not sent', 'Synced'], expect.objectContaining({ state: 'synced', pending: 0, problem: null })])
  await stop(central)
}, 900_000)

test('a central API put back to an earlier day under live desks: what they sent since goes again, nobody’s work is lost', async () => {
  const [data, root] = [temporaryWorkspace(), temporaryWorkspace()]
  const [ana, bea, backup] = [join(root, 'ana'), join(root, 'bea'), join(root, 'backup')]
  let central = await serve(data)
  const { port } = new URL(central.address)
  await desk(ana, ['connect', central.address, await invite(data, 'ana@lira.example')])
  await desk(bea, ['connect', central.address, await invite(data, 'bea@lira.example')])
  await give(ana, 'Before the backup')
  await desk(ana, ['sync'])
  await desk(bea, ['sync'])
  await stop(central)
  cpSync(data, backup, { recursive: true })
  central = await serve(data, port)
  await give(ana, 'After the backup')
  await desk(ana, ['sync'])
  await desk(bea, ['sync'])
  expect(await companies(bea)).toEqual(['After the backup', 'Before the backup'])
  await give(bea, 'Not sent when it broke')
  await stop(central)
  rmSync(data, { recursive: true })
  cpSync(backup, data, { recursive: true })

  expect((await runCli(['central', 'renew-epoch', '--data', data, '--store', 'pglite'])).exit).toBe(0)
  central = await serve(data, port)
  // A session that was renewed since the backup is not known there: whoever is told so signs in again.
  for (const [folder, email] of [[ana, 'ana@lira.example'], [bea, 'bea@lira.example']] as const) {
    const tried = await runCli(['sync', '--check', '--workspace', folder])
    expect([0, 1]).toContain(tried.exit)
    if (tried.exit === 1) await desk(folder, ['connect', central.address, await invite(data, email)])
  }
  for (const folder of [ana, bea, ana]) await desk(folder, ['sync', '--check'])
  const all = ['After the backup', 'Before the backup', 'Not sent when it broke']
  expect([await companies(ana), await companies(bea)]).toEqual([all, all])
  await stop(central)
}, 900_000)
