import type { BenchGoal, BenchRow } from '../report.ts'
import { mean, median, percentile } from '../statistics.ts'
import type { PeerMeasures } from './measure-peer.ts'
import type { StoreMeasures } from './measure-store.ts'
import type { Spent } from './spent.ts'

export interface Measured {
  readonly rows: number
  readonly commands: number
  readonly fewCommands: number
  readonly desks: number
  readonly postgres: StoreMeasures
  readonly pglite: StoreMeasures
  readonly peers: readonly PeerMeasures[]
}

const thousands = (count: number): string => count.toLocaleString('en')

export function rowsOf({ rows, commands, fewCommands, desks, postgres, pglite, peers }: Measured): readonly BenchRow[] {
  const ofRaw = (name: string, value: number, raw: Spent): BenchRow => ({ name, value, unit: 'ms', ratio: value / raw.milliseconds, ratioMeaning: 'R' })
  const spent = (name: string, { milliseconds, computed }: Spent, raw: Spent): readonly BenchRow[] => [
    ofRaw(name, milliseconds, raw),
    ...(computed === null || raw.computed === null ? [] : [{ name: `${name}: computed`, value: computed, unit: 'ms', ratio: computed / raw.computed, ratioMeaning: 'R computed' }]),
  ]
  const ours = [['PostgreSQL', postgres], ['PGlite', pglite]] as const
  return [
    ...ours.map(([store, { raw }]) => ({ name: `R beside ${store}`, value: raw.milliseconds, unit: 'ms' })),
    ...ours.flatMap(([store, { load, raw }]) => spent(`first load, ${store}`, load, raw)),
    ...peers.map(({ name, load }) => ofRaw(`first load, ${name}`, load, postgres.raw)),
    { name: 'first load, bytes a row on the wire', value: postgres.load.bytes / rows, unit: 'B' },
    ...ours.flatMap(([store, { meanwhile }]) => [
      { name: `first load, ${store}: longest wait for a list window`, value: meanwhile.longestRead, unit: 'ms' },
      { name: `first load, ${store}: longest wait for a setting saved`, value: meanwhile.longestWrite, unit: 'ms' },
      { name: `first load, ${store}: delay of the thread that is called, p99`, value: meanwhile.loopDelayP99, unit: 'ms' },
    ]),
    ...ours.flatMap(([store, { adopted, raw }]) => spent(`a desk brings all rows, ${store}`, adopted, raw)),
    ...ours.flatMap(([store, { online, raw }]) => spent(`push of ${thousands(commands)}, pull and rebase, ${store}`, online, raw)),
    ...peers.map(({ name, push }) => ofRaw(`push of ${thousands(commands)} and pull, ${name}`, push, postgres.raw)),
    ...spent(`rebase of ${thousands(commands)} pending`, postgres.rebases.all, postgres.raw),
    ...spent(`rebase of ${thousands(fewCommands)} pending`, postgres.rebases.some, postgres.raw),
    ...peers.flatMap(({ name, rebase }) => (rebase === null ? [] : [ofRaw(`rebase of ${thousands(commands)} pending, ${name}`, rebase, postgres.raw)])),
    { name: `20 rows that meet none of ${thousands(commands)} pending`, value: postgres.rebases.beside.milliseconds, unit: 'ms' },
    { name: 'command on a desk, median', value: median(postgres.offline.commands), unit: 'ms', ratio: mean(postgres.offline.singleRows) / mean(postgres.offline.commands), ratioMeaning: 'of the rate of single-row inserts, synchronous=FULL' },
    { name: 'command on a desk, p99', value: percentile(postgres.offline.commands, 0.99), unit: 'ms' },
    { name: 'single-row insert, p99', value: percentile(postgres.offline.singleRows, 0.99), unit: 'ms' },
    ...ours.flatMap(([store, { pull }]) => [
      { name: `pull of 20 rows in the server, ${store}, median`, value: pull.p50, unit: 'ms' },
      { name: `pull of 20 rows in the server, ${store}, p99`, value: pull.p99, unit: 'ms' },
      { name: `pull of 20 rows over HTTP, ${store}, median`, value: pull.overHttp, unit: 'ms' },
      ...(pull.computed === null ? [] : [{ name: `pull of 20 rows, ${store}: computed by server and database`, value: pull.computed, unit: 'ms' }]),
      { name: `digest of everything, ${store}`, value: pull.digest, unit: 'ms' },
    ]),
    ...liveRows(desks, postgres),
  ]
}

function liveRows(desks: number, { live }: StoreMeasures): readonly BenchRow[] {
  if (live === null) return []
  return [
    { name: `${desks} desks, ${live.commandsASecond.toFixed(1)} commands/s: given here, read there, median`, value: live.p50, unit: 'ms' },
    { name: `${desks} desks: given here, read there, p95`, value: live.p95, unit: 'ms' },
    { name: `${desks} desks: given here, read there, slowest of ${thousands(live.sightings)}`, value: live.slowest, unit: 'ms' },
    { name: `${desks} desks: server, of one processor`, value: live.serverLoad * 100, unit: '%' },
    ...(live.databaseLoad === null ? [] : [{ name: `${desks} desks: PostgreSQL, of one processor`, value: live.databaseLoad * 100, unit: '%' }]),
  ]
}

/** Set before any of it was built; each is a ratio to R unless it says otherwise. */
export function goalsOf({ rows, commands, postgres, pglite, peers }: Measured): readonly BenchGoal[] {
  const atMost = (id: string, statement: string, value: number, bound: number, unit: string): BenchGoal => ({ id: `sync: ${id}`, statement: `${statement} at most ${bound} ${unit}`, measured: `${value.toFixed(2)} ${unit}`, reached: value <= bound })
  const durable = peers.find(({ name }) => name.startsWith('PouchDB'))?.load ?? Number.NaN
  const rate = mean(postgres.offline.singleRows) / mean(postgres.offline.commands)
  const faster = durable / postgres.load.milliseconds
  return [
    atMost('load', 'first load, PostgreSQL,', postgres.load.milliseconds / postgres.raw.milliseconds, 2, 'R'),
    atMost('load', 'first load, PGlite,', pglite.load.milliseconds / pglite.raw.milliseconds, 2.2, 'R'),
    { id: 'sync: load', statement: 'first load, PostgreSQL, at least 8× faster than PouchDB', measured: `${faster.toFixed(1)}×`, reached: faster >= 8 },
    atMost('wire', 'on the wire', postgres.load.bytes / rows, 75, 'B/row'),
    atMost('push', `push of ${thousands(commands)}, pull and rebase, PostgreSQL,`, postgres.online.milliseconds / postgres.raw.milliseconds, 2.5, 'R'),
    atMost('push', `push of ${thousands(commands)}, pull and rebase, PGlite,`, pglite.online.milliseconds / pglite.raw.milliseconds, 6, 'R'),
    atMost('rebase', `rebase of ${thousands(commands)} pending`, postgres.rebases.all.milliseconds / postgres.raw.milliseconds, 0.8, 'R'),
    { id: 'sync: command', statement: 'commands on a desk at 0.4× the rate of single-row inserts (synchronous=FULL) or more', measured: `${rate.toFixed(2)}×`, reached: rate >= 0.4 },
    atMost('command', 'a command on a desk, p99,', percentile(postgres.offline.commands, 0.99), 3, 'ms'),
    atMost('window', 'delay of the called thread during the first load, p99,', postgres.meanwhile.loopDelayP99, 16, 'ms'),
    atMost('pull', 'pull of 20 rows in the server, PostgreSQL, p99,', postgres.pull.p99, 5, 'ms'),
    atMost('pull', 'pull of 20 rows in the server, PGlite, p99,', pglite.pull.p99, 5, 'ms'),
  ]
}
