import type { Session, Store, TransactionOptions } from '../store/store.ts'
import { lockTenant } from '../store/tenant-lock.ts'
import { isTransient } from '../sync/transient-fault.ts'
import { claim, finish, planRecurring, putOff, tenantsWithDueWork, type ClaimedWork } from './due-work.ts'

interface Handler {
  readonly kind: string
  /** Seconds from one time to the next. Without it the work is what `planAt` has put down. */
  readonly everySeconds?: number
}

/** Done for a tenant, under its lock, in a transaction of its own: what is due earlier is done earlier. */
interface TenantHandler extends Handler {
  readonly of: 'tenant'
  readonly work: (session: Session, due: ClaimedWork & { readonly tenantId: string }) => Promise<void>
}

/** Done once for the whole server, as the registrar. */
interface ServerHandler extends Handler {
  readonly of: 'server'
  readonly work: (session: Session, due: ClaimedWork) => Promise<void>
}

/** What is done when work of its kind is due. Its effect and the mark that it is done are committed together. */
export type DueHandler = TenantHandler | ServerHandler

interface ScheduleOptions {
  readonly store: Store
  readonly handlers: readonly DueHandler[]
  /** A tenant's rows may have changed. */
  readonly changed: (tenantId: string) => void
  readonly log: (line: string) => void
  readonly lookEveryMs?: number
}

const LOOK_EVERY_MS = 5_000

/**
 * Does work when it is due, exactly once, whichever of the processes on a database comes to it first. Due is what the database's
 * clock says; a process's own clock only tells how often it looks. Killed in the middle, it leaves the work as it was.
 * Kinds that it does not know it leaves to others.
 */
export class Schedule {
  readonly #with: ScheduleOptions
  readonly #handlers: ReadonlyMap<string, DueHandler>
  readonly #kinds: readonly string[]
  #isEnding = false

  constructor(options: ScheduleOptions) {
    this.#with = options
    this.#handlers = new Map(options.handlers.map((handler) => [handler.kind, handler]))
    this.#kinds = [...this.#handlers.keys()]
  }

  /** Looks now and again. @returns ends it, once what is under way is done */
  start(): () => Promise<void> {
    const { log, lookEveryMs = LOOK_EVERY_MS } = this.#with
    let timer: NodeJS.Timeout | undefined
    let round: Promise<unknown> = Promise.resolve()
    const look = (): void => {
      round = this.doWhatIsDue().catch((error: unknown) => log(`the schedule could not look: ${String(error)}`)).then(() => {
        if (!this.#isEnding) timer = setTimeout(look, lookEveryMs).unref()
      })
    }
    look()
    return async () => {
      this.#isEnding = true
      clearTimeout(timer)
      await round
    }
  }

  /** @returns how many pieces of work were done */
  async doWhatIsDue(): Promise<number> {
    const { store, handlers } = this.#with
    const tenants = await store.transaction({ as: 'registrar' }, async (session) => {
      for (const { kind, of, everySeconds } of handlers) if (everySeconds !== undefined) await planRecurring(session, kind, of)
      return tenantsWithDueWork(session, this.#kinds)
    })
    let done = 0
    for (const tenantId of tenants) while (!this.#isEnding && (await this.#doNext(tenantId))) done += 1
    return done
  }

  /** @returns whether there may be more */
  async #doNext(tenantId: string | null): Promise<boolean> {
    const { store, changed, log } = this.#with
    const as: TransactionOptions = tenantId === null ? { as: 'registrar' } : { tenantId }
    let claimed: ClaimedWork | undefined
    try {
      await store.transaction(as, async (session) => {
        if (tenantId !== null) await lockTenant(session, tenantId)
        claimed = await claim(session, tenantId, this.#kinds)
        if (claimed !== undefined) await this.#do(session, claimed)
      })
      if (tenantId !== null && claimed !== undefined) changed(tenantId)
      return claimed !== undefined
    } catch (error) {
      log(`${claimed === undefined ? 'the schedule' : `due work ${claimed.kind} ${claimed.key}`} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      if (claimed === undefined || isTransient(error)) return false
      const broken = claimed
      await store.transaction(as, (session) => putOff(session, broken, error))
      return true
    }
  }

  async #do(session: Session, due: ClaimedWork): Promise<void> {
    const handler = this.#handlers.get(due.kind)
    if (handler === undefined) throw new Error(`nobody does ${due.kind}`)
    await finish(session, due, handler.everySeconds)
    if (handler.of === 'server') await handler.work(session, due)
    else if (due.tenantId !== null) await handler.work(session, { ...due, tenantId: due.tenantId })
  }
}
