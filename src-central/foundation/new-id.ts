import { webcrypto } from 'node:crypto'
import { createIdMaker, type IdMaker } from '#shared/foundation/ids.ts'

const random = (bytes: Uint8Array): unknown => webcrypto.getRandomValues(bytes)

/** UUIDv7 by this process's clock and the system's randomness. */
export const newId = createIdMaker(Date.now, random)

/** UUIDv7s of one instant, ISO 8601: where the order of ids must be that of the database's clock. */
export function idsAt(now: string): IdMaker {
  return createIdMaker(() => Date.parse(now), random)
}
