import type { UtilityProcess } from 'electron'
import { refused, type Outcome } from '#shared/foundation/outcome.ts'
import type { DataHost, HostEvent, MessageFromDataHost, MessageToDataHost, SecretQuestion } from '../operations/data-host.ts'
import type { Secrets } from './secrets.ts'

export interface DataHostOptions {
  readonly fork: (modulePath: string, args: string[], options: { serviceName: string }) => UtilityProcess
  readonly modulePath: string
  /** The workspace's folder. */
  readonly workspace: string
  /** The system's keyring, which only this process can ask. */
  readonly secrets: Pick<Secrets, 'seal' | 'unseal'>
  readonly now: () => number
  readonly after: (milliseconds: number, run: () => void) => void
  readonly log: (line: string) => void
}

const MOST_CRASHES = 3
const CRASH_MILLISECONDS = 60_000
const CLOSE_MILLISECONDS = 10_000

/**
 * Runs the workspace in a process of its own and relays calls to it by number.
 * When the process dies, the calls that waited are answered `host.restarted` and it is started again; after three
 * crashes within a minute it stays down, and calls are answered `host.stopped`, until one comes after that minute.
 */
export function startDataHost(options: DataHostOptions): DataHost {
  const waiting = new Map<number, (outcome: Outcome<unknown>) => void>()
  const listeners = new Set<(event: HostEvent) => void>()
  let crashes: number[] = []
  let lastId = 0
  let closing: Promise<void> | undefined
  let closed = () => {}
  let child: UtilityProcess | undefined = start()

  function start(): UtilityProcess {
    const started = options.fork(options.modulePath, [], { serviceName: 'Channel Workbench data' })
    started.on('message', receive)
    started.on('exit', lost)
    send(started, { kind: 'open', workspace: options.workspace })
    return started
  }

  function receive(message: MessageFromDataHost): void {
    switch (message.kind) {
      case 'answer':
        waiting.get(message.id)?.(message.outcome)
        waiting.delete(message.id)
        break
      case 'event':
        emit(message.event)
        break
      case 'secret':
        void answerSecret(child, message.id, message.ask)
        break
      case 'closed':
        child?.kill()
        break
    }
  }

  async function answerSecret(asking: UtilityProcess | undefined, id: number, ask: SecretQuestion): Promise<void> {
    const outcome = await ('seal' in ask ? options.secrets.seal(ask.seal) : options.secrets.unseal(ask.unseal))
    // A process that has died meanwhile asks again when it is started anew.
    if (asking !== undefined && asking === child) send(asking, { kind: 'secret', id, outcome })
  }

  function lost(code: number): void {
    child = undefined
    const outcome = closing === undefined ? refused('host.restarted', 'the workspace’s process ended before it answered') : closedOutcome()
    for (const answer of waiting.values()) answer(outcome)
    waiting.clear()
    if (closing !== undefined) return closed()
    options.log(`the data host ended with code ${code}`)
    crashes.push(options.now())
    if (running() !== undefined) emit({ name: 'host.restarted', data: null })
  }

  function running(): UtilityProcess | undefined {
    crashes = crashes.filter((at) => options.now() - at < CRASH_MILLISECONDS)
    if (child === undefined && crashes.length < MOST_CRASHES) child = start()
    return child
  }

  function emit(event: HostEvent): void {
    for (const listener of listeners) listener(event)
  }

  return {
    async call(name, input, caller, command) {
      if (closing !== undefined) return closedOutcome()
      const host = running()
      if (host === undefined) return refused('host.stopped', 'the workspace’s process keeps ending; it is tried again in a minute')
      lastId += 1
      const id = lastId
      return new Promise((resolve) => {
        waiting.set(id, resolve)
        send(host, { kind: 'call', id, name, input, caller, command })
      })
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    grantFile(grant) {
      if (child !== undefined) send(child, { kind: 'grant', grant })
    },
    wake() {
      if (child !== undefined) send(child, { kind: 'wake' })
    },
    close() {
      closing ??= new Promise((resolve) => {
        closed = resolve
        if (child === undefined) return resolve()
        send(child, { kind: 'close' })
        options.after(CLOSE_MILLISECONDS, () => child?.kill())
      })
      return closing
    },
  }
}

function send(child: UtilityProcess, message: MessageToDataHost): void {
  child.postMessage(message)
}

function closedOutcome(): Outcome<never> {
  return refused('host.closed', 'the program is ending')
}
