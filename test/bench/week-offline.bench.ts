import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { SyncStatus } from '#shared/sync/sync.contract.ts'
import type { BenchReport, BenchSizes } from './report.ts'
import { median, percentile } from './statistics.ts'
import { assertSynced, openDesk, type BenchDesk } from './sync/bench-desk.ts'
import type { CentralProcess } from './sync/central-process.ts'
import { invitation } from './sync/company.ts'
import { HttpClient } from './sync/http-client.ts'
import { assertSame } from './sync/measure-store.ts'
import { startProcess } from './sync/own-process.ts'
import { fillWorkspace, readLeads } from './sync/workload.ts'
import { startProbe, type Waits } from './window-probe.ts'

const ROWS = 20_000
const COMMANDS = 100_000
const LOOK_EVERY_MS = 100

/** What the status told while the queue went out, in the order told. */
interface Told {
  readonly at: number
  readonly pending: number
  readonly loading: SyncStatus['loading']
}

/** A week of work waits on one desk: it goes out in pieces, the window stays usable, the desk is closed halfway and goes on where it was. */
export async function run({ rows = ROWS, commands = COMMANDS }: BenchSizes): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-bench-'))
  // PostgreSQL does not run as root, and whoever it runs as must be able to pass.
  chmodSync(folder, 0o711)
  const directory = join(folder, 'desk')
  const central = startProcess<CentralProcess>(new URL('./sync/central-process.ts', import.meta.url), 'postgres', join(folder, 'central'))
  try {
    const { remote } = central
    const company = { central: remote, address: await remote.listen(), tenantId: await remote.newTenant() }
    fillWorkspace(directory, rows)
    const first = await openDesk(directory)
    assertSynced(await first.call('sync.connect', await invitation(company)))
    await first.call('sync.pause', { paused: true })
    const given = await give(first, directory, commands)

    const waits: Waits = { reads: [], writes: [] }
    const before = await sendUntil(first, waits, (pending) => pending <= commands / 2)
    await first.close()
    const second = await openDesk(directory)
    const reopened = ((await second.call('sync.status', {})) as SyncStatus).pending
    const after = await sendUntil(second, waits, (pending) => pending === 0)
    assertSynced(await second.call('sync.now', {}))
    await second.close()

    const wrong = readLeads(directory).filter(({ id, city }) => given.last.get(id) !== city).length
    if (wrong > 0) throw new Error(`${wrong} leads are not as they were left`)
    await assertSame(directory, await HttpClient.enrol(await invitation(company)))
    const tenth = Math.floor(commands / 10)
    const [begun, ended] = [given.milliseconds.slice(0, tenth), given.milliseconds.slice(-tenth)]
    const pace = paceOf([before, after])
    const longest = Math.max(...waits.reads)
    const honest = [before, after].every(isHonest)
    const again = reopened - (before.at(-1)?.pending ?? 0)
    return {
      title: `A week offline: ${commands.toLocaleString('en')} commands wait on one desk of ${rows.toLocaleString('en')} rows`,
      rows: [
        { name: 'a command, the first tenth: median', value: median(begun), unit: 'ms' },
        { name: 'a command, the last tenth: median', value: median(ended), unit: 'ms', ratio: median(ended) / median(begun), ratioMeaning: 'of the first tenth' },
        { name: 'sent and answered, the first fifth of the queue', value: pace.first, unit: 'commands/s' },
        { name: 'sent and answered, the last fifth of the queue', value: pace.last, unit: 'commands/s', ratio: pace.last / pace.first, ratioMeaning: 'of the first fifth' },
        { name: 'list window meanwhile: 99th of a hundred', value: percentile(waits.reads, 0.99), unit: 'ms' },
        { name: 'list window meanwhile: longest', value: longest, unit: 'ms' },
        { name: 'a setting saved meanwhile: 99th of a hundred', value: percentile(waits.writes, 0.99), unit: 'ms' },
        { name: 'a setting saved meanwhile: longest', value: Math.max(...waits.writes), unit: 'ms' },
        { name: 'commands still to be sent when the desk was opened again', value: reopened, unit: `(${again} more than last told)` },
      ],
      goals: [
        { id: 'queue-length', statement: 'a long queue makes the next command no dearer than twice', measured: `${(median(ended) / median(begun)).toFixed(2)} times`, reached: median(ended) <= 2 * median(begun) },
        { id: 'queue-usable', statement: 'no list window waits more than 100 ms while the queue goes out', measured: `${longest.toFixed(1)} ms`, reached: longest <= 100 },
        { id: 'queue-honest', statement: 'what is told to wait only falls, and never runs ahead of what is done', measured: honest ? 'so it was' : 'it rose or ran ahead', reached: honest },
      ],
      notes: [
        'commands are leads.update of one field, one after another as a window gives them, over and over on the same leads; synchronous=FULL; server and PostgreSQL (fsync on) are processes of their own.',
        'when half the queue was answered the desk was closed and opened again; at the end every lead is as it was left, and every table row for row as the central API’s digest tells.',
        `the status was looked at every ${LOOK_EVERY_MS} ms; the window asks for a list and saves a setting in turn all the while.`,
      ],
    }
  } finally {
    await central.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Given {
  readonly milliseconds: readonly number[]
  /** The city that each lead was given last. */
  readonly last: ReadonlyMap<string, string | null>
}

async function give(desk: BenchDesk, directory: string, commands: number): Promise<Given> {
  const leads = readLeads(directory)
  const last = new Map(leads.map(({ id, city }) => [id, city]))
  const milliseconds: number[] = []
  for (let at = 0; at < commands; at += 1) {
    const { id } = leads[at % leads.length] ?? { id: '' }
    const value = `City ${at}`
    const began = performance.now()
    await desk.call('leads.update', { id, edits: [{ field: 'city', value, was: last.get(id) ?? null }] })
    milliseconds.push(performance.now() - began)
    last.set(id, value)
  }
  return { milliseconds, last }
}

/** Goes online, in a window that is in use meanwhile, until so much is left. */
async function sendUntil(desk: BenchDesk, waits: Waits, isEnough: (pending: number) => boolean): Promise<readonly Told[]> {
  const told: Told[] = []
  const endProbe = startProbe(desk.host, waits)
  // Answers when all is sent; a desk that is closed before that refuses it.
  const online = desk.call('sync.pause', { paused: false }).catch(() => undefined)
  for (;;) {
    const { pending, loading } = (await desk.call('sync.status', {})) as SyncStatus
    told.push({ at: performance.now(), pending, loading })
    if (isEnough(pending)) break
    await pause(LOOK_EVERY_MS)
  }
  await endProbe()
  if ((told.at(-1)?.pending ?? 0) === 0) await online
  return told
}

const isHonest = (told: readonly Told[]): boolean =>
  told.every(({ pending, loading }, at) => pending <= (told[at - 1]?.pending ?? pending) && (loading?.phase !== 'sending' || loading.done + pending <= loading.total))

/** Commands answered in a second, of the first and of the last fifth of the whole queue. */
function paceOf(parts: readonly (readonly Told[])[]): { readonly first: number; readonly last: number } {
  const rate = (some: readonly Told[]): number => {
    const [from, to] = [some[0], some.at(-1)]
    return from === undefined || to === undefined ? Number.NaN : ((from.pending - to.pending) / (to.at - from.at)) * 1000
  }
  const [first = [], last = []] = parts
  const most = first[0]?.pending ?? 0
  return { first: rate(first.filter(({ pending }) => pending >= most * 0.8)), last: rate(last.filter(({ pending }) => pending <= most * 0.2)) }
}
