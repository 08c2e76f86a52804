import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { newId } from '#main/foundation/new-id.ts'
import type { DataHost } from '#main/operations/data-host.ts'
import { lockWorkspace } from '#main/workspace/lock.ts'
import { backUpRolling } from '#main/workspace/backup.ts'
import { openForWriting } from '#main/workspace/open.ts'
import { openRescuable } from '#main/workspace/rescuable-host.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'
import { givenPolicies } from '#test/policies/given-policies.ts'

const asked = { kind: 'window' } as const
const summary = leadsContract.operations.summary.name

async function open(directory: string): Promise<DataHost> {
  const host = await openRescuable({ directory, policies: givenPolicies({}), log: () => undefined })
  onTestFinished(() => host.close())
  return host
}

/** A workspace with two leads, the second newer than its copy, and one command that waits to be sent. */
function prepare(): string {
  const directory = temporaryWorkspace()
  const db = openForWriting(directory)
  putRows(db, leads, [buildLead({ company: 'In the copy' })])
  backUpRolling(db, directory, '2026-11-26T08:00:00.000Z')
  putRows(db, leads, [buildLead({ company: 'Newer than the copy' })])
  const columns = db.prepare('SELECT "name", "type" FROM pragma_table_info(\'_outbox\') WHERE "notnull" = 1 AND "name" <> \'seq\'').all() as { name: string; type: string }[]
  db.prepare(`INSERT INTO "_outbox" ("seq", ${columns.map(({ name }) => `"${name}"`).join(', ')}) VALUES (1, ${columns.map(() => '?').join(', ')})`).run(...columns.map(({ name, type }) => (name === 'id' ? newId() : name === 'input' ? '{}' : type === 'INTEGER' ? 1 : 'leads.create')))
  db.close()
  return directory
}

const file = (directory: string): string => join(directory, 'workspace.db')

/** The first page of a table and of each of its indexes. */
function spoilPagesOf(directory: string, table: string): void {
  const db = new Database(file(directory))
  const pages = db.prepare('SELECT "rootpage" FROM "sqlite_schema" WHERE "tbl_name" = ? AND "rootpage" > 0').pluck().all(table) as number[]
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  const bytes = readFileSync(file(directory))
  for (const page of pages) bytes.fill(0xff, (page - 1) * 4096, page * 4096)
  writeFileSync(file(directory), bytes)
}

const faults: readonly { readonly what: string; readonly code: string; readonly spoil: (directory: string) => void }[] = [
  { what: 'row 84: a file of nothing', code: 'workspace.corrupt', spoil: (directory) => truncateSync(file(directory), 0) },
  { what: 'row 84: garbage where the file begins', code: 'workspace.corrupt', spoil: (directory) => writeFileSync(file(directory), Buffer.concat([Buffer.alloc(100, 7), readFileSync(file(directory)).subarray(100)])) },
  { what: 'row 84: a folder in place of the file', code: 'workspace.unreadable', spoil: (directory) => {
    rmSync(file(directory))
    mkdirSync(file(directory))
  } },
  { what: 'row 86: a newer program’s file', code: 'workspace.newer', spoil: (directory) => {
    const db = new Database(file(directory))
    db.pragma('user_version = 999')
    db.close()
  } },
  { what: 'the file moved away', code: 'workspace.interrupted', spoil: (directory) => renameSync(file(directory), join(directory, 'elsewhere')) },
]

describe('where the workspace cannot be opened', () => {
  test.for(faults)('$what: every call is answered with why, and nothing is changed', async ({ code, spoil }) => {
    const directory = prepare()
    spoil(directory)
    const before = readdirSync(directory).filter((name) => /\.db$|^backups$|^elsewhere$/.test(name))
    const host = await open(directory)
    expect(await host.call(summary, {}, asked)).toMatchObject({ ok: false, error: { code } })
    expect(await host.call('rescue.opening', {}, asked)).toMatchObject({ ok: true, value: { refusal: { code }, copies: [{ at: '2026-11-26T08:00:00.000Z' }], isBehind: false } })
    expect(readdirSync(directory).filter((name) => /\.db$|^backups$|^elsewhere$/.test(name))).toEqual(before)
  })

  test('row 84: damage that shows only after the file was opened is told, and the workspace is let go of again', async () => {
    const directory = prepare()
    spoilPagesOf(directory, 'batches')
    const host = await open(directory)
    for (const way of ['rescue.opening', 'rescue.again']) expect(await host.call(way, {}, asked)).toMatchObject({ value: { refusal: { code: 'workspace.corrupt' } } })
    expect(await host.call('rescue.mend', {}, asked)).toMatchObject({ ok: true })
    expect(await host.call(summary, {}, asked)).toMatchObject({ ok: true, value: { total: 2 } })
  })

  test('one that is tried again twice at once is not in the way of itself', async () => {
    const directory = prepare()
    const unlock = lockWorkspace(directory)
    const host = await open(directory)
    unlock()
    const answers = await Promise.all([host.call('rescue.again', {}, asked), host.call('rescue.again', {}, asked)])
    expect(answers).toMatchObject([{ value: { refusal: null } }, { value: { refusal: null } }])
    expect(await host.call(summary, {}, asked)).toMatchObject({ ok: true, value: { total: 2 } })
  })

  test('row 88: one that another program has open says who, and opens once it is free', async () => {
    const directory = prepare()
    const unlock = lockWorkspace(directory)
    const host = await open(directory)
    expect(await host.call('rescue.opening', {}, asked)).toMatchObject({ value: { refusal: { code: 'workspace.in-use', details: { process: String(process.pid) } } } })
    unlock()
    expect(await host.call('rescue.again', {}, asked)).toMatchObject({ value: { refusal: null } })
    expect(await host.call(summary, {}, asked)).toMatchObject({ ok: true, value: { total: 2 } })
  })

  test('row 84: mending keeps what the copy lacks and what was not sent, and the window is told to begin anew', async () => {
    const directory = prepare()
    truncateSync(file(directory), statSync(file(directory)).size - 4096)
    const host = await open(directory)
    const events: string[] = []
    host.onEvent(({ name }) => events.push(name))
    expect(await host.call('rescue.mend', {}, asked)).toMatchObject({ ok: true, value: { fromCopy: true, saved: 1, unsent: 1 } })
    expect(events).toContain('rescue.opened')
    expect(await host.call(summary, {}, asked)).toMatchObject({ ok: true, value: { total: 2 } })
    expect(readdirSync(directory).some((name) => name.startsWith('damaged-'))).toBe(true)
  })

  test('a copy is put back where the file is gone; one that is not there is refused', async () => {
    const directory = prepare()
    rmSync(file(directory))
    const host = await open(directory)
    const opening = await host.call('rescue.opening', {}, asked) as { value: { copies: { name: string }[] } }
    expect(await host.call('rescue.restore', { copy: '../workspace.db' }, asked)).toMatchObject({ ok: false, error: { code: 'file.not-found' } })
    expect(await host.call('rescue.restore', { copy: opening.value.copies[0]?.name }, asked)).toMatchObject({ ok: true, value: { refusal: null } })
    expect(await host.call(summary, {}, asked)).toMatchObject({ ok: true, value: { total: 1 } })
  })

  test('row 85: a lost log is told until the person knows', async () => {
    const directory = prepare()
    writeFileSync(join(directory, 'workspace.behind'), 'x')
    const host = await open(directory)
    expect(await host.call('rescue.opening', {}, asked)).toMatchObject({ value: { refusal: null, isBehind: true } })
    expect(await host.call('rescue.acknowledge', {}, asked)).toMatchObject({ value: { isBehind: false } })
  })
})
