import type { z } from 'zod'
import type { HelloAnswer, helloSchema } from '#shared/sync/messages.ts'
import { OLDEST_PROTOCOL_SERVED, PROTOCOL_VERSION } from '#shared/sync/protocol-version.ts'
import type { Central } from '../central.ts'
import { assertOwnClient, type Bearer } from '../people/bearer.ts'
import { readStanding } from '../people/standing.ts'

/** The first words between a desk and the server. */
export function hello(central: Central, bearer: Bearer, message: z.output<typeof helloSchema>): Promise<HelloAnswer> {
  assertOwnClient(bearer, message.clientId)
  return central.store.transaction({ tenantId: bearer.tenantId, snapshot: true }, async (session) => {
    const { client: { lastSeq }, version: { epoch } } = await readStanding(session, bearer)
    return { protocol: PROTOCOL_VERSION, oldestProtocol: OLDEST_PROTOCOL_SERVED, epoch, serverTime: central.clock(), lastSeq }
  })
}
