import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { succeeded } from '#shared/foundation/outcome.ts'
import { CALL_CHANNEL, EVENT_CHANNEL } from '#main/electron/channels.ts'
import { startShell, type ShellEnvironment } from '#main/electron/shell.ts'
import { describeManifest } from '#main/static-files/manifest.ts'
import { givenPolicies } from '#test/policies/given-policies.ts'
import { createStandIn, PreventableEvent, StandInMenu, StandInProcess, StandInWindow, type StandIn } from '../electron-stand-in.ts'

const ID = '0198c7a0-1b2c-7d3e-8f40-5a6b7c8d9e0f'
const LINK = `channel-workbench://open/lead/${ID}`

let root: string
let standIn: StandIn
let log: string[]
let now: number

async function start(difference: Partial<ShellEnvironment> & { secondInstance?: boolean; packaged?: boolean } = {}): Promise<void> {
  const made = createStandIn(join(root, 'profile'))
  standIn = made.standIn
  standIn.app.isFirstInstance = difference.secondInstance !== true
  standIn.app.isPackaged = difference.packaged ?? true
  await startShell(made.parts, {
    argv: [],
    platform: 'linux',
    execPath: '/opt/channel-workbench/channel-workbench',
    folder: join(root, 'out/main'),
    externalHosts: new Set(['help.lira.example']),
    policies: Promise.resolve(givenPolicies({})),
    release: { arch: 'x64', updateKeys: [], isOurs: async () => false, launch: async () => undefined },
    now: () => now,
    after: () => {},
    openLog: () => (line) => log.push(line),
    ...difference,
  })
}

const window = (): StandInWindow => {
  const last = StandInWindow.made.at(-1)
  if (last === undefined) throw new Error('no window')
  return last
}
const host = (): StandInProcess => {
  const last = StandInProcess.made.at(-1)
  if (last === undefined) throw new Error('no data host')
  return last
}
const call = (name: string, input?: unknown) =>
  standIn.ipcMain.invoke({ senderFrame: { origin: 'app://app', parent: null }, sender: window().webContents }, CALL_CHANNEL, name, input)

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shell-'))
  log = []
  now = 10_000
  mkdirSync(join(root, 'out/renderer'), { recursive: true })
  writeFileSync(join(root, 'out/renderer/index.html'), '<title>desk</title>')
  writeFileSync(join(root, 'out/renderer.manifest.json'), describeManifest(['index.html']))
})
afterEach(() => rmSync(root, { recursive: true }))

describe('starting', () => {
  test('takes the lock, then the sandbox, and only then waits to be ready', async () => {
    await start()
    expect(standIn.app.calls).toEqual(['requestSingleInstanceLock', `setPath crashDumps ${join(root, 'profile/workspace/crashes')}`, 'crashes are kept here alone', 'enableSandbox', 'whenReady', 'setProxy system'])
    expect(standIn.protocol.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
    expect(standIn.forked).toEqual([join(root, 'out/main/data-host.js')])
    expect(host().messages).toEqual([{ kind: 'open', workspace: join(root, 'profile/workspace') }])
    expect(window().calls).toEqual(['loadURL app://app/'])
    expect(StandInMenu.applied.map(({ label }) => label)).toEqual(['Archivo', 'Edición', 'Ver', 'Ventana', 'Ayuda'])
  })

  test('goes by the proxy and speaks the language that the company has set, and follows it when that changes', async () => {
    const policies = givenPolicies({ ProxyServer: 'http://ana:secret@proxy.lira.example:3128/x', Language: 'ja' })
    await start({ policies: Promise.resolve(policies) })
    expect(standIn.app.calls.at(-1)).toBe('setProxy fixed_servers http://proxy.lira.example:3128')
    expect(standIn.session.proxy).toMatchObject({ mode: 'fixed_servers', proxyRules: 'http://proxy.lira.example:3128' })
    expect(StandInMenu.applied.map(({ label }) => label)).toEqual(['ファイル', '編集', '表示', 'ウインドウ', 'ヘルプ'])
    policies.set({})
    expect(standIn.app.calls.at(-1)).toBe('setProxy system')
    expect(StandInMenu.applied.map(({ label }) => label)).toEqual(['Archivo', 'Edición', 'Ver', 'Ventana', 'Ayuda'])
  })

  test('gets ready while the company’s settings are still being read, and opens nothing before they are known', async () => {
    const reading = Promise.withResolvers<ReturnType<typeof givenPolicies>>()
    const started = start({ policies: reading.promise })
    await vi.waitFor(() => expect(standIn.app.calls).toContain('whenReady'))
    expect([StandInWindow.made, StandInProcess.made]).toEqual([[], []])
    reading.resolve(givenPolicies({ Language: 'ja' }))
    await started
    expect(window().calls).toEqual(['loadURL app://app/'])
    expect(StandInMenu.applied.map(({ label }) => label)).toContain('ファイル')
  })

  test('opens the workspace that the command line names', async () => {
    await start({ argv: ['--workspace=/work/other'] })
    expect(host().messages).toEqual([{ kind: 'open', workspace: '/work/other' }])
  })

  test('ends at once when it is the second instance, and touches nothing', async () => {
    await start({ secondInstance: true })
    expect(standIn.app.calls).toEqual(['requestSingleInstanceLock', 'quit'])
    expect([StandInWindow.made, StandInProcess.made]).toEqual([[], []])
  })

  test('says which switch it does not start with, and ends, when it is packaged', async () => {
    await start({ argv: ['--remote-debugging-port=9222', LINK] })
    expect(standIn.app.calls).toEqual(['exit 2'])
    expect(standIn.dialog.errors).toEqual(['Channel Workbench no se inicia con --remote-debugging-port. Inícielo sin esa opción.'])
    expect(StandInProcess.made).toEqual([])
  })

  test('is patient with switches when it is being developed', async () => {
    await start({ argv: ['--inspect'], packaged: false })
    expect(window().calls).toEqual(['loadURL app://app/'])
  })

  test('registers for links on Windows so that a link can never be a switch', async () => {
    await start({ platform: 'win32' })
    expect(standIn.app.calls).toContain('setAsDefaultProtocolClient channel-workbench /opt/channel-workbench/channel-workbench --')
  })

  test('serves its document with the policy, and nothing else', async () => {
    await start()
    const serve = standIn.protocol.handlers.get('app')
    const page = await serve?.(new Request('app://app/'))
    expect(await page?.text()).toBe('<title>desk</title>')
    expect(page?.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect((await serve?.(new Request('app://app/../renderer.manifest.json')))?.status).toBe(404)
  })

  test('guards permissions, navigation and downloads', async () => {
    await start()
    expect([standIn.session.request, standIn.session.check, standIn.session.device, standIn.session.display]).not.toContain(null)
    expect([standIn.app.listening('web-contents-created'), standIn.session.listening('will-download')]).toEqual([true, true])
  })
})

describe('calls and events', () => {
  test('a call of the page reaches the workspace and its answer the page', async () => {
    await start()
    const answer = call('leads.list', { page: 1 })
    host().say({ kind: 'answer', id: 1, outcome: succeeded(['lead']) })
    expect(await answer).toEqual(succeeded(['lead']))
  })

  test('the page to sign in on is opened in the system’s browser, and the window never learns of it', async () => {
    await start()
    host().say({ kind: 'event', event: { name: 'sync.signInBegun', data: { job: ID, address: 'https://company.example/auth?state=x&nonce=y' } } })
    expect([standIn.opened, window().webContents.sent]).toEqual([['https://company.example/auth?state=x&nonce=y'], []])
  })

  test.each(['file:///bin/sh', 'javascript:alert(1)', 'http://company.example/', 'https://user@company.example/', 'ms-settings:', `https://company.example/${'x'.repeat(9_000)}`])('what is no page to sign in on is not opened: %s', async (address) => {
    await start()
    host().say({ kind: 'event', event: { name: 'sync.signInBegun', data: { job: ID, address } } })
    expect(standIn.opened).toEqual([])
  })

  test('an event of the workspace reaches the page, and no window that is gone', async () => {
    await start()
    const event = { name: 'leads.changed', data: { ids: null } }
    host().say({ kind: 'event', event })
    window().destroyed = true
    host().say({ kind: 'event', event })
    expect(window().webContents.sent).toEqual([[EVENT_CHANNEL, event]])
  })

  test('a page of an earlier window is no longer heard', async () => {
    await start()
    const before = window()
    before.emit('closed')
    standIn.app.emit('activate')
    expect(StandInWindow.made).toHaveLength(2)
    const event = { senderFrame: { origin: 'app://app', parent: null }, sender: before.webContents }
    expect(await standIn.ipcMain.invoke(event, CALL_CHANNEL, 'shell.takeLink')).toMatchObject({ error: { code: 'ipc.sender' } })
  })

  test('a menu entry asks the page', async () => {
    await start()
    const [importFile] = StandInMenu.applied[0]?.submenu as Electron.MenuItemConstructorOptions[] | undefined ?? []
    importFile?.click?.({} as Electron.MenuItem, undefined, {})
    expect(window().webContents.sent).toEqual([[EVENT_CHANNEL, { name: 'shell.menu', data: { command: 'import' } }]])
  })
})

describe('the shell’s own operations', () => {
  test('a chosen file is granted to the workspace and its path kept from the page', async () => {
    await start()
    standIn.dialog.answer = join(root, 'leads.csv')
    writeFileSync(standIn.dialog.answer, 'company\n')
    const outcome = await call('shell.chooseFile', { kind: 'table' })
    expect(outcome).toEqual(succeeded({ token: expect.any(String) as string, name: 'leads.csv', bytes: 8 }))
    expect(JSON.stringify(outcome)).not.toContain(root)
    expect(host().messages.at(-1)).toMatchObject({ kind: 'grant', grant: { path: standIn.dialog.answer, access: 'read' } })
  })

  test.each([
    ['shell.chooseFile', { kind: 'table', path: '/etc/shadow' }],
    ['shell.chooseFile', { kind: 'everything' }],
    ['shell.chooseTarget', { kind: 'table', name: '' }],
    ['shell.openLink', { url: 'x'.repeat(5000) }],
    ['shell.appearance', { theme: 'pink', locale: 'en' }],
    ['shell.takeLink', { all: true }],
  ])('%s refuses %j', async (name, input) => {
    await start()
    expect(await call(name, input)).toMatchObject({ ok: false, error: { code: 'input.invalid' } })
    expect([standIn.dialog.asked, standIn.opened]).toEqual([[], []])
  })

  test('a link goes to the user’s browser only where its host is allowed', async () => {
    await start()
    expect(await call('shell.openLink', { url: 'https://help.lira.example/a' })).toEqual(succeeded(null))
    expect(await call('shell.openLink', { url: 'https://evil.example/' })).toMatchObject({ error: { code: 'link.not-allowed' } })
    expect(standIn.opened).toEqual(['https://help.lira.example/a'])
  })

  test('a change of language and theme reaches the menu and the system, and is remembered', async () => {
    await start()
    expect(await call('shell.appearance', { theme: 'dark', locale: 'ja' })).toEqual(succeeded(null))
    expect(StandInMenu.applied[0]?.label).toBe('ファイル')
    expect(standIn.nativeTheme.themeSource).toBe('dark')
    expect(JSON.parse(readFileSync(join(root, 'profile/shell.json'), 'utf8'))).toEqual({ theme: 'dark', locale: 'ja' })
    await start()
    expect(window().options.backgroundColor).toBe('#141518')
  })
})

describe('links', () => {
  test('the link that started the program waits until the page asks, once', async () => {
    await start({ argv: [LINK] })
    expect(window().webContents.sent).toEqual([])
    expect(await call('shell.takeLink')).toEqual(succeeded({ kind: 'lead', id: ID }))
    expect(await call('shell.takeLink')).toEqual(succeeded(null))
  })

  test('a second start brings the window forward and its link to the page, and its switches nowhere', async () => {
    await start()
    await call('shell.takeLink')
    window().minimized = true
    standIn.app.emit('second-instance', {}, ['/opt/program', '--workspace=/evil', '--inspect', LINK], '/tmp')
    expect(window().calls.slice(1)).toEqual(['restore', 'focus'])
    expect(window().webContents.sent).toEqual([[EVENT_CHANNEL, { name: 'shell.link', data: { kind: 'lead', id: ID } }]])
    expect(host().messages).toHaveLength(1)
  })

  test('a hundred starts in a second bring it forward once', async () => {
    await start()
    for (let index = 0; index < 100; index += 1) {
      now += 10
      standIn.app.emit('second-instance', {}, ['/opt/program', LINK], '/tmp')
    }
    expect(window().calls.filter((made) => made === 'focus')).toHaveLength(1)
  })

  test('macOS hands links over by an event of its own', async () => {
    await start({ platform: 'darwin' })
    await call('shell.takeLink')
    const event = new PreventableEvent()
    standIn.app.emit('open-url', event, LINK)
    expect(event.defaultPrevented).toBe(true)
    expect(window().webContents.sent).toHaveLength(1)
  })
})

describe('ending', () => {
  test('waits for the workspace to finish writing, once', async () => {
    await start()
    const first = new PreventableEvent()
    standIn.app.emit('before-quit', first)
    expect([first.defaultPrevented, host().messages.at(-1)]).toEqual([true, { kind: 'close' }])
    host().die(0)
    await new Promise(setImmediate)
    expect(standIn.app.calls.at(-1)).toBe('quit')
    const second = new PreventableEvent()
    standIn.app.emit('before-quit', second)
    expect(second.defaultPrevented).toBe(false)
  })

  test.each([
    ['linux', true],
    ['darwin', false],
  ] as const)('closing the last window on %s ends the program: %s', async (platform, ends) => {
    await start({ platform })
    standIn.app.emit('window-all-closed')
    expect(standIn.app.calls.includes('quit')).toBe(ends)
  })
})
