import Database from 'better-sqlite3'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLog } from '#main/diagnostics/log-file.ts'
import { openForWriting } from '#main/workspace/open.ts'
import { openRescuable } from '#main/workspace/rescuable-host.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { workspaceContract } from '#shared/workspace/workspace.contract.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import { openHost } from '#test/foundation/open-host.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'
import { givenPolicies } from '#test/policies/given-policies.ts'

const { create } = leadsContract.operations
const { report, saveReport } = workspaceContract.operations

/** What must be in no log and no report, wherever it was put. */
const CANARIES = ['Kawaguchi-Canary', 'canary@kawaguchi.example', 'cAnArY0SecretToken0123456789', 'canary-pass', 'proxy.kawaguchi.example', 'canary-notes']

test('what was typed, imported, set and kept secret is in no log and no report, also where the program broke over it', async () => {
  const directory = temporaryWorkspace()
  const policies = givenPolicies({ ProxyServer: 'http://ana:canary-pass@proxy.kawaguchi.example:3128', CentralAddress: 'https://proxy.kawaguchi.example' })
  const desk = await openHost(directory, { policies })
  const write = openLog(directory, 'data')
  const { id } = valueOf(await desk.call(create, { company: 'Kawaguchi-Canary', contactEmail: 'canary@kawaguchi.example', notes: 'canary-notes' }))
  const other = new Database(join(directory, 'workspace.db'))
  other.function('fold_text', (text) => String(text))
  other.prepare('UPDATE "journal" SET "input" = ?').run('{"company": "Kawaguchi-Canary", "contactEmail": canary@kawaguchi.example')
  other.close()
  writeFileSync(join(directory, 'central-session'), 'cAnArY0SecretToken0123456789')
  await desk.host.call('journal.history', { id }, { kind: 'window' })
  await desk.host.call('leads.update', { id, company: { name: 'Kawaguchi-Canary' }, token: 'cAnArY0SecretToken0123456789' }, { kind: 'window' })
  await desk.host.call('Kawaguchi-Canary.canary@kawaguchi.example', {}, { kind: 'window' })
  for (const line of desk.logged) write(line)
  write('the proxy http://ana:canary-pass@proxy.kawaguchi.example said no to “Kawaguchi-Canary” with cAnArY0SecretToken0123456789 for canary@kawaguchi.example')

  const { text } = valueOf(await desk.call(report, {}))
  expect(desk.logged.join('\n')).toMatch(/^bug /m)
  expect(text).toContain('ok   integrity: ok')
  expect(text).toMatch(/ProxyServer set \(machine\)/)
  const logs = readdirSync(join(directory, 'logs')).map((name) => readFileSync(join(directory, 'logs', name), 'utf8')).join('\n')
  for (const canary of CANARIES) expect([canary, text.includes(canary), logs.includes(canary), desk.logged.join('\n').includes(canary)]).toEqual([canary, false, false, false])
})

test('what is saved is what was shown, and there is nothing to save before', async () => {
  const desk = await openHost()
  expect(refusalOf(await desk.call(saveReport, { file: null }))).toEqual({ code: 'report.none' })
  const { text } = valueOf(await desk.call(report, {}))
  const { file, name } = valueOf(await desk.call(saveReport, { file: null }))
  expect(name).toBe('channel-workbench-report.txt')
  expect(readFileSync(desk.host.grantedFile?.(file, 'read') ?? '', 'utf8')).toBe(text)
})

test('tells of crash dumps without handing them over', async () => {
  const directory = temporaryWorkspace()
  mkdirSync(join(directory, 'crashes', 'completed'), { recursive: true })
  writeFileSync(join(directory, 'crashes', 'completed', 'canary-notes.dmp'), Buffer.alloc(3 * 1024 * 1024))
  const desk = await openHost(directory)
  const { text } = valueOf(await desk.call(report, {}))
  expect(text).toMatch(/Crash dumps .*\n {2}\d{4}-.*Z, 3 MB\n/)
  expect(text).not.toContain('canary-notes')
})

test('a report can be had where the workspace cannot be opened', async () => {
  const directory = temporaryWorkspace()
  openForWriting(directory).close()
  writeFileSync(join(directory, 'workspace.db'), '')
  const host = await openRescuable({ directory, policies: givenPolicies({}), log: () => undefined })
  expect(await host.call('rescue.report', {}, { kind: 'window' })).toMatchObject({ ok: true, value: { text: expect.stringContaining('not opened: workspace.corrupt') } })
  await host.close()
})

test('a report can be had where nothing can be kept: what is saved is then not another one', async () => {
  const directory = temporaryWorkspace()
  openForWriting(directory).close()
  writeFileSync(join(directory, 'logs'), 'where a folder should be')
  const desk = await openHost(directory)
  expect(valueOf(await desk.call(report, {})).text).toContain('ok   integrity: ok')
  expect(refusalOf(await desk.call(saveReport, { file: null }))).toEqual({ code: 'report.none' })
  await desk.host.close()
  writeFileSync(join(directory, 'workspace.db'), '')
  const host = await openRescuable({ directory, policies: givenPolicies({}), log: () => undefined })
  expect(await host.call('rescue.report', {}, { kind: 'window' })).toMatchObject({ ok: true, value: { text: expect.stringContaining('not opened: workspace.corrupt') } })
  await host.close()
})
