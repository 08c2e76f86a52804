import type { Outcome } from '#shared/foundation/outcome.ts'
import { createHttpBridge } from './http-bridge.ts'

/** Something that happened to the workspace or to the program; see the hosts' `HostEvent`. */
export interface BridgeEvent {
  readonly name: string
  readonly data: unknown
}

export interface BridgeFile {
  readonly token: string
  readonly name: string
}

/** The way out of the window, the same under both hosts. */
export interface Bridge {
  readonly host: 'electron' | 'browser'
  /** Always answers, with plain JSON; `id` is a command's or a job's own id (UUIDv7). */
  call(name: string, input: unknown, options?: { readonly id?: string }): Promise<Outcome<unknown>>
  /** @returns ends the subscription */
  subscribe(listener: (event: BridgeEvent) => void): () => void
  /** Hands a file of the page to the host; the token goes to the operation that reads it. Only in the browser. */
  uploadFile?(file: File): Promise<Outcome<BridgeFile>>
  /** The page is done with a file it handed over; the host forgets it. Only in the browser. */
  releaseFile?(token: string): Promise<Outcome<unknown>>
  /** Saves what an operation wrote. Only in the browser. */
  downloadFile?(file: BridgeFile): Promise<void>
}

declare global {
  interface Window {
    readonly workbench?: Bridge
  }
}

/** The desktop's bridge where its preload has left one, else the same over HTTP to the host that served the page. */
export function connectBridge(): Bridge {
  return window.workbench ?? createHttpBridge({ token: takeToken(window.location, window.history, window.sessionStorage) })
}

const TOKEN = 'workbench-token'

/** Moves the start token out of the address, where it could be copied or shared, into this tab's own storage. */
export function takeToken(location: Pick<Location, 'hash' | 'pathname'>, history: Pick<History, 'replaceState'>, storage: Pick<Storage, 'getItem' | 'setItem'>): string {
  const given = /^#token=([^&]+)$/.exec(location.hash)?.[1]
  if (given === undefined) return storage.getItem(TOKEN) ?? ''
  storage.setItem(TOKEN, given)
  history.replaceState(null, '', location.pathname)
  return given
}
