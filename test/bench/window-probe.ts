import { newId } from '#main/foundation/new-id.ts'
import type { DataHost } from '#main/operations/data-host.ts'

const PAUSE_MILLISECONDS = 5

/** How long a window's calls took, in milliseconds. */
export interface Waits {
  readonly reads: number[]
  readonly writes: number[]
}

/** Asks like a window that is in use: a list window and a setting saved, in turn. @returns stops asking */
export function startProbe(host: DataHost, waits: Waits): () => Promise<void> {
  let running = true
  const asking = (async () => {
    for (let turn = 0; running; turn += 1) {
      const started = performance.now()
      if (turn % 2 === 0) await callHost(host, 'leads.list', { from: 0, to: 50 })
      else await callHost(host, 'settings.set', { name: 'layout', value: { probe: turn } })
      ;(turn % 2 === 0 ? waits.reads : waits.writes).push(performance.now() - started)
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS))
    }
  })()
  return async () => {
    running = false
    await asking
  }
}

/** A refusal ends the benchmark. */
export async function callHost(host: DataHost, name: string, input: unknown): Promise<unknown> {
  const outcome = await host.call(name, input, { kind: 'command-line' }, newId())
  if (!outcome.ok) throw new Error(`${name}: ${outcome.error.code} ${outcome.error.message}`)
  return outcome.value
}
