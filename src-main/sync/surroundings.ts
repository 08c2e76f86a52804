/** What the loop reaches outside the workspace; a test has its own. */
export interface Surroundings {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>
  /** Milliseconds of a clock that nobody sets. */
  readonly monotonic: () => number
  /** ISO 8601 UTC: told to people, never compared. */
  readonly now: () => string
  /** From 0 to less than 1. */
  readonly random: () => number
  /** @returns takes it back */
  readonly after: (milliseconds: number, run: () => void) => () => void
  readonly newId: () => string
  readonly deviceName: string
  readonly programVersion: string
}

/** Waits, unless the signal ends the wait first. */
export function rest({ after }: Pick<Surroundings, 'after'>, milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve()
      return
    }
    const cancel = after(milliseconds, resolve)
    signal.addEventListener('abort', () => {
      cancel()
      resolve()
    }, { once: true })
  })
}
