import { beforeEach, describe, expect, test } from 'vitest'
import type { ShellSettings, ShellSettingsStore } from '#main/electron/shell-settings.ts'
import { followTheme, groundColour } from '#main/electron/theme.ts'
import { createWindow, webPreferences } from '#main/electron/window.ts'
import { createStandIn, StandInTheme, StandInWindow } from '../electron-stand-in.ts'

let settings: ShellSettings
let log: string[]
let now: number

function open(): StandInWindow {
  const { parts } = createStandIn('/nowhere')
  const store: ShellSettingsStore = {
    read: () => settings,
    change: (patch) => {
      settings = { ...settings, ...patch }
    },
  }
  createWindow({
    BrowserWindow: parts.BrowserWindow,
    preload: '/out/preload/index.cjs',
    settings: store,
    workAreas: [{ x: 0, y: 0, width: 1920, height: 1040 }],
    backgroundColor: '#ffffff',
    platform: 'linux',
    packaged: true,
    now: () => now,
    log: (line) => log.push(line),
  })
  const [window] = StandInWindow.made
  if (window === undefined) throw new Error('no window')
  return window
}

beforeEach(() => {
  settings = { theme: 'system', locale: 'en' }
  log = []
  now = 0
})

describe('createWindow', () => {
  test('shows a page that can do nothing by itself', () => {
    expect(open().options.webPreferences).toEqual({
      preload: '/out/preload/index.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    })
  })

  test('lets nobody change that afterwards', () => {
    expect(Object.isFrozen(open().options.webPreferences)).toBe(true)
  })

  test.each([
    ['darwin', 'en', true],
    ['darwin', 'es', true],
    ['darwin', 'ja', false],
    ['win32', 'en', false],
    ['linux', 'es', false],
  ] as const)('checks spelling only where no dictionary has to be fetched: %s, %s', (platform, locale, checks) => {
    expect(webPreferences('/preload.cjs', locale, platform, true).spellcheck).toBe(checks)
  })

  test('loads our document and shows the window when it is ready, not before', () => {
    const window = open()
    expect(window.options.show).toBe(false)
    expect(window.calls).toEqual(['loadURL app://app/'])
    window.emit('ready-to-show')
    expect(window.calls).toEqual(['loadURL app://app/', 'show'])
    expect(window.maximized).toBe(false)
  })

  test('remembers its place and whether it was maximised', () => {
    const first = open()
    first.bounds = { x: 50, y: 60, width: 1000, height: 700 }
    first.maximized = true
    first.emit('close')
    const second = open()
    second.emit('ready-to-show')
    expect(second.options).toMatchObject({ x: 50, y: 60, width: 1000, height: 700 })
    expect(second.maximized).toBe(true)
  })

  test('loads a page again that died, but not one that dies over and over', () => {
    const { webContents } = open()
    for (let crash = 0; crash < 5; crash += 1) webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
    expect(webContents.reloads).toBe(3)
    now = 60_000
    webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 9 })
    expect(webContents.reloads).toBe(4)
    webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 })
    expect(webContents.reloads).toBe(4)
  })
})

test('the window’s ground follows the theme until nobody asks for it', () => {
  const theme = new StandInTheme()
  const painted: string[] = []
  const stop = followTheme(theme, (colour) => painted.push(colour))
  theme.themeSource = 'dark'
  theme.emit('updated')
  theme.themeSource = 'light'
  theme.emit('updated')
  stop()
  theme.emit('updated')
  expect(painted).toEqual(['#141518', '#ffffff'])
  expect(groundColour(theme)).toBe('#ffffff')
})
