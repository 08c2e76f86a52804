import type Electron from 'electron'
import { Emitting } from './stand-in-events.ts'

export class StandInWebContents extends Emitting {
  static lastId = 0
  readonly id = (StandInWebContents.lastId += 1)
  readonly sent: [channel: string, content: unknown][] = []
  reloads = 0
  openHandler: ((details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse) | undefined

  send(channel: string, content: unknown): void {
    this.sent.push([channel, content])
  }

  reload(): void {
    this.reloads += 1
  }

  setWindowOpenHandler(handler: (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse): void {
    this.openHandler = handler
  }
}

export type WebContentsPart = Pick<Electron.WebContents, 'id' | 'on' | 'send' | 'reload' | 'setWindowOpenHandler'>

export class StandInWindow extends Emitting {
  static made: StandInWindow[] = []
  readonly webContents = new StandInWebContents()
  readonly options: Electron.BrowserWindowConstructorOptions
  readonly calls: string[] = []
  minimized = false
  maximized = false
  destroyed = false
  bounds: Electron.Rectangle

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    this.options = options
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.bounds = { x, y, width, height }
    StandInWindow.made.push(this)
  }

  async loadURL(url: string): Promise<void> {
    this.calls.push(`loadURL ${url}`)
  }

  show(): void {
    this.calls.push('show')
  }

  focus(): void {
    this.calls.push('focus')
  }

  restore(): void {
    this.calls.push('restore')
    this.minimized = false
  }

  maximize(): void {
    this.maximized = true
  }

  isMinimized(): boolean {
    return this.minimized
  }

  isMaximized(): boolean {
    return this.maximized
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  getNormalBounds(): Electron.Rectangle {
    return this.bounds
  }

  setBackgroundColor(colour: string): void {
    this.calls.push(`setBackgroundColor ${colour}`)
  }
}

export type WindowPart = Pick<
  Electron.BrowserWindow,
  | 'on'
  | 'once'
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'restore'
  | 'maximize'
  | 'isMinimized'
  | 'isMaximized'
  | 'isDestroyed'
  | 'getNormalBounds'
  | 'setBackgroundColor'
>

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0]
type DeviceHandler = Parameters<Electron.Session['setDevicePermissionHandler']>[0]
type DisplayHandler = Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0]

export class StandInSession extends Emitting {
  request: RequestHandler = null
  check: CheckHandler = null
  device: DeviceHandler = null
  display: DisplayHandler = null
  proxy: Electron.ProxyConfig = {}

  async setProxy(config: Electron.ProxyConfig): Promise<void> {
    this.proxy = config
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.request = handler
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.check = handler
  }

  setDevicePermissionHandler(handler: DeviceHandler): void {
    this.device = handler
  }

  setDisplayMediaRequestHandler(handler: DisplayHandler): void {
    this.display = handler
  }
}

export type SessionPart = Pick<
  Electron.Session,
  'on' | 'setProxy' | 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setDisplayMediaRequestHandler'
>
