import { median } from '../statistics.ts'
import type { CentralProcess } from './central-process.ts'

/** Time on the clock, and what was computed in it: the latter hardly changes when the machine is busy with other things. */
export interface Spent {
  readonly milliseconds: number
  /** Processor time in milliseconds of everything involved; null where the system does not tell. */
  readonly computed: number | null
}

/** By this process with all its threads, the server's and the database's. */
export async function spentWith(central: CentralProcess, work: () => Promise<unknown>): Promise<Spent> {
  const all = async (): Promise<number | null> => {
    const { user, system } = process.cpuUsage()
    const there = await computedBy(central)
    return there === null ? null : (user + system) / 1000 + there
  }
  const before = await all()
  const began = performance.now()
  await work()
  const milliseconds = performance.now() - began
  const after = await all()
  return { milliseconds, computed: before === null || after === null ? null : after - before }
}

/** What server and database have computed so far, in milliseconds. */
export async function computedBy(central: CentralProcess): Promise<number | null> {
  const { server, database } = await central.processorTime()
  return database === null ? null : server + database
}

/** By this thread alone. */
export function spentAlone(work: () => void): Spent {
  const computed = (): number => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  const before = computed()
  const began = performance.now()
  work()
  return { milliseconds: performance.now() - began, computed: computed() - before }
}

export function medianSpent(rounds: readonly Spent[]): Spent {
  const computed = rounds.flatMap((round) => round.computed ?? [])
  return { milliseconds: median(rounds.map(({ milliseconds }) => milliseconds)), computed: computed.length === 0 ? null : median(computed) }
}
