import { refused, succeeded, type Outcome } from '#shared/foundation/outcome.ts'
import type { Bridge, BridgeEvent } from '#renderer/client/bridge.ts'
import { createWorkbench, type Workbench } from '#renderer/shell/workbench.ts'

type Answer = (input: never) => unknown

export interface FakeBridge extends Bridge {
  /** Everything that was called, in order. */
  readonly calls: readonly { readonly name: string; readonly input: unknown; readonly id: string | undefined }[]
  /** As if the host had sent it. */
  send(event: BridgeEvent): void
}

/** A host that answers by name; what it was not told to answer is the refusal `operation.unknown`. An answer may be an outcome, a value or a promise of either. */
export function fakeBridge(answers: Readonly<Record<string, Answer>> = {}): FakeBridge {
  const listeners = new Set<(event: BridgeEvent) => void>()
  const calls: { name: string; input: unknown; id: string | undefined }[] = []
  return {
    host: 'browser',
    calls,
    send: (event) => listeners.forEach((listener) => listener(event)),
    async call(name, input, options) {
      calls.push({ name, input, id: options?.id })
      const answer = answers[name]
      if (answer === undefined) return refused('operation.unknown', name)
      const given: unknown = await answer(input as never)
      return given !== null && typeof given === 'object' && 'ok' in given ? (given as Outcome<unknown>) : succeeded(given)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** The window's services over a fake host, without a document. */
export async function fakeWorkbench(bridge: Bridge, remembered = 'en light'): Promise<Workbench> {
  const kept = new Map([['workbench-appearance', remembered]])
  return createWorkbench(bridge, {
    root: { lang: '', dataset: {} } as HTMLElement,
    storage: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
    languages: ['en'],
  })
}
