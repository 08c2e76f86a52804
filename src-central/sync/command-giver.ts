import type { z } from 'zod'
import type { Actor } from '#shared/foundation/command.ts'
import type { IdMaker } from '#shared/foundation/ids.ts'
import type { CommandOperation } from '#shared/foundation/operation.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { idsAt } from '../foundation/new-id.ts'
import { databaseTime } from '../store/database-time.ts'
import { JournalBook } from '../store/journal-book.ts'
import { runCommand } from '../store/run-command.ts'
import type { Session } from '../store/store.ts'
import { lockTenant } from '../store/tenant-lock.ts'
import { commandRegistry } from './command-registry.ts'

/**
 * Gives ordinary commands within one transaction for an actor who is no person at a desk: a web form, the schedule.
 * Such an actor may reach the whole tenant; which commands it gives is for its own code to say.
 */
export class CommandGiver {
  readonly session: Session
  readonly tenantId: string
  /** The database's instant, ISO 8601 UTC. */
  readonly now: string
  readonly newId: IdMaker
  readonly #actor: Actor
  readonly #book: JournalBook

  private constructor(session: Session, tenantId: string, actor: Actor, now: string) {
    this.session = session
    this.tenantId = tenantId
    this.now = now
    this.newId = idsAt(now)
    this.#actor = actor
    this.#book = new JournalBook(session)
  }

  /** Waits for the tenant's lock, then takes the time: commands given later have later ids. */
  static async begin(session: Session, tenantId: string, actor: Actor): Promise<CommandGiver> {
    await lockTenant(session, tenantId)
    return new CommandGiver(session, tenantId, actor, await databaseTime(session))
  }

  /** Throws RefusedError. */
  async give<Op extends CommandOperation>(operation: Op, input: z.input<Op['input']>, id = this.newId()): Promise<z.output<Op['output']>> {
    const command = commandRegistry.get(operation.name)
    if (command === undefined) throw new Error(`there is no command ${operation.name}`)
    const { outcome } = await runCommand(this.#book, command, { id, input: operation.input.parse(input), actor: this.#actor, now: this.now, batchId: null, scopes: 'all', mayGive: () => true })
    // What the giver asks of the database next is to see this.
    await this.#book.rows.flush()
    if (!outcome.ok) throw new RefusedError(outcome.error.code, outcome.error.message, outcome.error.details)
    return outcome.value as z.output<Op['output']>
  }

  /** Shows what was given so far only to who may see this scope: the rows were elsewhere within this transaction alone. */
  showOnlyIn(scope: string): void {
    this.#book.showOnlyIn(scope)
  }

  /** Writes the journal. */
  finish(): Promise<void> {
    return this.#book.flush()
  }
}
