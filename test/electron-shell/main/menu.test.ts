import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { locales } from '#shared/locales/locale.ts'
import { menuTemplate, type MenuCommand } from '#main/electron/menu.ts'
import { shellWords } from '#main/electron/shell-words.ts'

const PLATFORMS = ['win32', 'darwin', 'linux'] as const

function entries(menu: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return menu.flatMap((entry) => [entry, ...(Array.isArray(entry.submenu) ? entries(entry.submenu) : [])])
}

function build(platform: NodeJS.Platform, locale: (typeof locales)[number], packaged = true, choose: (command: MenuCommand) => void = () => {}) {
  return entries(menuTemplate({ words: shellWords[locale], platform, packaged, choose }))
}

describe.each(PLATFORMS)('the menu bar on %s', (platform) => {
  test.each(locales)('speaks %s throughout', (locale) => {
    const known = new Set<unknown>([...Object.values(shellWords[locale]), 'Channel Workbench'])
    const spoken = build(platform, locale).filter(({ type }) => type !== 'separator')
    expect(spoken.map(({ label }) => label).filter((label) => !known.has(label))).toEqual([])
  })

  test('asks the page for what it cannot do itself', () => {
    const chosen: MenuCommand[] = []
    for (const { click } of build(platform, 'en', true, (command) => chosen.push(command))) click?.({} as Electron.MenuItem, undefined, {})
    expect(new Set(chosen)).toEqual(new Set(['settings', 'import', 'palette', 'shortcuts']))
  })

  test('has the editing roles, without which keys do nothing on macOS, and a way out', () => {
    const roles = build(platform, 'en').map(({ role }) => role)
    expect(roles).toEqual(expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'quit', 'about', 'togglefullscreen']))
  })

  test('offers nothing that reloads the page, and developer tools only unpackaged', () => {
    const roles = (packaged: boolean) => build(platform, 'en', packaged).map(({ role }) => role)
    expect(roles(true).filter((role) => role === 'reload' || role === 'forceReload' || role === 'toggleDevTools')).toEqual([])
    expect(roles(false)).toContain('toggleDevTools')
  })
})

test('no language leaves a word of another’s out', () => {
  for (const locale of locales) expect(Object.keys(shellWords[locale])).toEqual(Object.keys(shellWords.en))
})
