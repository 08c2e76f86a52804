import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '#main/foundation/new-id.ts'
import { percentile } from '../statistics.ts'
import { openDesk } from './bench-desk.ts'
import { invitation, type Company } from './company.ts'
import type { LiveDesksProcess } from './live-desks-process.ts'
import { startProcess } from './own-process.ts'
import { fillWorkspace, readLeads } from './workload.ts'

const PROCESSES = 2
export const COMPANY_ROWS = 1_000
/** As many as there are leads in the window that each desk reads. */
export const MOST_DESKS = 50
/** Each desk gives a command every so often, about a lead of its own. */
export const EVERY_MS = 5_000
const PATIENCE_MS = 120_000

export interface LiveDesks {
  readonly commandsASecond: number
  /** How often a desk read what another did: once for each command and each other desk. */
  readonly sightings: number
  /** Milliseconds from a command given on one desk to the read of another that has it. */
  readonly p50: number
  readonly p95: number
  readonly slowest: number
  /** Share of one processor while the commands were given. */
  readonly serverLoad: number
  readonly databaseLoad: number | null
}

/** Desks of one company, each with a list on its screen; commands are given on all of them in turn. */
export async function measureLiveDesks({ central, address }: Pick<Company, 'central' | 'address'>, folder: string, count: number, seconds: number): Promise<LiveDesks> {
  const tenantId = await central.newTenant()
  const seed = join(folder, 'live-seed')
  fillWorkspace(seed, COMPANY_ROWS)
  const seeding = await openDesk(seed)
  await seeding.call('sync.connect', await invitation({ central, address, tenantId }))
  await seeding.close()
  const leads = readLeads(seed)
  // The window shows the leads that came last first: those are edited, each on one desk alone.
  const shown = leads.slice(-count)

  const clientIds = Array.from({ length: count }, newId)
  const sessions = await central.enrol(tenantId, clientIds)
  const all = sessions.map((session, at) => ({ directory: join(folder, `live-${at}`), address, clientId: clientIds[at] ?? '', session }))
  const processes = Array.from({ length: PROCESSES }, () => startProcess<LiveDesksProcess>(new URL('./live-desks-process.ts', import.meta.url)))
  try {
    await Promise.all(processes.map(({ remote }, which) => remote.open(all.filter((_, at) => at % PROCESSES === which), leads.length)))
    await pause(1_500)

    const before = await central.processorTime()
    const began = performance.now()
    const commands = Math.floor((seconds * 1_000 * count) / EVERY_MS)
    const given: Promise<void>[] = []
    for (let command = 0; command < commands; command += 1) {
      await pause(Math.max(0, began + (command * EVERY_MS) / count - performance.now()))
      const at = command % shown.length
      const giver = processes[at % PROCESSES]
      if (giver !== undefined) given.push(giver.remote.give(Math.floor(at / PROCESSES), shown[at]?.id ?? ''))
    }
    await Promise.all(given)
    const elapsed = performance.now() - began
    const after = await central.processorTime()

    const sightings: number[] = []
    const expected = commands * (count - 1)
    for (const end = performance.now() + PATIENCE_MS; sightings.length < expected; await pause(100)) {
      for (const { remote } of processes) sightings.push(...(await remote.takeSightings()))
      if (performance.now() > end) throw new Error(`${expected - sightings.length} of ${expected} times a desk did not see what another did`)
    }
    return {
      commandsASecond: (commands * 1_000) / elapsed,
      sightings: sightings.length,
      p50: percentile(sightings, 0.5),
      p95: percentile(sightings, 0.95),
      slowest: Math.max(...sightings),
      serverLoad: (after.server - before.server) / elapsed,
      databaseLoad: after.database === null || before.database === null ? null : (after.database - before.database) / elapsed,
    }
  } finally {
    await Promise.all(processes.map((each) => each.close()))
  }
}
