import { setTimeout as pause } from 'node:timers/promises'

/** Serialisation, deadlock, a lock or a statement that took too long; connections (08), resources (53), a shutdown (57P0…). */
const TRANSIENT = /^(40001|40P01|55P03|57014|08...|53...|57P0.|25P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/
/** Faults of the driver that carry no code. */
const LOST = /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|not queryable/i

const ATTEMPTS = 4

/** Does a piece of work again where a passing fault has undone it, a few times. */
export async function untilItPasses<T>(log: (line: string) => void, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (!isTransient(error) || attempt === ATTEMPTS) throw error
      log(`tried again after a passing fault: ${error instanceof Error ? error.message : String(error)}`)
      await pause(20 * attempt + Math.random() * 60)
    }
  }
}

/** Whether the same may well succeed a little later. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? TRANSIENT.test(code) : LOST.test(error.message)
}
