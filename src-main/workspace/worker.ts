import { refused, RefusedError, type Outcome } from '#shared/foundation/outcome.ts'
import type { DataHost, MessageFromDataHost, MessageToDataHost } from '../operations/data-host.ts'
import { openDataHost } from './data-host.ts'

/** The port Electron gives a utility process; Node's own types do not know it. */
interface ParentPort {
  on(event: 'message', listener: (message: { readonly data: MessageToDataHost }) => void): void
  postMessage(message: MessageFromDataHost): void
}

const { parentPort } = process as unknown as { readonly parentPort?: ParentPort }
if (parentPort === undefined) throw new Error('this file runs as a utility process of the desktop')
const port = parentPort

let opened: Promise<DataHost> | undefined

port.on('message', ({ data }) => {
  void receive(data)
})

async function receive(message: MessageToDataHost): Promise<void> {
  switch (message.kind) {
    case 'open':
      opened = openDataHost({ directory: message.workspace, log: (line) => process.stderr.write(`${line}\n`) })
      opened.then(
        (host) => host.onEvent((event) => port.postMessage({ kind: 'event', event })),
        () => undefined,
      )
      return
    case 'call':
      port.postMessage({ kind: 'answer', id: message.id, outcome: await answer(message) })
      return
    case 'grant':
      ;(await opened)?.grantFile(message.grant)
      return
    case 'close':
      await opened?.then((host) => host.close(), () => undefined)
      port.postMessage({ kind: 'closed' })
  }
}

async function answer(message: Extract<MessageToDataHost, { kind: 'call' }>): Promise<Outcome<unknown>> {
  try {
    const host = await opened
    return host === undefined ? refused('host.closed', 'the workspace is not open') : await host.call(message.name, message.input, message.caller, message.command)
  } catch (error) {
    if (error instanceof RefusedError) return { ok: false, error: error.refusal }
    return refused('internal', error instanceof Error ? error.message : String(error))
  }
}
