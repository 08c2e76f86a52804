import type { MenuItemConstructorOptions } from 'electron'
import { PRODUCT_NAME } from './app-identity.ts'
import type { ShellWords } from './shell-words.ts'

/** What the page is asked to show when such an entry is chosen. */
export type MenuCommand = 'settings' | 'import' | 'palette' | 'shortcuts'

export interface MenuOptions {
  readonly words: ShellWords
  readonly platform: NodeJS.Platform
  readonly packaged: boolean
  readonly choose: (command: MenuCommand) => void
}

type Entry = MenuItemConstructorOptions
const SEPARATOR: Entry = { type: 'separator' }

/**
 * The menu bar in the user's language: Electron's roles speak English only outside macOS.
 * No role that reloads the page or undoes its work behind its back is among them.
 */
export function menuTemplate({ words, platform, packaged, choose }: MenuOptions): Entry[] {
  const mac = platform === 'darwin'
  const settings: Entry = { label: words.settings, accelerator: 'CmdOrCtrl+,', click: () => choose('settings') }
  const importFile: Entry = { label: words.importFile, click: () => choose('import') }
  const quit: Entry = { label: words.quit, role: 'quit' }
  const closeWindow: Entry = { label: words.closeWindow, role: 'close' }

  const program: Entry = {
    label: PRODUCT_NAME,
    submenu: [
      { label: words.about, role: 'about' },
      SEPARATOR,
      settings,
      SEPARATOR,
      { label: words.services, role: 'services' },
      SEPARATOR,
      { label: words.hide, role: 'hide' },
      { label: words.hideOthers, role: 'hideOthers' },
      { label: words.unhide, role: 'unhide' },
      SEPARATOR,
      quit,
    ],
  }
  const file: Entry = { label: words.file, submenu: mac ? [importFile, SEPARATOR, closeWindow] : [importFile, SEPARATOR, settings, SEPARATOR, quit] }
  const edit: Entry = {
    label: words.edit,
    submenu: [
      { label: words.undo, role: 'undo' },
      { label: words.redo, role: 'redo' },
      SEPARATOR,
      { label: words.cut, role: 'cut' },
      { label: words.copy, role: 'copy' },
      { label: words.paste, role: 'paste' },
      { label: words.pastePlain, role: 'pasteAndMatchStyle' },
      { label: words.selectAll, role: 'selectAll' },
    ],
  }
  const view: Entry = {
    label: words.view,
    submenu: [
      // The page listens for the keys itself; here they are only shown.
      { label: words.palette, accelerator: 'CmdOrCtrl+K', registerAccelerator: false, click: () => choose('palette') },
      SEPARATOR,
      { label: words.actualSize, role: 'resetZoom' },
      { label: words.zoomIn, role: 'zoomIn' },
      { label: words.zoomOut, role: 'zoomOut' },
      SEPARATOR,
      { label: words.fullScreen, role: 'togglefullscreen' },
      ...(packaged ? [] : [SEPARATOR, { label: words.developerTools, role: 'toggleDevTools' } satisfies Entry]),
    ],
  }
  const window: Entry = {
    label: words.window,
    role: 'window',
    submenu: [{ label: words.minimize, role: 'minimize' }, mac ? { label: words.zoom, role: 'zoom' } : closeWindow],
  }
  const shortcuts: Entry = { label: words.shortcuts, click: () => choose('shortcuts') }
  const help: Entry = {
    label: words.help,
    role: 'help',
    submenu: mac ? [shortcuts] : [shortcuts, SEPARATOR, { label: words.about, role: 'about' }],
  }
  return [...(mac ? [program] : []), file, edit, view, window, help]
}
