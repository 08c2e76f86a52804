import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { lockWorkspace } from '#main/workspace/lock.ts'
import { openForWriting, WORKSPACE_FILE } from '#main/workspace/open.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { territories, territoryRules } from '#shared/territories/territory.table.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { buildRule, buildTerritory } from '#test/foundation/builders/build-territory.ts'
import { runCli } from '#test/foundation/run-cli.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

/** A closed workspace with one partner, one territory with a rule for Spain, and leads from Spain and elsewhere. */
function aWorkspace(): { directory: string; spanish: string } {
  const directory = temporaryWorkspace()
  const db = openForWriting(directory)
  const partner = buildPartner({ code: 'EPSILON', country: 'ES' })
  const territory = buildTerritory({ code: 'IBERIA', candidates: [{ partnerId: partner.id, weight: 1 }] })
  const spanish = buildLead({ company: 'Lira', country: 'ES' })
  putRows(db, partners, [partner])
  putRows(db, territories, [territory])
  putRows(db, territoryRules, [buildRule({ code: 'ES', territoryId: territory.id, condition: { field: 'country', is: ['ES'] } })])
  putRows(db, leads, [spanish, buildLead({ company: 'Acme', country: 'MX' }), buildLead({ company: 'Twin', country: 'ES' }), buildLead({ company: 'Twin', country: 'MX' })])
  db.close()
  return { directory, spanish: spanish.id }
}

describe('the command line', { timeout: 180_000 }, () => {
  test.each([
    [['frobnicate'], 'there is no subcommand frobnicate'],
    [['__proto__'], 'there is no subcommand'],
    [['import', 'moons', 'x.csv'], 'cannot import moons'],
    [['call', 'leads.list', '--input', '/no/such/file.json'], '--input'],
    [['start', '--browser', '--port', '70000'], '--port'],
  ])('ends with 2 for %j, says what is wrong, and does nothing', async (args, complaint) => {
    const directory = join(temporaryWorkspace(), 'none')
    const { exit, out, error } = await runCli([...args, '--workspace', directory])
    expect([exit, out]).toEqual([2, ''])
    expect(error).toContain(complaint)
    expect(error).not.toMatch(/\n {4}at /)
    expect(existsSync(join(directory, WORKSPACE_FILE))).toBe(false)
  })

  test('takes an empty name for no workspace, and says so', async () => {
    expect(await runCli(['doctor', '--workspace', ''])).toMatchObject({ exit: 2, out: '', error: expect.stringContaining('--workspace') as string })
  })

  test('tells how it is used, and of each subcommand what it takes', async () => {
    const overview = await runCli(['--help'])
    expect(overview.exit).toBe(0)
    for (const subcommand of ['start', 'operations', 'call', 'import', 'assign', 'explain', 'export', 'backup', 'restore', 'doctor']) expect(overview.out).toContain(`workbench ${subcommand}`)
    expect(await runCli(['doctor', '--help'])).toMatchObject({ exit: 0, error: '' })
  })

  test('lists every operation one may call, with JSON Schemas, and none of the host’s own', async () => {
    const { exit, json } = await runCli(['operations', '--json'])
    expect(exit).toBe(0)
    const all = json() as { name: string; kind: string; summary: string; input: { type?: string }; output: object }[]
    expect(all.find(({ name }) => name === 'leads.setStage')).toMatchObject({ kind: 'command', input: { type: 'object', additionalProperties: false, required: ['id', 'stage'] } })
    expect(all.every(({ name, summary }) => /^[a-z]+\.[a-z]\w*$/i.test(name) && summary.length > 3)).toBe(true)
    expect(all.filter(({ name }) => ['journal.moveBatch', 'imports.appendRows', 'assignment.applyDecisions'].includes(name))).toEqual([])
  })

  test('calls an operation with input from standard input or a file', async () => {
    const { directory } = aWorkspace()
    const created = await runCli(['call', 'leads.create', '--input', '-', '--workspace', directory, '--json'], '{"company":"From a script"}')
    expect(created).toMatchObject({ exit: 0, error: '' })
    const { id } = created.json() as { id: string }
    const file = join(directory, 'input.json')
    writeFileSync(file, JSON.stringify({ id }))
    expect((await runCli(['call', 'leads.get', '--input', file, '--workspace', directory])).json()).toMatchObject({ id, company: 'From a script' })
  })

  test.each([
    ['input that does not fit', ['call', 'leads.get'], '{"id":"x"}', 'input.invalid'],
    ['an operation that is none', ['call', 'leads.frobnicate'], '{}', 'operation.unknown'],
    ['an operation of the host’s own', ['call', 'journal.recover'], '{}', 'operation.unknown'],
    ['input that is nested too deeply', ['call', 'settings.set'], `{"name":"theme","value":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'payload.too-deep'],
    ['what the workspace refuses', ['call', 'leads.create'], '{"company":" "}', 'lead.company-missing'],
  ])('ends with 1 and the code first on standard error for %s', async (_, args, input, code) => {
    const { exit, out, error } = await runCli([...args, '--input', '-', '--workspace', aWorkspace().directory], input)
    expect([exit, out]).toEqual([1, ''])
    expect(error.startsWith(`${code}: `)).toBe(true)
    expect(error).not.toMatch(/\n {4}at /)
  })

  test('ends with 1 when another program has the workspace', async () => {
    const { directory } = aWorkspace()
    onTestFinished(lockWorkspace(directory))
    const { exit, error } = await runCli(['doctor', '--workspace', directory])
    expect(exit).toBe(1)
    expect(error).toBe(`workspace.in-use: Process ${process.pid} on the computer ${hostname()} has this workspace open. Close it there first.\n`)
  })

  test('backs up, restores what was backed up, and keeps what was there', async () => {
    const { directory } = aWorkspace()
    const file = join(temporaryWorkspace(), 'copy.db')
    const on = ['--workspace', directory, '--json']
    const backedUp = await runCli(['backup', file, ...on])
    expect(backedUp).toMatchObject({ exit: 0 })
    expect(backedUp.json()).toEqual({ file, bytes: readFileSync(file).length })
    expect((await runCli(['backup', file, ...on])).exit).toBe(2)
    await runCli(['call', 'leads.create', '--input', '-', ...on], '{"company":"Later"}')
    const restored = await runCli(['restore', file, ...on])
    expect(restored).toMatchObject({ exit: 0 })
    expect((restored.json() as { kept: string }).kept).toContain('replaced-')
    expect((await runCli(['call', 'leads.summary', ...on])).json()).toMatchObject({ total: 4 })
    truncateSync(file, 20_000)
    const damaged = await runCli(['restore', file, ...on])
    expect([damaged.exit, damaged.error.split(':')[0]]).toEqual([1, 'backup.damaged'])
    expect((await runCli(['restore', join(directory, 'no.db'), ...on])).error).toMatch(/^file\.not-found/)
  })

  test.each([
    ['into a folder that is not there', (directory: string) => join(directory, '..', 'no-such-folder', 'copy.db'), 'folder.missing'],
    ['below a file', (directory: string) => join(directory, WORKSPACE_FILE, 'copy.db'), 'folder.blocked'],
    ['into the workspace’s own folder', (directory: string) => join(directory, 'copy.db'), 'backup.inside-workspace'],
    ['under a name that is too long', (directory: string) => join(directory, '..', 'n'.repeat(300)), 'file.name-too-long'],
  ])('refuses to back up %s, before it makes a copy', async (_, target, code) => {
    const { directory } = aWorkspace()
    const { exit, error } = await runCli(['backup', target(directory), '--workspace', directory])
    expect([exit, error.split(':')[0]]).toEqual([1, code])
    expect(error).not.toMatch(/\n {4}at /)
    expect(existsSync(join(directory, 'backups'))).toBe(false)
  })

  test('ends with 1 when another program uses the port, and lets go of the workspace', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void taken.close())
    await once(taken, 'listening')
    const { port } = taken.address() as AddressInfo
    const { directory } = aWorkspace()
    const { exit, error } = await runCli(['start', '--browser', '--no-open', '--port', String(port), '--workspace', directory])
    expect([exit, error.split(':')[0]]).toEqual([1, 'host.port-taken'])
    expect(error).not.toMatch(/\n {4}at /)
    lockWorkspace(directory)()
  })

  test('examines a sound workspace, refuses a damaged one, rescues it, and finds it sound again', async () => {
    const { directory } = aWorkspace()
    const on = ['--workspace', directory, '--json']
    const examined = (await runCli(['doctor', ...on])).json() as { ok: boolean; findings: { check: string; ok: boolean; detail: string }[] }
    expect(examined).toMatchObject({ ok: true })
    expect(examined.findings).toEqual(expect.arrayContaining([{ check: 'integrity', ok: true, detail: 'ok' }, { check: 'rows-leads', ok: true, detail: '4' }]))
    await runCli(['call', 'workspace.backUp', ...on])
    truncateSync(join(directory, WORKSPACE_FILE))
    const refused = await runCli(['doctor', ...on])
    expect([refused.exit, refused.error.split(':')[0]]).toEqual([1, 'workspace.corrupt'])
    const rescued = await runCli(['doctor', '--rescue', ...on])
    expect(rescued).toMatchObject({ exit: 0 })
    expect(rescued.json()).toMatchObject({ damaged: expect.stringContaining('damaged-') as string, backup: expect.stringContaining('backups') as string })
    expect((await runCli(['doctor', ...on])).json()).toMatchObject({ ok: true })
    expect((await runCli(['call', 'leads.summary', ...on])).json()).toMatchObject({ total: 4 })
  })

  test('assigns by the rules, first only saying so, and explains each choice', async () => {
    const { directory, spanish } = aWorkspace()
    const on = ['--workspace', directory, '--json']
    expect((await runCli(['assign', '--preview', ...on])).json()).toMatchObject({ assigned: 2, unroutable: 2, byTerritory: { IBERIA: 2 }, byPartner: { EPSILON: 2 } })
    expect((await runCli(['call', 'leads.get', '--input', '-', ...on], JSON.stringify({ id: spanish }))).json()).toMatchObject({ partnerId: null })
    expect((await runCli(['assign', ...on])).json()).toMatchObject({ assigned: 2, unroutable: 2 })
    expect((await runCli(['explain', 'Lira', ...on])).json()).toMatchObject({ lead: spanish, company: 'Lira', partner: 'EPSILON', territory: 'IBERIA', rule: 'ES', unroutable: null })
    expect((await runCli(['explain', 'Twin', ...on])).error).toMatch(/^lead\.ambiguous/)
    expect((await runCli(['explain', 'Nobody', ...on])).error).toMatch(/^lead\.not-found/)
  })

  test('imports a file: all of it, or with a refused row nothing, or without the refused rows', async () => {
    const directory = temporaryWorkspace()
    const on = ['--workspace', directory, '--json']
    const good = join(directory, 'good.csv')
    writeFileSync(good, 'Company,Country,Employees\nOne,ES,5\nTwo,MX,\n')
    expect((await runCli(['import', 'leads', good, '--dry-run', ...on])).json()).toMatchObject({ read: 2, imported: 2, refused: 0, batchId: null })
    expect((await runCli(['import', 'leads', good, ...on])).json()).toMatchObject({ read: 2, imported: 2, duplicates: 0, refused: 0 })
    expect((await runCli(['import', 'leads', good, ...on])).json()).toMatchObject({ read: 2, imported: 0, duplicates: 2 })
    const bad = join(directory, 'bad.csv')
    writeFileSync(bad, 'Company,Country,Employees\nThree,ES,many\nFour,MX,7\n')
    const refused = await runCli(['import', 'leads', bad, ...on])
    expect(refused.exit).toBe(1)
    expect(refused.error).toMatch(/^import\.rows-refused: /)
    expect(refused.json()).toMatchObject({ imported: 0, refused: 1, errors: [{ line: 2, column: 'Employees', code: 'import.number-invalid', value: 'many' }] })
    expect((await runCli(['import', 'leads', bad, '--skip-refused', ...on])).json()).toMatchObject({ imported: 1, refused: 1 })
    expect((await runCli(['call', 'leads.summary', ...on])).json()).toMatchObject({ total: 3 })
    expect((await runCli(['import', 'leads', join(directory, 'none.csv'), ...on])).exit).toBe(1)
  })
})
