import { webcrypto } from 'node:crypto'
import { createIdMaker } from '#shared/foundation/ids.ts'

/** UUIDv7 by this process's clock and the system's randomness. */
export const newId = createIdMaker(Date.now, (bytes) => webcrypto.getRandomValues(bytes))
