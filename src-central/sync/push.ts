import { setTimeout as pause } from 'node:timers/promises'
import type { Push, PushAnswer } from '#shared/sync/messages.ts'
import type { Central } from '../central.ts'
import { ApiError } from '../foundation/api-error.ts'
import { assertOwnClient, type Bearer } from '../people/bearer.ts'
import { lastSeqOf } from './client-record.ts'
import { NeedsSavepoints, pushOnce, type Care } from './push-once.ts'
import { readVersion } from './tenant-version.ts'
import { isTransient } from './transient-fault.ts'

const ATTEMPTS = 3
const RETRY_AFTER_MS = 2_000

/**
 * Takes a desk's commands, in their order. First all in one transaction without savepoints; where one breaks, again with
 * a savepoint each, so that the others count. A passing fault is tried again, and then told: it never ends a command.
 */
export async function push(central: Central, bearer: Bearer, message: Push): Promise<PushAnswer> {
  assertOwnClient(bearer, message.clientId)
  let care: Care = 'together'
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await pushOnce(central, bearer, message, attempt < ATTEMPTS ? care : 'each-or-stop')
      central.news.announce(bearer.tenantId)
      return answer
    } catch (error) {
      if (error instanceof NeedsSavepoints) {
        care = 'each'
        continue
      }
      if (!isTransient(error)) throw error
      central.log(`a push met a passing fault: ${error instanceof Error ? error.message : String(error)}`)
      if (attempt >= ATTEMPTS) return await stopped(central, bearer, message)
      await pause(20 * attempt + Math.random() * 60)
    }
  }
}

/** Nothing was taken; says so, or that the database is not to be had at all. */
async function stopped(central: Central, bearer: Bearer, message: Push): Promise<PushAnswer> {
  try {
    return await central.store.transaction({ tenantId: bearer.tenantId }, async (session) => {
      const { epoch } = await readVersion(session)
      const lastSeq = await lastSeqOf(session, bearer.clientId)
      return { epoch, serverTime: central.clock(), lastSeq, results: [], stop: { seq: message.commands[0]?.seq ?? lastSeq + 1, reason: 'retry', retryAfterMs: RETRY_AFTER_MS } }
    })
  } catch (error) {
    if (isTransient(error)) throw new ApiError(503, 'server.busy', 'the database cannot be reached; try again', undefined, 2)
    throw error
  }
}
