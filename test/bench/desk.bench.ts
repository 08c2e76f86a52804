import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '#main/foundation/new-id.ts'
import type { SyncStore } from '#main/sync/sync-store.ts'
import { startThread, type ThreadLink } from '#main/workspace/thread-link.ts'
import type { Outcome } from '#shared/foundation/outcome.ts'
import { leads } from '#shared/leads/lead.table.ts'
import type { BenchReport, BenchSizes } from './report.ts'
import { median, percentile } from './statistics.ts'
import { copyDesk } from './sync/rebase.ts'
import { editsOf, fillWorkspace, readLeads, type Edit, type Lead } from './sync/workload.ts'

const ROWS = 50_000
const COMMANDS = 2_000
const ARRIVING = 5_000
const WINDOW_GOAL_MS = 50

/** What being connected costs the work at a desk: commands with and without the triggers of sync, lists and commands while a pull is applied. */
export async function run({ rows = ROWS, commands = COMMANDS }: BenchSizes): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-bench-'))
  const log = (message: { readonly kind: string }): void => {
    if (message.kind === 'bug') console.log(message)
  }
  try {
    const [alone, linked] = [join(folder, 'alone'), join(folder, 'linked')]
    fillWorkspace(alone, rows)
    const all = readLeads(alone)
    const edits = editsOf(all.slice(0, commands))
    const others = all.slice(commands, commands + ARRIVING)
    copyDesk(alone, linked)
    const local = await startThread({ role: 'writer', directory: alone }, log)
    const connected = await startThread({ role: 'writer', directory: linked }, log)
    const reader = await startThread({ role: 'reader', directory: linked }, log)
    try {
      await connect(connected)
      const first = await giveInTurn(local, connected, edits)
      const again = await giveInTurn(local, connected, edits.map(({ id, value }) => ({ id, value: `${value} again`, was: value })))
      const quiet = await applyWhileAsked(connected, reader, [], false)
      const beside = await applyWhileAsked(connected, reader, others, false)
      const rebased = await applyWhileAsked(connected, reader, [...others, ...all.slice(0, 1)], true)
      const longest = Math.max(beside.list, rebased.list)
      return {
        title: `A connected desk at work: ${rows.toLocaleString('en')} rows, ${(2 * commands).toLocaleString('en')} commands`,
        rows: [
          ...latencies('a command on a row not touched before', first),
          ...latencies('a command on the same row again', again),
          { name: 'list window, its order found anew, nothing arriving: longest', value: quiet.list, unit: 'ms' },
          ...arrival(`${others.length.toLocaleString('en')} rows arrive beside pending commands`, beside),
          ...arrival(`as many arrive, ${(2 * commands).toLocaleString('en')} commands are done again`, rebased),
        ],
        goals: [{ id: 'window', statement: `no list window waits more than ${WINDOW_GOAL_MS} ms while a pull is applied`, measured: `${longest.toFixed(1)} ms`, reached: longest <= WINDOW_GOAL_MS }],
        notes: [
          'commands are leads.update of one field, in turn on a desk that is connected and on one that is not, through the writer’s thread; synchronous=FULL; the search index is complete.',
          'rows that arrive are staged before, as pages are; only applying is timed. Nothing goes over a network here.',
        ],
      }
    } finally {
      for (const thread of [local, connected, reader]) await thread.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface InTurn {
  readonly local: readonly number[]
  readonly connected: readonly number[]
}

interface Applied {
  readonly apply: number
  readonly list: number
  readonly command: number
}

function latencies(what: string, { local, connected }: InTurn): BenchReport['rows'] {
  return [
    { name: `${what}, not connected: median`, value: median(local), unit: 'ms' },
    { name: `${what}, connected: median`, value: median(connected), unit: 'ms', ratio: median(connected) / median(local), ratioMeaning: 'of not connected' },
    { name: `${what}, connected: p99`, value: percentile(connected, 0.99), unit: 'ms', ratio: percentile(connected, 0.99) / percentile(local, 0.99), ratioMeaning: 'of not connected' },
  ]
}

function arrival(what: string, { apply, list, command }: Applied): BenchReport['rows'] {
  return [
    { name: `${what}: applied in`, value: apply, unit: 'ms' },
    { name: `${what}: longest wait for a list window`, value: list, unit: 'ms' },
    { name: `${what}: a command given meanwhile waits`, value: command, unit: 'ms' },
  ]
}

/** As after a first exchange: what the desk brought has been taken, nothing is pending. */
async function connect(writer: ThreadLink): Promise<void> {
  const person = { userId: newId(), name: 'Ana', email: 'ana@lira.example', role: 'channelManager' as const, tenantId: newId(), tenantName: 'Lira Financial' }
  await sync(writer, 'connect', { address: 'http://127.0.0.1', clientId: newId(), person }, now())
  const lastSeq = ((await sync(writer, 'standing'))?.nextSeq ?? 1) - 1
  const { requestId } = await sync(writer, 'beginPull')
  await sync(writer, 'apply', { requestId, reset: null, epoch: 'bench', complete: { cursor: 'bench', lastSeq, results: [] }, now: now() })
}

async function giveInTurn(local: ThreadLink, connected: ThreadLink, edits: readonly Edit[]): Promise<InTurn> {
  const times = { local: [] as number[], connected: [] as number[] }
  for (const edit of edits) {
    times.local.push(await give(local, edit))
    times.connected.push(await give(connected, edit))
  }
  return times
}

async function give(writer: ThreadLink, { id, value, was }: Edit): Promise<number> {
  const began = performance.now()
  const answer = await writer.ask({ kind: 'write', call: { name: 'leads.update', input: { id, edits: [{ field: 'city', value, was }] }, id: newId(), batchId: null } })
  const milliseconds = performance.now() - began
  valueOf(answer.kind === 'wrote' ? answer.answer.outcome : answer.outcome)
  return milliseconds
}

/** Applies rows of others, while the list is asked for all the time and one command is given. */
async function applyWhileAsked(writer: ThreadLink, reader: ThreadLink, arriving: readonly Lead[], meetsPending: boolean): Promise<Applied> {
  const notes = `from elsewhere${meetsPending ? ', again' : ''}`
  const { requestId, cursor, acknowledged } = await sync(writer, 'beginPull')
  const put = arriving.map((lead) => leads.columnNames.map((name) => storedValue(name === 'notes' ? notes : lead[name as keyof Lead])))
  await sync(writer, 'stage', requestId, [{ table: leads.name, columns: [...leads.columnNames], put, remove: [] }])
  const began = performance.now()
  let applied: number | undefined
  const applying = sync(writer, 'apply', { requestId, reset: null, epoch: 'bench', complete: { cursor: cursor ?? 'bench', lastSeq: acknowledged, results: [] }, now: now() }).then(() => {
    applied = performance.now() - began
  })
  const giving = timeOf(writer.ask({ kind: 'write', call: { name: 'settings.set', input: { name: 'layout', value: { probe: arriving.length } }, id: newId(), batchId: null } }))
  let list = 0
  for (let asked = 0; applied === undefined || asked < 20; asked += 1) {
    reader.tell({ kind: 'forget', touched: [['leads', null]] })
    list = Math.max(list, await timeOf(reader.ask({ kind: 'query', name: 'leads.list', input: { from: 0, to: 50 } })))
  }
  await applying
  return { apply: applied ?? Number.NaN, list, command: await giving }
}

function storedValue(value: Lead[keyof Lead]): string | number | null {
  return Array.isArray(value) ? JSON.stringify(value) : (value as string | number | null)
}

async function sync<M extends keyof SyncStore>(writer: ThreadLink, method: M, ...given: Parameters<SyncStore[M]>): Promise<ReturnType<SyncStore[M]>> {
  const answer = await writer.ask({ kind: 'sync', call: { method, given } as never })
  if (answer.kind !== 'synced') throw new Error(`${method} has no answer`)
  return valueOf(answer.outcome) as ReturnType<SyncStore[M]>
}

async function timeOf(work: Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work
  return performance.now() - began
}

function valueOf(outcome: Outcome<unknown>): unknown {
  if (!outcome.ok) throw new Error(`${outcome.error.code} ${outcome.error.message}`)
  return outcome.value
}

function now(): string {
  return new Date().toISOString()
}
