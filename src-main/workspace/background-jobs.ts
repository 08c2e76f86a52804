import type { Outcome } from '#shared/foundation/outcome.ts'
import type { JobOperation } from '#shared/foundation/operation.ts'

/** Milliseconds without a change, after which what was changed is taken to rest. */
const REST = 5 * 60_000

/**
 * Runs jobs that nobody has asked for: each once its tables rest, the first time after the opening, as rows may have come while it was closed.
 * What one comes to is a line in the log; a person may ask for the same job at any time.
 */
export class BackgroundJobs {
  readonly #timers = new Map<string, NodeJS.Timeout | undefined>()
  readonly #run: (name: string) => Promise<Outcome<unknown>>
  readonly #jobs: readonly JobOperation[]
  readonly #log: (line: string) => void

  constructor(jobs: readonly JobOperation[], run: (name: string) => Promise<Outcome<unknown>>, log: (line: string) => void) {
    this.#jobs = jobs.filter((job) => job.afterChangesOf !== undefined)
    this.#run = run
    this.#log = log
    for (const { name } of this.#jobs) this.#wait(name)
  }

  changed(table: string): void {
    for (const { name, afterChangesOf } of this.#jobs) if (afterChangesOf?.includes(table) === true) this.#wait(name)
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
  }

  #wait(name: string): void {
    clearTimeout(this.#timers.get(name))
    const timer = setTimeout(() => void this.#start(name), REST)
    timer.unref()
    this.#timers.set(name, timer)
  }

  async #start(name: string): Promise<void> {
    const outcome = await this.#run(name)
    // Somebody whose role may not do what the job does leaves it to those who may.
    if (!outcome.ok && outcome.error.code !== 'permission.denied') this.#log(`${name} by itself: ${outcome.error.code}`)
  }
}
