import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle, WebPreferences } from 'electron'
import type { Locale } from '#shared/locales/locale.ts'
import { traceOf } from '../diagnostics/trace.ts'
import { PRODUCT_NAME } from './app-identity.ts'
import { APP_URL } from './app-protocol.ts'
import { placeWindow, SMALLEST } from './place-window.ts'
import type { ShellSettingsStore } from './shell-settings.ts'

export interface WindowOptions {
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => BrowserWindow
  readonly preload: string
  readonly settings: ShellSettingsStore
  /** The screens' usable parts, the primary one first. */
  readonly workAreas: readonly Rectangle[]
  readonly backgroundColor: string
  readonly platform: NodeJS.Platform
  readonly packaged: boolean
  readonly now: () => number
  readonly log: (line: string) => void
}

const MOST_RELOADS = 3
const RELOAD_MILLISECONDS = 60_000

/** Makes the program's window, the only place that does. Shown once it has something to show; its place is remembered when it closes. */
export function createWindow(options: WindowOptions): BrowserWindow {
  const { settings } = options
  const { window: last, locale } = settings.read()
  const window = new options.BrowserWindow({
    ...placeWindow(last, options.workAreas),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: PRODUCT_NAME,
    show: false,
    backgroundColor: options.backgroundColor,
    webPreferences: webPreferences(options.preload, locale, options.platform, options.packaged),
  })

  window.once('ready-to-show', () => {
    if (last?.maximized) window.maximize()
    window.show()
  })
  window.on('close', () => settings.change({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } }))
  reloadAfterCrash(window, options)
  void window.loadURL(APP_URL).catch((fault: unknown) => options.log(`the page did not load: ${traceOf(fault)}`))
  return window
}

/** What a page of ours may do: nothing but show itself and call the one bridge. */
export function webPreferences(preload: string, locale: Locale, platform: NodeJS.Platform, packaged: boolean): Readonly<WebPreferences> {
  return Object.freeze({
    preload,
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
    spellcheck: canCheckSpelling(locale, platform),
    devTools: !packaged,
  })
}

/** Only macOS brings its dictionaries; elsewhere Chromium would fetch them from a public server, unasked. Japanese has none anywhere. */
function canCheckSpelling(locale: Locale, platform: NodeJS.Platform): boolean {
  return platform === 'darwin' && locale !== 'ja'
}

/** A page that dies is loaded again, with its drafts; one that dies thrice in a minute is left, so that it does not flicker for ever. */
function reloadAfterCrash(window: BrowserWindow, { now, log }: Pick<WindowOptions, 'now' | 'log'>): void {
  let reloads: number[] = []
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    log(`the page's process ended: ${reason}`)
    reloads = [...reloads.filter((at) => now() - at < RELOAD_MILLISECONDS), now()]
    if (reloads.length <= MOST_RELOADS) window.webContents.reload()
  })
}
