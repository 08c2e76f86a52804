import { monitorEventLoopDelay } from 'node:perf_hooks'
import { startProbe, type Waits } from '../window-probe.ts'
import { assertSynced, openDesk, type BenchDesk } from './bench-desk.ts'
import { invitation, type Company } from './company.ts'
import { spentWith, type Spent } from './spent.ts'

export interface FirstLoad extends Spent {
  /** Bytes of all answers' bodies. */
  readonly bytes: number
}

export interface Meanwhile {
  readonly longestRead: number
  readonly longestWrite: number
  /** Of the thread that the workspace is called through, beyond what was asked for, in milliseconds. */
  readonly loopDelayP99: number
}

/** An empty workspace enrols and fetches everything. @returns the desk too, open */
export async function loadFirst(directory: string, company: Company): Promise<FirstLoad & { readonly desk: BenchDesk }> {
  const desk = await openDesk(directory)
  const invited = await invitation(company)
  const spent = await spentWith(company.central, async () => assertSynced(await desk.call('sync.connect', invited)))
  return { desk, ...spent, bytes: desk.received() }
}

/** The same, in a window that is in use meanwhile. */
export async function loadInUse(directory: string, company: Company): Promise<Meanwhile> {
  const desk = await openDesk(directory)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  try {
    const invited = await invitation(company)
    await desk.call('leads.list', { from: 0, to: 50 })
    const waits: Waits = { reads: [], writes: [] }
    const endProbe = startProbe(desk.host, waits)
    delay.enable()
    assertSynced(await desk.call('sync.connect', invited))
    delay.disable()
    await endProbe()
    return { longestRead: Math.max(...waits.reads), longestWrite: Math.max(...waits.writes), loopDelayP99: delay.percentile(99) / 1e6 }
  } finally {
    await desk.close()
  }
}
