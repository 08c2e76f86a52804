import type Electron from 'electron'
import type { MessageFromDataHost, MessageToDataHost } from '#main/operations/data-host.ts'
import type { ElectronParts } from '#main/electron/shell.ts'
import { Emitting } from './stand-in-events.ts'
import { StandInSession, StandInWebContents, StandInWindow, type SessionPart, type WebContentsPart, type WindowPart } from './stand-in-window.ts'

export { PreventableEvent } from './stand-in-events.ts'
export { StandInWebContents, StandInWindow }

/**
 * The parts of Electron that the shell uses, as far as it uses them. Each class is held against Electron's own type
 * definitions, so a changed signature does not compile.
 */

export class StandInApp extends Emitting {
  isPackaged = true
  isFirstInstance = true
  readonly calls: string[] = []
  readonly userData: string

  constructor(userData: string) {
    super()
    this.userData = userData
  }

  getPath(name: 'userData' | 'documents'): string {
    return name === 'userData' ? this.userData : '/documents'
  }

  setPath(name: string, path: string): void {
    this.calls.push(`setPath ${name} ${path}`)
  }

  getPreferredSystemLanguages(): string[] {
    return ['es-GT', 'en']
  }

  requestSingleInstanceLock(): boolean {
    this.calls.push('requestSingleInstanceLock')
    return this.isFirstInstance
  }

  enableSandbox(): void {
    this.calls.push('enableSandbox')
  }

  setAppUserModelId(id: string): void {
    this.calls.push(`setAppUserModelId ${id}`)
  }

  setAsDefaultProtocolClient(scheme: string, path?: string, args: string[] = []): boolean {
    this.calls.push(`setAsDefaultProtocolClient ${scheme} ${path} ${args.join(' ')}`)
    return true
  }

  async setProxy({ mode, proxyRules = '' }: Electron.ProxyConfig): Promise<void> {
    this.calls.push(`setProxy ${mode} ${proxyRules}`.trim())
  }

  async whenReady(): Promise<void> {
    this.calls.push('whenReady')
  }

  quit(): void {
    this.calls.push('quit')
  }

  exit(code = 0): void {
    this.calls.push(`exit ${code}`)
  }
}

type AppPart = Pick<
  Electron.App,
  | 'isPackaged'
  | 'on'
  | 'setPath'
  | 'getPreferredSystemLanguages'
  | 'requestSingleInstanceLock'
  | 'enableSandbox'
  | 'setAppUserModelId'
  | 'setAsDefaultProtocolClient'
  | 'setProxy'
  | 'whenReady'
  | 'quit'
  | 'exit'
>

type InvokeHandler = Parameters<Electron.IpcMain['handle']>[1]

export class StandInIpcMain {
  readonly handlers = new Map<string, InvokeHandler>()

  handle(channel: string, handler: InvokeHandler): void {
    if (this.handlers.has(channel)) throw new Error(`a second handler for ${channel}`)
    this.handlers.set(channel, handler)
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel)
  }

  invoke(event: unknown, channel: string, ...values: unknown[]): Promise<unknown> {
    const handler = this.handlers.get(channel)
    if (handler === undefined) throw new Error(`no handler for ${channel}`)
    // As Electron does: what crosses is cloned, and what cannot be cloned throws at the sender.
    return Promise.resolve(handler(event as Electron.IpcMainInvokeEvent, ...(structuredClone(values) as unknown[])))
  }
}

/** A data host's process: answers what the test's script says, and can be made to die. */
export class StandInProcess extends Emitting {
  static made: StandInProcess[] = []
  readonly messages: MessageToDataHost[] = []
  killed = false

  constructor() {
    super()
    StandInProcess.made.push(this)
  }

  postMessage(message: MessageToDataHost): void {
    this.messages.push(structuredClone(message))
  }

  kill(): boolean {
    this.killed = true
    return true
  }

  say(message: MessageFromDataHost): void {
    this.emit('message', message)
  }

  die(code: number): void {
    this.emit('exit', code)
  }
}

type ProcessPart = Pick<Electron.UtilityProcess, 'on' | 'postMessage' | 'kill'>

export class StandInProtocol {
  schemes: Electron.CustomScheme[] = []
  readonly handlers = new Map<string, (request: Request) => Response | Promise<Response>>()

  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    this.schemes = schemes
  }

  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void {
    this.handlers.set(scheme, handler)
  }

  unhandle(scheme: string): void {
    this.handlers.delete(scheme)
  }
}

type ProtocolPart = Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle'>

export class StandInTheme extends Emitting {
  themeSource: 'system' | 'light' | 'dark' = 'system'

  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'dark'
  }
}

type ThemePart = Pick<Electron.NativeTheme, 'on' | 'off' | 'themeSource' | 'shouldUseDarkColors'>

export class StandInDialog {
  answer: string | undefined
  readonly errors: string[] = []
  readonly asked: (Electron.OpenDialogOptions | Electron.SaveDialogOptions)[] = []

  showErrorBox(_title: string, content: string): void {
    this.errors.push(content)
  }

  async showOpenDialog(...asked: (Electron.BaseWindow | Electron.OpenDialogOptions)[]): Promise<Electron.OpenDialogReturnValue> {
    this.asked.push(asked.at(-1) as Electron.OpenDialogOptions)
    return { canceled: this.answer === undefined, filePaths: this.answer === undefined ? [] : [this.answer] }
  }

  async showSaveDialog(...asked: (Electron.BaseWindow | Electron.SaveDialogOptions)[]): Promise<Electron.SaveDialogReturnValue> {
    this.asked.push(asked.at(-1) as Electron.SaveDialogOptions)
    return { canceled: this.answer === undefined, filePath: this.answer ?? '' }
  }
}

type DialogPart = Pick<Electron.Dialog, 'showErrorBox' | 'showOpenDialog' | 'showSaveDialog'>

type SafeStoragePart = Pick<
  Electron.SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>

/** A keyring that can be missing, reset, rotated or merely pretended. */
export class StandInSafeStorage implements SafeStoragePart {
  available = true
  key = 'first'
  backend: ReturnType<Electron.SafeStorage['getSelectedStorageBackend']> = 'gnome_libsecret'
  rotated = false

  async isAsyncEncryptionAvailable(): Promise<boolean> {
    return this.available
  }

  async encryptStringAsync(plainText: string): Promise<Buffer> {
    return Buffer.from(`${this.key}:${plainText}`)
  }

  async decryptStringAsync(encrypted: Buffer): Promise<Electron.DecryptStringAsyncReturnValue> {
    const text = encrypted.toString()
    if (!text.startsWith(`${this.key}:`)) throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
    return { result: text.slice(this.key.length + 1), shouldReEncrypt: this.rotated }
  }

  getSelectedStorageBackend(): ReturnType<Electron.SafeStorage['getSelectedStorageBackend']> {
    return this.backend
  }
}

export class StandInNet {
  online = true

  isOnline(): boolean {
    return this.online
  }
}

export class StandInPowerMonitor extends Emitting {}

/** A menu is its template; the one in the menu bar is kept. */
export const StandInMenu = {
  applied: [] as Electron.MenuItemConstructorOptions[],

  buildFromTemplate(template: Electron.MenuItemConstructorOptions[]): Electron.Menu {
    return template as unknown as Electron.Menu
  },

  setApplicationMenu(menu: Electron.Menu | null): void {
    StandInMenu.applied = menu as unknown as Electron.MenuItemConstructorOptions[]
  },
}

export interface StandIn {
  readonly app: StandInApp
  readonly dialog: StandInDialog
  readonly ipcMain: StandInIpcMain
  readonly nativeTheme: StandInTheme
  readonly protocol: StandInProtocol
  readonly session: StandInSession
  readonly opened: string[]
  readonly displays: Electron.Display[]
  readonly forked: string[]
}

/** A whole Electron, and the same object under the types the shell asks for. */
export function createStandIn(userData: string): { readonly standIn: StandIn; readonly parts: ElectronParts } {
  StandInWindow.made = []
  StandInProcess.made = []
  const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } } as Electron.Display
  const standIn = {
    app: new StandInApp(userData) satisfies AppPart,
    dialog: new StandInDialog() satisfies DialogPart,
    ipcMain: new StandInIpcMain() satisfies Pick<Electron.IpcMain, 'handle' | 'removeHandler'>,
    nativeTheme: new StandInTheme() satisfies ThemePart,
    protocol: new StandInProtocol() satisfies ProtocolPart,
    session: new StandInSession() satisfies SessionPart,
    opened: [] as string[],
    displays: [display],
    forked: [] as string[],
  }
  const parts = {
    app: standIn.app,
    BrowserWindow: StandInWindow satisfies new (options: Electron.BrowserWindowConstructorOptions) => WindowPart & { readonly webContents: WebContentsPart },
    crashReporter: {
      start: ({ uploadToServer }) => {
        standIn.app.calls.push(uploadToServer === false ? 'crashes are kept here alone' : 'crashes are sent')
      },
    } satisfies Pick<Electron.CrashReporter, 'start'>,
    dialog: standIn.dialog,
    ipcMain: standIn.ipcMain,
    Menu: StandInMenu satisfies Pick<typeof Electron.Menu, 'buildFromTemplate' | 'setApplicationMenu'>,
    nativeTheme: standIn.nativeTheme,
    net: new StandInNet() satisfies Pick<Electron.Net, 'isOnline'>,
    powerMonitor: new StandInPowerMonitor() satisfies Pick<Electron.PowerMonitor, 'on'>,
    protocol: standIn.protocol,
    safeStorage: new StandInSafeStorage() satisfies SafeStoragePart,
    screen: {
      getPrimaryDisplay: () => display,
      getAllDisplays: () => standIn.displays,
    } satisfies Pick<Electron.Screen, 'getPrimaryDisplay' | 'getAllDisplays'>,
    session: { defaultSession: standIn.session },
    shell: {
      openExternal: async (url: string) => {
        standIn.opened.push(url)
      },
    } satisfies Pick<Electron.Shell, 'openExternal'>,
    utilityProcess: {
      fork: (modulePath: string) => {
        standIn.forked.push(modulePath)
        return new StandInProcess() satisfies ProcessPart as unknown as Electron.UtilityProcess
      },
    } satisfies Pick<typeof Electron.utilityProcess, 'fork'>,
  }
  return { standIn, parts: parts as unknown as ElectronParts }
}
