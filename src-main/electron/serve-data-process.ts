import { refused, RefusedError, type Outcome } from '#shared/foundation/outcome.ts'
import type { DataHost, MessageFromDataHost, MessageToDataHost, SecretAnswer, SecretQuestion } from '../operations/data-host.ts'
import { systemSurroundings } from '../sync/serve-sync.ts'
import type { Surroundings } from '../sync/surroundings.ts'
import type { DataHostOptions } from '../workspace/data-host.ts'
import { sealedToken } from './sealed-token.ts'
import type { Secrets } from './secrets.ts'

/** The port Electron gives a utility process. */
interface ParentPort {
  on(event: 'message', listener: (message: { readonly data: MessageToDataHost }) => void): void
  postMessage(message: MessageFromDataHost): void
}

interface DataProcessParts {
  readonly port: ParentPort
  /** Chromium's: it knows the system's proxies, their scripts and passwords, and the company's certificates. */
  readonly fetch: Surroundings['fetch']
  readonly open: (options: DataHostOptions) => Promise<DataHost>
  readonly log: (line: string) => void
}

/** The workspace behind the port of a utility process: calls by number, events, the keyring asked the other way. */
export function serveDataProcess({ port, fetch, open, log }: DataProcessParts): void {
  const { secrets, answered } = secretsBeyond(port)
  let opened: Promise<DataHost> | undefined

  async function answer(message: Extract<MessageToDataHost, { kind: 'call' }>): Promise<Outcome<unknown>> {
    try {
      const host = await opened
      return host === undefined ? refused('host.closed', 'the workspace is not open') : await host.call(message.name, message.input, message.caller, message.command)
    } catch (error) {
      if (error instanceof RefusedError) return { ok: false, error: error.refusal }
      return refused('internal', error instanceof Error ? error.message : String(error))
    }
  }

  async function receive(message: MessageToDataHost): Promise<void> {
    switch (message.kind) {
      case 'open':
        opened = open({ directory: message.workspace, log, surroundings: { ...systemSurroundings(), fetch }, keeper: sealedToken(message.workspace, secrets) })
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
      case 'wake':
        ;(await opened)?.wake?.()
        return
      case 'secret':
        answered(message.id, message.outcome)
        return
      case 'close':
        await opened?.then((host) => host.close(), () => undefined)
        port.postMessage({ kind: 'closed' })
    }
  }

  port.on('message', ({ data }) => {
    // What did not open answers every call with why; the other messages have nothing to say then.
    void receive(data).catch(() => undefined)
  })
}

function secretsBeyond(port: ParentPort): { readonly secrets: Pick<Secrets, 'seal' | 'unseal'>; readonly answered: (id: number, outcome: Outcome<SecretAnswer>) => void } {
  const waiting = new Map<number, (outcome: Outcome<never>) => void>()
  let asked = 0
  const ask = <T extends SecretAnswer>(question: SecretQuestion): Promise<Outcome<T>> =>
    new Promise((resolve) => {
      asked += 1
      waiting.set(asked, resolve)
      port.postMessage({ kind: 'secret', id: asked, ask: question })
    })
  return {
    secrets: { seal: (text) => ask({ seal: text }), unseal: (sealed) => ask({ unseal: sealed }) },
    answered(id, outcome) {
      waiting.get(id)?.(outcome as Outcome<never>)
      waiting.delete(id)
    },
  }
}
