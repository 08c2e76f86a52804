import { waitAnswerSchema } from '#shared/sync/messages.ts'
import type { BackOff } from './back-off.ts'
import { CentralProblem } from './central-client.ts'
import type { CentralSession } from './central-session.ts'
import type { SyncPort } from './sync-call.ts'
import { rest, type Surroundings } from './surroundings.ts'

/** The server answers after 25 seconds at the latest. */
const PATIENCE = 40_000
/** Against a server, or a proxy before it, that answers at once without having anything. */
const SHORTEST = 1_000

interface WaitPorts {
  readonly store: SyncPort
  readonly session: Pick<CentralSession, 'call'>
  readonly surroundings: Surroundings
  readonly signal: AbortSignal
  readonly heard?: () => void
  /** Of waits that fail: a network that bears none is looked at now and then instead. */
  readonly backOff: BackOff
}

/** Waits until the server may have something new, or the signal ends the wait. */
export async function waitForNews({ store, session, surroundings, signal, backOff, heard: tellHeard }: WaitPorts): Promise<void> {
  while (!signal.aborted) {
    const began = surroundings.monotonic()
    const cursor = (await store.standing())?.cursor ?? null
    const heard = await session.call('/sync/v1/wait', { cursor }, waitAnswerSchema, signal, PATIENCE).then(({ changed }) => changed, (error: unknown) => (error instanceof CentralProblem ? error : null))
    const tooSoon = surroundings.monotonic() - began < SHORTEST
    if (typeof heard !== 'boolean') {
      if (tooSoon) await rest(surroundings, backOff.next(heard?.retryAfterMs ?? null), signal)
      return
    }
    backOff.reset()
    tellHeard?.()
    if (tooSoon && !signal.aborted) await rest(surroundings, surroundings.random() * SHORTEST, signal)
    if (heard) return
  }
}
