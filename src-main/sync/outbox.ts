import type Database from 'better-sqlite3'
import type { Actor, Change, Command, Question } from '#shared/foundation/command.ts'
import { refused, type Refusal } from '#shared/foundation/outcome.ts'
import { mayGive, staysOnDesk } from '#shared/people/permissions.ts'
import type { CommandCall, Outgoing } from '../workspace/run-command.ts'
import { readLink, type SyncRow } from './sync-row.ts'
import { leavesDesk } from './synced-tables.ts'

/**
 * What a connected desk does with each command it accepts: into the outbox in the same transaction, under the next number.
 * Also knows what the pending commands have asked, so that rows nobody asked about can be put in without doing them again.
 */
export class Outbox implements Outgoing {
  readonly #db: Database.Database
  readonly #put: Database.Statement
  readonly #count: Database.Statement
  readonly #capture: Database.Statement
  readonly #tables = new Set<string>()
  readonly #rows = new Set<string>()
  #link: SyncRow | undefined
  /** False after a start with pending commands, until they have been done again once. */
  #knowsQuestions = false

  constructor(db: Database.Database) {
    this.#db = db
    this.#put = db.prepare(`INSERT INTO "_outbox" ("seq", "id", "previous", "name", "version", "input", "issuedAt", "batchId", "state")
      SELECT "nextSeq", ?, "lastId", ?, ?, ?, ?, ?, 'pending' FROM "_sync"`)
    this.#count = db.prepare('UPDATE "_sync" SET "nextSeq" = "nextSeq" + 1, "lastId" = ?')
    this.#capture = db.prepare('UPDATE "_sync" SET "capture" = ?')
    this.reload()
  }

  get connected(): boolean {
    return this.#link !== undefined
  }

  get clientId(): string | null {
    return this.#link?.clientId ?? null
  }

  get actor(): Actor | undefined {
    return this.#link === undefined ? undefined : { id: this.#link.person.userId, name: this.#link.person.name }
  }

  /** Reads the link anew, after it was made, changed or ended. */
  reload(): void {
    this.#link = readLink(this.#db)
    this.forgetQuestions(this.#db.prepare(`SELECT 1 FROM "_outbox" WHERE "state" <> 'acked'`).get() === undefined)
  }

  forbids(command: string, changes: readonly Change[]): Refusal | undefined {
    if (this.#link === undefined || mayGive(this.#link.person.role, command) || !leavesDesk(command, changes)) return undefined
    return refused('permission.denied', 'your role does not allow this', { role: this.#link.person.role, command }).error
  }

  mayGive(command: string): boolean {
    return this.#link === undefined || staysOnDesk(command) || mayGive(this.#link.person.role, command)
  }

  write<T>(command: Command, call: CommandCall, changes: readonly Change[], write: () => T): T {
    if (this.#link === undefined) return write()
    if (!leavesDesk(command.operation.name, changes)) return this.withoutCapture(write)
    const written = write()
    this.put(command.operation.name, command.operation.version, call)
    return written
  }

  put(name: string, version: number, { id, input, now, batchId }: Pick<CommandCall, 'id' | 'input' | 'now' | 'batchId'>): void {
    this.#put.run(id, name, version, JSON.stringify(input), now, batchId)
    this.#count.run(id)
  }

  withoutCapture<T>(work: () => T): T {
    this.#capture.run(0)
    const result = work()
    this.#capture.run(1)
    return result
  }

  asked(question: Question): void {
    if (this.#link === undefined) return
    if (question.kind === 'many' && question.index === 'id') for (const [id] of question.keys) this.#rows.add(`${question.table.name} ${id}`)
    else if (question.kind !== 'one') this.#tables.add(question.table.name)
    else this.#rows.add(`${question.table.name} ${question.id}`)
  }

  /** Whether what a pending command did may hang on this row. */
  mayHaveAsked(table: string, id: string): boolean {
    return !this.#knowsQuestions || this.#tables.has(table) || this.#rows.has(`${table} ${id}`)
  }

  forgetQuestions(complete: boolean): void {
    this.#tables.clear()
    this.#rows.clear()
    this.#knowsQuestions = complete
  }
}
