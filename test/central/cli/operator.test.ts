import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLIENT_ID, signInAs, startCompanyProvider, type CompanyProvider } from '#test/foundation/company-provider.ts'
import { runCli } from '#test/foundation/run-cli.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const EMAIL = 'ana@lira.example'

let provider: CompanyProvider
let data: string
let desk: string
let central: Started

interface Started {
  readonly child: ChildProcess
  readonly address: string
  readonly signIn: unknown
}

function start(...args: readonly string[]): Promise<Started> {
  const child = spawn(process.execPath, ['bin/workbench.mjs', 'central', '--json', '--data', data, '--store', 'pglite', '--port', '0', ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      if (out.trimEnd().endsWith('\n}')) resolve({ ...(JSON.parse(out) as Omit<Started, 'child'>), child })
    })
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)))
  })
}

async function stop(): Promise<void> {
  const ended = new Promise((resolve) => central.child.once('exit', resolve))
  central.child.kill('SIGTERM')
  await ended
}

/** `workbench connect … --company`, and what the person does on the page that it prints. */
function connectAs(email: string): Promise<{ exit: number | null; out: string; error: string }> {
  const child = spawn(process.execPath, ['bin/workbench.mjs', 'connect', central.address, '--company', '--json', '--workspace', desk], { cwd: root, stdio: 'pipe', env: { ...process.env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined } })
  return new Promise((resolve) => {
    let [out, error, page] = ['', '', undefined as string | undefined]
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      error += text
      const told = /^(http:\S+)\n/m.exec(error)?.[1]
      if (page !== undefined || told === undefined) return
      page = told
      void signInAs(told, { email })
    })
    child.once('close', (exit) => resolve({ exit, out, error }))
  })
}

const workbench = (...args: readonly string[]) => runCli([...args, '--data', data])

beforeAll(async () => {
  provider = await startCompanyProvider()
  data = mkdtempSync(join(tmpdir(), 'channel-workbench-central-'))
  desk = mkdtempSync(join(tmpdir(), 'channel-workbench-desk-'))
  central = await start('--sign-in-issuer', provider.issuer, '--sign-in-client-id', CLIENT_ID)
})
afterAll(async () => {
  await stop()
  await provider.close()
  for (const directory of [data, desk]) rmSync(directory, { recursive: true, force: true })
})

describe('the operator’s command line', () => {
  test('lets people in by the company’s account, and looks after them while the server runs', async () => {
    expect(await connectAs(EMAIL)).toMatchObject({ exit: 1, error: expect.stringContaining('sign-in.unknown-person: Nobody has invited ana@lira.example yet.') })
    expect((await workbench('invite', '--name', 'Ana', '--email', EMAIL, '--role', 'viewer')).exit).toBe(0)
    const connected = await connectAs(EMAIL)
    expect([connected.exit, JSON.parse(connected.out)]).toEqual([0, expect.objectContaining({ state: 'synced', person: expect.objectContaining({ email: EMAIL }) })])

    expect(await workbench('person', 'role', EMAIL, 'channelManager')).toMatchObject({ exit: 0, out: 'ana@lira.example is channelManager now.\n' })
    expect((await workbench('people', '--json')).json()).toContainEqual(expect.objectContaining({ email: EMAIL, role: 'channelManager', desks: 1, suspendedAt: null }))
    expect(await workbench('person', 'suspend', EMAIL)).toMatchObject({ exit: 0, out: 'ana@lira.example is suspended and signed out everywhere.\n' })
    expect(await runCli(['sync', '--workspace', desk])).toMatchObject({ exit: 1, out: expect.stringMatching(/^signedOut: .*problem: person\.suspended/) })
    expect(await connectAs(EMAIL)).toMatchObject({ exit: 1, error: expect.stringContaining('person.suspended') })
    expect((await workbench('person', 'resume', EMAIL)).exit).toBe(0)
    expect(await connectAs(EMAIL)).toMatchObject({ exit: 0 })
    expect(await workbench('quarantine')).toMatchObject({ exit: 0, out: 'Nothing is set aside.\n' })
    expect(await workbench('quarantine', 'retry', 'nothing')).toMatchObject({ exit: 1, error: expect.stringContaining('quarantine.not-found') })
    expect(await workbench('central', 'renew-epoch')).toMatchObject({ exit: 0 })
    expect(await workbench('central', 'audit')).toMatchObject({ exit: 0, out: '0 entries, each as it was written\nHead: none yet\n' })
    expect(await workbench('central', 'audit', '--head', `1:${'0'.repeat(64)}`)).toMatchObject({ exit: 1, out: expect.stringMatching(/^0 entries\nFAIL 1 the chain does not have the head/) })
    expect(await runCli(['sync', '--workspace', desk])).toMatchObject({ exit: 0, out: expect.stringMatching(/^synced/) })
  }, 240_000)

  test('does the same where no server runs; a restart knows where people sign in, until it is told otherwise', async () => {
    await stop()
    expect((await workbench('person', 'territories', EMAIL)).exit).toBe(0)
    expect(await workbench('person', 'suspend', 'administrator@localhost.localdomain')).toMatchObject({ exit: 1, error: expect.stringContaining('person.last-administrator') })
    central = await start()
    expect(central.signIn).toEqual({ issuer: provider.issuer, clientId: CLIENT_ID, address: null })
    await stop()
    central = await start('--sign-in-issuer', 'none')
    expect(central.signIn).toBeNull()
    expect(await connectAs(EMAIL)).toMatchObject({ exit: 1, error: expect.stringContaining('sync.connected-already') })
  }, 240_000)
})

test.each<[string, readonly string[]]>([
  ['an issuer without a client', ['central', '--sign-in-issuer', 'https://company.example']],
  ['a client without an issuer', ['central', '--sign-in-client-id', 'x']],
  ['an issuer by plain HTTP', ['central', '--sign-in-issuer', 'http://company.example', '--sign-in-client-id', 'x']],
  ['something else than to serve', ['central', 'burn']],
  ['a head that is none', ['central', 'audit', '--head', '4']],
  ['nobody', ['person', 'suspend']],
  ['something that cannot be done with people', ['person', 'praise', EMAIL]],
  ['a role that is none', ['person', 'role', EMAIL, 'king']],
  ['a drop without a reason', ['quarantine', 'drop', 'x']],
])('wrong usage: %s', async (_, args) => {
  expect((await workbench(...args)).exit).toBe(2)
})
