import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { UUID_V7 } from '#shared/foundation/ids.ts'
import { refused, type Outcome } from '#shared/foundation/outcome.ts'
import type { DataHost } from '../operations/data-host.ts'
import { checkPayload } from '../operations/payload-limits.ts'
import { APP_ORIGIN } from './app-protocol.ts'
import { CALL_CHANNEL } from './channels.ts'

/** What the shell answers itself: dialogs, links, appearance. Each takes the raw input and always answers with an outcome, or throws for a bug. */
export type ShellOperations = ReadonlyMap<string, (input: unknown) => Promise<Outcome<unknown>>>

export interface IpcOptions {
  readonly ipcMain: Pick<IpcMain, 'handle' | 'removeHandler'>
  /** Whether this is the id of the webContents of a window we made. */
  readonly isOurWindow: (webContentsId: number) => boolean
  readonly shellOperations: ShellOperations
  readonly dataHost: Pick<DataHost, 'call'>
  /** Writes a fault of ours to the log and returns the id it can be found by. */
  readonly reportFault: (fault: unknown) => string
}

const MOST_WAITING = 500
const LONGEST_NAME = 100

/** Opens the one door from the window to the program. Every call gets an outcome: never silence, never a stack. */
export function registerIpc(options: IpcOptions): () => void {
  let waiting = 0

  options.ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, input: unknown, id: unknown): Promise<Outcome<unknown>> => {
    // Before any await: the frame is gone from the event after one.
    if (!isTrusted(event, options.isOurWindow)) return refused('ipc.sender', 'calls are taken from the program’s own page only')
    if (waiting >= MOST_WAITING) return refused('ipc.busy', 'too many calls are waiting for an answer')
    waiting += 1
    try {
      return await answer(options, name, input, id)
    } catch (fault) {
      return refused('internal', 'something went wrong in the program', { id: options.reportFault(fault) })
    } finally {
      waiting -= 1
    }
  })
  return () => options.ipcMain.removeHandler(CALL_CHANNEL)
}

function answer(options: IpcOptions, name: unknown, input: unknown, id: unknown): Promise<Outcome<unknown>> | Outcome<unknown> {
  if (typeof name !== 'string' || name.length > LONGEST_NAME) return refused('operation.unknown', 'there is no such operation')
  if (id !== undefined && (typeof id !== 'string' || !UUID_V7.test(id))) return refused('input.invalid', 'an id is a UUID of version 7')
  const unfit = checkPayload(input)
  if (unfit !== undefined) return { ok: false, error: unfit }
  const shellOperation = options.shellOperations.get(name)
  return shellOperation === undefined ? options.dataHost.call(name, input, { kind: 'window' }, id) : shellOperation(input)
}

function isTrusted(event: IpcMainInvokeEvent, isOurWindow: (webContentsId: number) => boolean): boolean {
  try {
    const frame = event.senderFrame
    return frame !== null && frame.parent === null && frame.origin === APP_ORIGIN && isOurWindow(event.sender.id)
  } catch {
    // Reading from a frame that has been disposed of throws.
    return false
  }
}
