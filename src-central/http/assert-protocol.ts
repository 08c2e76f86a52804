import { OLDEST_PROTOCOL_DRAINED, OLDEST_PROTOCOL_SERVED, PROTOCOL_VERSION } from '#shared/sync/protocol-version.ts'
import { ApiError } from '../foundation/api-error.ts'
import type { Route } from './route.ts'

export interface Protocols {
  readonly newest: number
  readonly oldestServed: number
  /** Of a desk that is older than what is served, commands are still taken. */
  readonly oldestDrained: number
}

export const PROTOCOLS: Protocols = { newest: PROTOCOL_VERSION, oldestServed: OLDEST_PROTOCOL_SERVED, oldestDrained: OLDEST_PROTOCOL_DRAINED }

/** A desk of another age is told so before anything else it says is judged. */
export function assertProtocol({ newest, oldestServed, oldestDrained }: Protocols, { drains }: Pick<Route, 'drains'>, body: unknown): void {
  const protocol = typeof body === 'object' && body !== null && 'protocol' in body ? body.protocol : newest
  if (typeof protocol !== 'number' || !Number.isInteger(protocol)) return
  if (protocol <= newest && protocol >= (drains === true ? oldestDrained : oldestServed)) return
  const message = protocol > newest ? 'this server is older than your program' : protocol < oldestDrained ? 'your program is too old for this server' : 'your program is too old for this server, which takes what you have still to send and gives nothing: update it'
  throw new ApiError(426, 'protocol.unsupported', message, { oldest: oldestServed, newest })
}
