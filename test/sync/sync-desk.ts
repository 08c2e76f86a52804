import { rmSync } from 'node:fs'
import type Database from 'better-sqlite3'
import type { z } from 'zod'
import { commands } from '#main/capabilities.ts'
import { createSyncStore } from '#main/sync/create-sync-store.ts'
import { Outbox } from '#main/sync/outbox.ts'
import { restoreShadowsSql } from '#main/sync/shadow-sql.ts'
import type { SyncStore } from '#main/sync/sync-store.ts'
import { sharedRow, syncedTables } from '#main/sync/synced-tables.ts'
import { openForWriting } from '#main/workspace/open.ts'
import { createCommandRunner, type CommandRunner } from '#main/workspace/run-command.ts'
import { selectRows } from '#main/workspace/rows.ts'
import type { CommandOperation } from '#shared/foundation/operation.ts'
import type { Outcome } from '#shared/foundation/outcome.ts'
import type { Person } from '#shared/people/enrolment.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { commandOf } from '#test/foundation/desk.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'
import { onTestFinished } from 'vitest'
import type { FakeCentral } from './fake-central.ts'

type Row = Readonly<Record<string, unknown>>
export const NOW = '2026-11-25T01:02:03.004Z'
export const ADDRESS = 'https://central.test'

export function buildPerson(over: Partial<Person> = {}): Person {
  return { userId: nextId(), name: 'Aiko Mori', email: 'aiko@lira.test', role: 'channelManager', tenantId: '01990000-0000-7000-8000-000000000001', tenantName: 'Lira Financial', ...over }
}

/** A workspace file with what the writer's thread has around it, synced by hand: every step of an exchange is the test's. */
export class SyncDesk {
  readonly directory: string
  db!: Database.Database
  store!: SyncStore
  runner!: CommandRunner
  /** The desk's own clock, right or wrong. */
  now: () => string = () => NOW
  #outbox!: Outbox

  constructor(directory = temporaryWorkspace()) {
    this.directory = directory
    this.open()
    onTestFinished(() => {
      this.db.close()
    })
  }

  /** Before the test is over: a property test has many. */
  discard(): void {
    this.db.close()
    rmSync(this.directory, { recursive: true, force: true })
  }

  open(): void {
    this.db = openForWriting(this.directory)
    this.#outbox = new Outbox(this.db)
    this.runner = createCommandRunner(this.db, this.#outbox)
    this.store = createSyncStore({ db: this.db, outbox: this.#outbox, runner: this.runner, commands, newId: nextId })
  }

  /** As after a crash: nothing is left but the file. */
  reopen(): void {
    this.db.close()
    this.open()
  }

  connect(person: Person = buildPerson()): this {
    this.store.connect({ address: ADDRESS, clientId: nextId(), person }, NOW)
    return this
  }

  give<Op extends CommandOperation>(operation: Op, input: z.input<Op['input']>, batchId: string | null = null, id = nextId()): Outcome<z.output<Op['output']>> {
    const call = { id, input: operation.input.parse(input), actor: this.#outbox.actor ?? { id: 'local', name: '' }, now: this.now(), batchId }
    return this.runner.run(commandOf(operation), call).outcome as Outcome<never>
  }

  async push(central: FakeCentral, limit = 200): Promise<void> {
    const { clientId, commands: sent } = this.store.nextBatch({ commands: limit, bytes: 1_000_000 })
    if (sent.length === 0) return
    const { results, epoch } = await central.push({ clientId, commands: [...sent] })
    this.store.recordAnswers(results, epoch)
  }

  async pull(central: FakeCentral): Promise<readonly string[]> {
    const begun = this.store.beginPull()
    let answer = await central.pull({ ...begun, token: null })
    const { reset } = answer
    this.store.stage(begun.requestId, answer.data)
    while (answer.token !== null) {
      answer = await central.pull({ ...begun, token: answer.token })
      this.store.stage(begun.requestId, answer.data)
    }
    if (answer.complete === null) throw new Error('the last page completes the pull')
    return this.store.apply({ requestId: begun.requestId, reset, epoch: answer.epoch, complete: answer.complete, now: NOW })
  }

  async sync(central: FakeCentral): Promise<void> {
    while (this.pending() > 0) await this.push(central)
    await this.pull(central)
  }

  pending(): number {
    return this.db.prepare(`SELECT count(*) FROM "_outbox" WHERE "state" = 'pending'`).pluck().get() as number
  }

  unanswered(): readonly { seq: number; id: string; previous: string | null }[] {
    return this.db.prepare(`SELECT "seq", "id", "previous" FROM "_outbox" WHERE "state" <> 'acked' ORDER BY "seq"`).all() as never
  }

  /** What desks share, by table and id. */
  rows(): ReadonlyMap<string, readonly Row[]> {
    return new Map(syncedTables.map((table) => [table.name, selectRows(this.db, table, `WHERE ${sharedRow(table)} ORDER BY "id"`) as readonly Row[]]))
  }

  shadows(): ReadonlySet<string> {
    return new Set(this.db.prepare(`SELECT "tbl" || ' ' || "pk" FROM "_shadow"`).pluck().all() as string[])
  }

  /** The server's rows as this desk knows them, and those with the pending commands done again. */
  replayed(): { readonly base: ReadonlyMap<string, readonly Row[]>; readonly live: ReadonlyMap<string, readonly Row[]> } {
    let base: ReadonlyMap<string, readonly Row[]> = new Map()
    let live = base
    const undo = new Error('undo')
    try {
      this.db.transaction(() => {
        this.db.prepare('UPDATE "_sync" SET "capture" = 0').run()
        for (const table of syncedTables) for (const statement of restoreShadowsSql(table)) this.db.prepare(statement).run()
        base = this.rows()
        for (const { id, name, input, issuedAt, batchId } of this.db.prepare(`SELECT * FROM "_outbox" WHERE "state" <> 'acked' ORDER BY "seq"`).all() as { id: string; name: string; input: string; issuedAt: string; batchId: string | null }[]) {
          const command = commands.get(name)
          if (command === undefined) throw new Error(name)
          try {
            this.runner.redo(command, { id, input: JSON.parse(input), actor: this.#outbox.actor ?? { id: '', name: '' }, now: issuedAt, batchId })
          } catch {
            // As at apply: it is sent all the same.
          }
        }
        live = this.rows()
        throw undo
      })()
    } catch (error) {
      if (error !== undo) throw error
    }
    return { base, live }
  }
}
