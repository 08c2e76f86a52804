import { setTimeout as pause } from 'node:timers/promises'
import type { DataHost } from '#main/operations/data-host.ts'
import { systemSurroundings } from '#main/sync/serve-sync.ts'
import { openDataHost } from '#main/workspace/data-host.ts'
import { openForReading } from '#main/workspace/open.ts'
import type { SyncStatus } from '#shared/sync/sync.contract.ts'
import { callHost } from '../window-probe.ts'

export interface BenchDesk {
  readonly directory: string
  readonly host: DataHost
  /** Bytes of the bodies received so far, as they came over the wire. */
  readonly received: () => number
  readonly call: (name: string, input: unknown) => Promise<unknown>
  readonly close: () => Promise<void>
}

/** The whole workspace with its threads and its sync engine. */
export async function openDesk(directory: string): Promise<BenchDesk> {
  let received = 0
  const surroundings = {
    ...systemSurroundings(),
    fetch: async (address: string, init: RequestInit) => {
      const response = await fetch(address, init)
      const length = response.headers.get('content-length')
      if (length === null) throw new Error('an answer does not say how long it is')
      received += Number(length)
      return response
    },
  }
  const host = await openDataHost({ directory, surroundings, log: (line) => console.log(line) })
  return { directory, host, received: () => received, call: (name, input) => callHost(host, name, input), close: () => host.close() }
}

/** Anything left over after a round ends the benchmark. */
export function assertSynced(status: unknown): void {
  const { state, pending, refused, problem } = status as SyncStatus
  if (state !== 'synced' || pending > 0 || refused > 0 || problem !== null) throw new Error(`the desk is ${state}: ${pending} pending, ${refused} refused, ${problem ?? 'no problem'}`)
}

/** Full-text search is indexed when the writer is idle; a desk that people work at has that behind it. */
export async function waitUntilIndexed(directory: string): Promise<void> {
  const db = openForReading(directory)
  try {
    const behind = db.prepare(`SELECT coalesce((SELECT max("_row") FROM "leads"), 0) - (SELECT "upTo" FROM "_searchWatermark" WHERE "table" = 'leads')`).pluck()
    while ((behind.get() as number) > 0) await pause(100)
  } finally {
    db.close()
  }
}
