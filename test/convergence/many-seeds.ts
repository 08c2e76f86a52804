import { Worker } from 'node:worker_threads'
import type { PlantedBug } from './planted-bugs.ts'
import type { Replay } from './replay.ts'

export interface Wanted {
  readonly from: number
  readonly seeds: number
  readonly cores: number
  readonly database?: 'sqlite' | 'pglite'
  readonly plant?: PlantedBug | null
  /** How many things happen in each; some sixty to hundred and twenty where it is not said. */
  readonly length?: number | null
  /** What happened, also where nothing was violated. */
  readonly keepsSteps?: boolean
  /** No seed is begun later. */
  readonly seconds?: number
  /** No seed is begun after one with a violation. */
  readonly untilViolation?: boolean
  readonly heard?: (replay: Replay, tally: Tally) => void
}

/** What a thread is told once. */
export type Task = Required<Pick<Wanted, 'database' | 'plant' | 'length' | 'keepsSteps'>>

/** Seeds that a thread takes at a time: from the first until before the end. */
export interface SeedRange {
  readonly first: number
  readonly end: number
}

export interface Tally {
  seeds: number
  /** How often each kind of thing happened. */
  readonly counts: Record<string, number>
  /** By seed. */
  readonly violations: Replay[]
  seconds: number
  /** Of all cores together. */
  coreSeconds: number
}

const RANGE = 10

/** Replays seeds in as many threads as cores are wanted. */
export async function replayMany(wanted: Wanted): Promise<Tally> {
  const { from, seeds, cores, seconds = Infinity, untilViolation = false } = wanted
  const tally: Tally = { seeds: 0, counts: {}, violations: [], seconds: 0, coreSeconds: 0 }
  const began = performance.now()
  const cpu = process.cpuUsage()
  let next = from

  const take = (): SeedRange | null => {
    if (next >= from + seeds || tally.seconds >= seconds || (untilViolation && tally.violations.length > 0)) return null
    const first = next
    next = Math.min(from + seeds, first + RANGE)
    return { first, end: next }
  }
  const add = (replay: Replay): void => {
    const { user, system } = process.cpuUsage(cpu)
    tally.seeds += 1
    for (const [kind, count] of Object.entries(replay.counts)) tally.counts[kind] = (tally.counts[kind] ?? 0) + count
    if (replay.violation !== null) tally.violations.push(replay)
    tally.seconds = (performance.now() - began) / 1000
    tally.coreSeconds = (user + system) / 1e6
    wanted.heard?.(replay, tally)
  }
  await Promise.all(Array.from({ length: cores }, () => work(wanted, take, add)))
  tally.violations.sort((a, b) => a.seed - b.seed)
  return tally
}

/** Seeds that a thread replays before another takes its place: one that has gone through thousands takes twice as long for each. */
const MOST_OF_A_THREAD = 1_000

async function work(wanted: Wanted, take: () => SeedRange | null, add: (replay: Replay) => void): Promise<void> {
  while (await workAWhile(wanted, take, add));
}

/** One thread. @returns whether there may be more to take */
function workAWhile({ database = 'sqlite', plant = null, length = null, keepsSteps = false }: Wanted, take: () => SeedRange | null, add: (replay: Replay) => void): Promise<boolean> {
  const workerData: Task = { database, plant, length, keepsSteps }
  return new Promise((resolve, reject) => {
    let replayed = 0
    let more = true
    const worker = new Worker(new URL('seed-thread.ts', import.meta.url), { workerData, resourceLimits: { maxYoungGenerationSizeMb: 64 } })
    worker.on('message', (replays: readonly Replay[]) => {
      for (const replay of replays) add(replay)
      replayed += replays.length
      const range = replayed < MOST_OF_A_THREAD ? take() : null
      more = range !== null || replayed >= MOST_OF_A_THREAD
      worker.postMessage(range)
    })
    worker.on('error', reject)
    worker.on('exit', () => resolve(more))
  })
}
