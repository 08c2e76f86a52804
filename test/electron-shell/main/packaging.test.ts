import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import configuration from '../../../electron-builder.config.ts'
import desktop from '../../../electron.vite.config.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const { win, mac, linux } = configuration

describe('the package', () => {
  test('has every fuse decided: no Node of its own, no options from outside, code from the checked archive only', () => {
    expect(configuration.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: true,
    })
    expect(configuration.asar).toBe(true)
  })

  test.each([
    ['win32', win],
    ['darwin', mac],
    ['linux', linux],
  ])('holds on %s the build, one module and the fonts of documents, by name', (platform, target) => {
    expect(target?.files).toEqual([
      'out/**',
      '!out/**/*.map',
      'package.json',
      '!node_modules/**',
      {
        from: 'node_modules/better-sqlite3',
        to: 'node_modules/better-sqlite3',
        filter: ['package.json', 'LICENSE', 'lib/**', `prebuilds/${platform}-*.node`],
      },
      {
        from: 'node_modules/@expo-google-fonts/noto-sans-jp',
        to: 'node_modules/@expo-google-fonts/noto-sans-jp',
        filter: ['package.json', 'LICENSE_FONT', '400Regular/*.ttf', '700Bold/*.ttf'],
      },
    ])
    expect(configuration.files).toBeUndefined()
  })

  test('is made for three systems; on Windows for the computer, and by the .exe for one user who asks for it', () => {
    const targets = (list: unknown) => (list as (string | { target: string })[]).map((entry) => (typeof entry === 'string' ? entry : entry.target))
    expect([targets(win?.target), targets(mac?.target), targets(linux?.target)]).toEqual([['nsis', 'msi'], ['dmg', 'zip'], ['deb', 'rpm', 'AppImage']])
    const { nsis, msi } = configuration
    expect([msi?.perMachine, nsis?.oneClick, nsis?.perMachine, nsis?.selectPerMachineByDefault]).toEqual([true, false, false, true])
    expect(mac?.hardenedRuntime).toBe(true)
  })

  test('is put together by an NSIS without CVE-2025-43715', () => {
    expect(configuration.toolsets?.nsis).toBe('1.2.1')
  })

  test('opens our links and no one else’s, and never as a switch', () => {
    expect(configuration.protocols).toEqual([{ name: 'Channel Workbench', schemes: ['channel-workbench'], role: 'Viewer' }])
    expect(linux?.executableArgs).toEqual(['--'])
  })

  test('keeps the user’s data when it is uninstalled, and publishes nothing by itself', () => {
    expect([configuration.nsis?.deleteAppDataOnUninstall, configuration.publish]).toEqual([false, null])
  })

  test('is demanded to be signed as soon as a publisher is named', () => {
    expect(configuration.forceCodeSigning).toBe(Boolean(process.env['WORKBENCH_PUBLISHER']))
  })

  test('has the icons it names', () => {
    for (const icon of [win?.icon, mac?.icon, linux?.icon]) expect(existsSync(`${root}${icon as string}`)).toBe(true)
  })
})

test('the build names its entries, leaves out nothing but the module with a binary, and makes the preload one CommonJS file', () => {
  const { main, preload } = desktop as Record<'main' | 'preload', { build: { externalizeDeps: boolean; rolldownOptions: Record<string, unknown> } }>
  expect(Object.keys(main.build.rolldownOptions['input'] as object)).toEqual(['index', 'data-host', 'thread', 'xlsx-worker'])
  expect(main.build.rolldownOptions['external']).toEqual(['better-sqlite3'])
  expect(preload.build.rolldownOptions['output']).toEqual({ format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false })
  expect([main.build.externalizeDeps, preload.build.externalizeDeps]).toEqual([false, false])
})
