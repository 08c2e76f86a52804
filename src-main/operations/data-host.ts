import type { JsonValue } from '#shared/foundation/json.ts'
import type { Outcome } from '#shared/foundation/outcome.ts'

/** Who asks: the desktop window, a browser page that holds the token, or the command line. */
export interface Caller {
  readonly kind: 'window' | 'browser' | 'command-line'
}

/** Something that happened to the workspace; ids only, the window asks again for what it shows. */
export interface HostEvent {
  /** `capability.past-tense`: `leads.changed`. */
  readonly name: string
  readonly data: JsonValue
}

/** Leave to read or write one file that the user picked in a dialog. The window holds the token and never learns the path. */
export interface FileGrant {
  readonly token: string
  readonly path: string
  readonly access: 'read' | 'write'
}

/** The workspace as the hosts see it, wherever it runs. `call` always answers: a fault of ours is an outcome too. */
export interface DataHost {
  /** @param id UUIDv7 of the caller's choice: a command's own id, so that a retry is harmless, or a job's, so that it can be watched and cancelled */
  call(name: string, input: unknown, caller: Caller, id?: string): Promise<Outcome<unknown>>
  /** @returns ends the subscription */
  onEvent(listener: (event: HostEvent) => void): () => void
  /** Takes effect before any call made after it. */
  grantFile(grant: FileGrant): void
  /** The path a token stands for, where that access was granted. */
  grantedFile?(token: string, access: FileGrant['access']): string | undefined
  /** The computer has woken up, or its network has come back. */
  wake?(): void
  /** Finishes what is being written, then ends. */
  close(): Promise<void>
}

/** What only the desktop's main process can do: seal a text with the system's keyring, or open what was sealed. */
export type SecretQuestion = { readonly seal: string } | { readonly unseal: Uint8Array }
/** Sealed bytes, or the text, with new bytes to keep where the system has changed its key. */
export type SecretAnswer = Uint8Array | { readonly text: string; readonly resealed?: Uint8Array }

/** What goes to a data host in a process or thread of its own; `open` comes first and once. */
export type MessageToDataHost =
  | { readonly kind: 'open'; readonly workspace: string }
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown; readonly caller: Caller; readonly command?: string | undefined }
  | { readonly kind: 'grant'; readonly grant: FileGrant }
  | { readonly kind: 'wake' }
  | { readonly kind: 'secret'; readonly id: number; readonly outcome: Outcome<SecretAnswer> }
  | { readonly kind: 'close' }

/** What comes back: exactly one answer a call, and `closed` when it may be ended. */
export type MessageFromDataHost =
  | { readonly kind: 'answer'; readonly id: number; readonly outcome: Outcome<unknown> }
  | { readonly kind: 'event'; readonly event: HostEvent }
  | { readonly kind: 'secret'; readonly id: number; readonly ask: SecretQuestion }
  | { readonly kind: 'closed' }
