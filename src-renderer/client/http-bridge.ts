import { refused, type Outcome } from '#shared/foundation/outcome.ts'
import type { Bridge, BridgeEvent, BridgeFile } from './bridge.ts'
import { createEventParser } from './event-stream.ts'

interface HttpBridgeOptions {
  readonly token: string
  readonly fetch?: typeof globalThis.fetch
  /** Milliseconds before the attempt of this number (from 0); full jitter by default. */
  readonly delay?: (attempt: number) => number
}

const LONGEST_DELAY = 15_000

const jitter = (attempt: number): number => Math.random() * Math.min(LONGEST_DELAY, 300 * 2 ** attempt)

/**
 * The bridge over HTTP to a host on this machine. A host that cannot be reached is the refusal `host.unreachable`, and
 * the event stream comes back by itself: `host.lost` says it broke, `host.restarted` that everything must be asked again.
 */
export function createHttpBridge({ token, fetch = globalThis.fetch.bind(globalThis), delay = jitter }: HttpBridgeOptions): Bridge {
  const headers = { 'x-workbench-token': token }
  const listeners = new Set<(event: BridgeEvent) => void>()
  const tell = (event: BridgeEvent): void => {
    for (const listener of listeners) listener(event)
  }
  let listening: AbortController | undefined

  async function ask(path: string, init: RequestInit): Promise<Outcome<unknown>> {
    try {
      const response = await fetch(path, { method: 'POST', ...init, headers: { ...headers, ...init.headers } })
      if (response.headers.get('content-type')?.startsWith('application/json') === true) return (await response.json()) as Outcome<unknown>
      return refused('host.unreachable', `the host answered ${response.status}`)
    } catch (error) {
      return refused('host.unreachable', error instanceof Error ? error.message : String(error))
    }
  }

  async function listen(signal: AbortSignal): Promise<void> {
    let attempt = 0
    let lost = false
    while (!signal.aborted) {
      try {
        const response = await fetch('/events', { headers, signal })
        if (!response.ok || response.body === null) throw new Error(`events answered ${response.status}`)
        if (lost) tell({ name: 'host.restarted', data: null })
        lost = false
        attempt = 0
        const parse = createEventParser((data) => tell(JSON.parse(data) as BridgeEvent))
        for await (const chunk of chunksOf(response.body)) parse(chunk)
      } catch {
        // Broken or refused: try again below.
      }
      if (signal.aborted) return
      if (!lost) tell({ name: 'host.lost', data: null })
      lost = true
      await new Promise((resolve) => setTimeout(resolve, delay(attempt)))
      attempt += 1
    }
  }

  return {
    host: 'browser',
    call: (name, input, options) => ask('/call', { body: JSON.stringify({ name, input, ...options }), headers: { 'content-type': 'application/json' } }),
    subscribe(listener) {
      listeners.add(listener)
      if (listening === undefined) {
        listening = new AbortController()
        void listen(listening.signal)
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        listening?.abort()
        listening = undefined
      }
    },
    uploadFile: (file) => ask(`/files?name=${encodeURIComponent(file.name)}`, { body: file, headers: { 'content-type': 'application/octet-stream' } }) as Promise<Outcome<BridgeFile>>,
    releaseFile: (token) => ask(`/files/${encodeURIComponent(token)}`, { method: 'DELETE' }),
    async downloadFile(file) {
      const response = await fetch(`/files/${encodeURIComponent(file.token)}`, { headers })
      const address = URL.createObjectURL(await response.blob())
      Object.assign(document.createElement('a'), { href: address, download: file.name }).click()
      setTimeout(() => URL.revokeObjectURL(address), LONGEST_DELAY)
    },
  }
}

async function* chunksOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}
