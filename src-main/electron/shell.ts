import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { CRASH_FOLDER } from '../diagnostics/crash-dumps.ts'
import { traceOf } from '../diagnostics/trace.ts'
import type { DataHost, HostEvent } from '../operations/data-host.ts'
import type { Policies } from '../policies/read-policies.ts'
import { parseManifest } from '../static-files/manifest.ts'
import { createStaticFileHandler } from '../static-files/serve.ts'
import { signInPage } from '../sync/sign-in/sign-in-begun.ts'
import { APP_ID, LINK_SCHEME, PRODUCT_NAME } from './app-identity.ts'
import { APP_ORIGIN, registerAppScheme, serveAppProtocol } from './app-protocol.ts'
import { readArguments } from './argv.ts'
import { EVENT_CHANNEL } from './channels.ts'
import { startDataHost } from './data-host.ts'
import { createLinkGate, createLinkInbox, linkFromArguments, parseDeepLink } from './deep-link.ts'
import { createDialogs } from './dialogs.ts'
import { registerIpc } from './ipc.ts'
import { menuTemplate } from './menu.ts'
import { guardNavigation } from './navigation-guard.ts'
import { watchNetwork } from './network-watch.ts'
import { openExternal, openSignInPage } from './open-external.ts'
import { guardPermissions } from './permissions.ts'
import { goByProxy } from './proxy.ts'
import { createSecrets } from './secrets.ts'
import { shellOperations } from './shell-operations.ts'
import { openShellSettings } from './shell-settings.ts'
import { shellWords } from './shell-words.ts'
import { chooseTheme, followTheme, groundColour } from './theme.ts'
import { startUpdates, type UpdatesParts } from './updates.ts'
import { createWindow } from './window.ts'

/** The parts of Electron that the shell is made of; the tests hand in a stand-in of the same types. */
export type ElectronParts = Pick<
  typeof import('electron'),
  'app' | 'BrowserWindow' | 'crashReporter' | 'dialog' | 'ipcMain' | 'Menu' | 'nativeTheme' | 'net' | 'powerMonitor' | 'protocol' | 'safeStorage' | 'screen' | 'session' | 'shell' | 'utilityProcess'
>

export interface ShellEnvironment {
  /** The arguments after the program's own name (and, unpackaged, the folder it was started with). */
  readonly argv: readonly string[]
  readonly platform: NodeJS.Platform
  readonly execPath: string
  /** `out/main`, where the built program lies; its other parts lie beside it. */
  readonly folder: string
  /** Hosts whose pages may be opened in the user's browser. */
  readonly externalHosts: ReadonlySet<string>
  /** What the company has set on this computer, which is read while the program starts. */
  readonly policies: Promise<Pick<Policies, 'current' | 'onChange'>>
  /** How new versions are believed and installed. */
  readonly release: Pick<UpdatesParts, 'arch' | 'updateKeys' | 'isOurs' | 'launch'>
  readonly now: () => number
  readonly after: (milliseconds: number, run: () => void) => void
  /** @returns what takes the program's log, which lies with the workspace */
  readonly openLog: (workspace: string) => (line: string) => void
}

/**
 * Starts the desktop, in this order: arguments, single instance, scheme, ready, guards, data host, window, menu.
 * Resolves once the window is being loaded, or the program has been told to end because it should not run.
 */
export async function startShell(electron: ElectronParts, environment: ShellEnvironment): Promise<void> {
  const { app } = electron
  const { platform, now, after } = environment
  const packaged = app.isPackaged
  const started = readArguments(environment.argv, platform)
  const workspace = started.workspace ?? join(app.getPath('userData'), 'workspace')
  const log = environment.openLog(workspace)
  const settings = openShellSettings(join(app.getPath('userData'), 'shell.json'), app.getPreferredSystemLanguages(), log)
  const wordsUnder = ({ current }: Pick<Policies, 'current'>) => shellWords[current().set.Language ?? settings.read().locale]

  if (packaged && started.foreign.length > 0) {
    electron.dialog.showErrorBox(PRODUCT_NAME, wordsUnder(await environment.policies).foreignSwitch(started.foreign.join(' ')))
    return app.exit(2)
  }
  if (!app.requestSingleInstanceLock()) return app.quit()
  keepCrashDumps(electron, join(workspace, CRASH_FOLDER))
  registerAppScheme(electron.protocol)
  app.enableSandbox()
  if (platform === 'win32') {
    app.setAppUserModelId(APP_ID)
    // Electron's installers leave this to us; `--` keeps a link from ever being read as a switch.
    if (packaged) app.setAsDefaultProtocolClient(LINK_SCHEME, environment.execPath, ['--'])
  }

  let window: BrowserWindow | undefined
  const tellPage = (event: HostEvent) => {
    if (window !== undefined && !window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event)
  }
  const inbox = createLinkInbox((link) => tellPage({ name: 'shell.link', data: link }))
  const gate = createLinkGate({ now, after }, (link) => {
    if (link !== undefined) inbox.deliver(link)
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('second-instance', (_event, argv) => gate(linkFromArguments(argv)))
  app.on('open-url', (event, url) => {
    event.preventDefault()
    gate(parseDeepLink(url))
  })
  const firstLink = linkFromArguments(started.positional)
  if (firstLink.kind !== 'unknown') inbox.deliver(firstLink)

  const [policies] = await Promise.all([environment.policies, app.whenReady()])
  const words = () => wordsUnder(policies)
  const session = electron.session.defaultSession
  guardNavigation(app, session, log)
  guardPermissions(session)
  serveAppProtocol(electron.protocol, rendererFiles(environment.folder))
  chooseTheme(electron.nativeTheme, settings.read().theme)
  const followPolicies = () => goByProxy(app, session, policies.current().set.ProxyServer)
  await followPolicies()

  const dataHost = startDataHost({
    fork: (...call) => electron.utilityProcess.fork(...call),
    modulePath: join(environment.folder, 'data-host.js'),
    workspace,
    secrets: createSecrets(electron.safeStorage, platform),
    now,
    after,
    log,
  })
  dataHost.onEvent((event) => {
    const page = signInPage(event)
    if (page === undefined) tellPage(event)
    else void openSignInPage(electron.shell, page, log)
  })
  watchNetwork({ net: electron.net, powerMonitor: electron.powerMonitor, after, wake: () => dataHost.wake?.() })
  const updates = startUpdates({
    ...environment.release,
    net: electron.net,
    dataHost,
    policies,
    userData: app.getPath('userData'),
    platform,
    after,
    log,
    changed: (status) => tellPage({ name: 'shell.updates', data: { ...status } }),
  })
  app.on('before-quit', updates.end)
  quitTidily(app, dataHost, log)

  const openWindow = () => {
    const { screen } = electron
    const primary = screen.getPrimaryDisplay()
    const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
    window = createWindow({
      BrowserWindow: electron.BrowserWindow,
      preload: join(environment.folder, '../preload/index.cjs'),
      settings,
      workAreas: [primary, ...others].map(({ workArea }) => workArea),
      backgroundColor: groundColour(electron.nativeTheme),
      platform,
      packaged,
      now,
      log,
    })
    window.on('closed', () => {
      window = undefined
    })
  }
  const buildMenu = () => {
    const choose = (command: string) => tellPage({ name: 'shell.menu', data: { command } })
    electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate(menuTemplate({ words: words(), platform, packaged, choose })))
  }

  registerIpc({
    ipcMain: electron.ipcMain,
    isOurWindow: (id) => window !== undefined && !window.isDestroyed() && window.webContents.id === id,
    dataHost,
    reportFault: (fault) => {
      const id = `shell-${randomUUID()}`
      log(`bug ${id}: ${traceOf(fault)}`)
      return id
    },
    shellOperations: shellOperations({
      dialogs: createDialogs({
        showOpen: (options) => (window ? electron.dialog.showOpenDialog(window, options) : electron.dialog.showOpenDialog(options)),
        showSave: (options) => (window ? electron.dialog.showSaveDialog(window, options) : electron.dialog.showSaveDialog(options)),
        words,
        documents: app.getPath('documents'),
        grantFile: dataHost.grantFile,
        newToken: randomUUID,
      }),
      openLink: (address) => openExternal(electron.shell, address, environment.externalHosts),
      changeAppearance: (choice) => {
        settings.change(choice)
        chooseTheme(electron.nativeTheme, choice.theme)
        buildMenu()
      },
      takeLink: inbox.take,
      updates,
    }),
  })
  followTheme(electron.nativeTheme, (colour) => window?.setBackgroundColor(colour))
  openWindow()
  buildMenu()
  policies.onChange(() => {
    void followPolicies()
    buildMenu()
  })

  app.on('activate', () => {
    if (window === undefined) openWindow()
  })
  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit()
  })
}

/** What a crash of Chromium or Node leaves stays on this computer: it may hold anything that was in memory. */
function keepCrashDumps({ app, crashReporter }: Pick<ElectronParts, 'app' | 'crashReporter'>, folder: string): void {
  app.setPath('crashDumps', folder)
  crashReporter.start({ uploadToServer: false })
}

function rendererFiles(folder: string): (request: Request) => Promise<Response> {
  return createStaticFileHandler({
    origin: APP_ORIGIN,
    manifest: parseManifest(readFileSync(join(folder, '../renderer.manifest.json'), 'utf8')),
    read: (file) => readFile(join(folder, '../renderer', file)),
  })
}

/** Lets the workspace finish writing before the program ends. */
function quitTidily(app: Pick<ElectronParts['app'], 'on' | 'quit'>, dataHost: Pick<DataHost, 'close'>, log: (line: string) => void): void {
  let finished = false
  app.on('before-quit', (event) => {
    if (finished) return
    event.preventDefault()
    void dataHost
      .close()
      .catch((fault: unknown) => log(`the data host did not close: ${traceOf(fault)}`))
      .finally(() => {
        finished = true
        app.quit()
      })
  })
}
