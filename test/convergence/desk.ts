import type Database from 'better-sqlite3'
import type { Bearer } from '#central/people/bearer.ts'
import { commands as present } from '#main/capabilities.ts'
import { CentralProblem } from '#main/sync/central-client.ts'
import { createSyncStore } from '#main/sync/create-sync-store.ts'
import { Exchange } from '#main/sync/exchange.ts'
import { Outbox } from '#main/sync/outbox.ts'
import { putStagedSql } from '#main/sync/shadow-sql.ts'
import type { SyncPort } from '#main/sync/sync-call.ts'
import type { CompletePull, SyncStore } from '#main/sync/sync-store.ts'
import { syncedTables } from '#main/sync/synced-tables.ts'
import { createCommandRunner, type CommandRunner } from '#main/workspace/run-command.ts'
import type { Command } from '#shared/foundation/command.ts'
import { RefusedError, type Outcome } from '#shared/foundation/outcome.ts'
import type { Person } from '#shared/people/enrolment.ts'
import { DeskChecks } from './desk-checks.ts'
import type { DeskFile } from './desk-file.ts'
import { nextVersion } from './next-version.ts'
import type { PlantedBug } from './planted-bugs.ts'
import type { Answered, PersonAtServer, Server } from './server.ts'
import { must } from './violation.ts'

/** A call of the desk that the network has not brought to the server or back yet. */
export interface Waiting {
  readonly path: string
  readonly body: unknown
  readonly resolve: (answer: Answered) => void
  readonly reject: (error: CentralProblem) => void
}

export interface DeskParts {
  readonly name: string
  readonly file: DeskFile
  readonly server: Server
  readonly newId: () => string
  readonly plant: PlantedBug | null
}

const next = new Map([...present].map(([name, command]) => [name, nextVersion(command)]))
const LIMITS = { commands: 3, bytes: 1_000_000 }

/** The real desk: workspace file, runner, outbox, sync store and exchange. What stands between it and the server is the test's. */
export class Desk {
  readonly name: string
  readonly file: DeskFile
  person!: PersonAtServer
  bearer!: Bearer
  store!: SyncStore
  checks!: DeskChecks
  waiting: Waiting | null = null
  /** The round under way. */
  running = false
  problem: string | null = null
  /** Commands it accepted that leave the desk. */
  readonly given = new Set<string>()
  /** It is a copy or was copied: each of the two may lack what the other had sent. */
  lostHistory = false
  /** It runs the next version of the program. */
  upgraded = false
  signedOut = false
  clockSkew = 0
  /** How many rows it asks for at once. */
  pageRows = 50
  /** The disk is full at this many commands done again. */
  fullAfter: number | null = null
  readonly past: { readonly path: string; readonly answer: Answered }[] = []
  readonly #parts: DeskParts
  #runner!: CommandRunner
  #outbox!: Outbox
  #exchange = new Exchange()
  #generation = 0
  #delivered: Answered | null = null
  #time = Date.parse('2026-11-25T00:00:00.000Z')

  constructor(parts: DeskParts) {
    this.#parts = parts
    this.name = parts.name
    this.file = parts.file
    this.#start()
  }

  get db(): Database.Database {
    return this.file.db
  }

  connect(person: PersonAtServer, bearer: Bearer): void {
    this.person = person
    this.bearer = bearer
    this.store.connect({ address: 'https://central.test', clientId: bearer.clientId, person: this.#asPerson() }, this.#now())
    this.checks.linked()
  }

  /** Nothing of it goes on. */
  stop(): void {
    this.#generation += 1
    this.running = false
    this.waiting = null
    this.#exchange = new Exchange()
  }

  give(name: string, input: unknown, batchId: string | null = null): { readonly id: string; readonly outcome: Outcome<unknown> } {
    const command = this.#commands.get(name)
    if (command === undefined) throw new Error(name)
    const id = this.#parts.newId()
    const actor = this.#outbox.actor ?? { id: 'local', name: '' }
    const { outcome } = this.#runner.run(command, { id, input: command.operation.input.parse(input), actor, now: this.#now(), batchId })
    if (outcome.ok && this.checks.isPending(id)) {
      this.given.add(id)
      this.#parts.server.expectedIds.add(id)
    }
    return { id, outcome }
  }

  /**
   * Loses power: in the middle of a command where one is said. Nothing that was answered may be gone.
   * @param reopens closes the file and opens it anew; otherwise what was not committed is rolled back, which is all that SQLite finds in it
   */
  crash(reopens: boolean, inTheMiddleOf?: () => void): void {
    const before = this.checks.unanswered().map(({ id }) => id)
    if (inTheMiddleOf !== undefined) {
      this.db.exec('BEGIN IMMEDIATE')
      const given = new Set(this.given)
      inTheMiddleOf()
      for (const id of this.given) if (!given.has(id)) this.given.delete(id)
    }
    this.stop()
    if (reopens) this.file.reopen()
    else if (this.db.inTransaction) this.db.exec('ROLLBACK')
    this.#start()
    must('I13', JSON.stringify(this.checks.unanswered().map(({ id }) => id)) === JSON.stringify(before), () => `${this.name} has another outbox after a crash`)
    if (reopens) must('I13', this.db.pragma('integrity_check', { simple: true }) === 'ok', () => `${this.name}’s file is damaged`)
    this.check('after a crash')
  }

  /** Is ended, and begins again as the next version of the program, with the outbox that it had. */
  upgrade(): void {
    this.stop()
    this.upgraded = true
    this.#start()
    this.check('after an upgrade')
  }

  /** A second desk with the same file. */
  copy(name: string, file: DeskFile): Desk {
    file.copyOf(this.file)
    const copy = new Desk({ ...this.#parts, name, file })
    if (this.upgraded) copy.upgrade()
    copy.person = this.person
    copy.bearer = this.bearer
    copy.clockSkew = this.clockSkew
    copy.pageRows = this.pageRows
    for (const id of this.given) copy.given.add(id)
    copy.checks.base = this.checks.base
    copy.checks.cursors = new Map(this.checks.cursors)
    copy.lostHistory = this.lostHistory
    return copy
  }

  async signInAgain(): Promise<void> {
    const clientId = this.store.standing()?.clientId ?? ''
    if (clientId !== this.bearer.clientId) this.bearer = await this.#parts.server.enrol(this.person, clientId)
    this.meet()
    this.signedOut = false
  }

  /** With a new access token comes who the person is now. */
  meet(): void {
    this.store.setPerson(this.#asPerson())
  }

  startRound(): void {
    this.running = true
    this.problem = null
    const generation = this.#generation
    const round = this.#exchange.round({
      store: this.#port(generation),
      session: { call: (path, body, schema) => this.#call(path, body).then((answer) => {
        const parsed = schema.parse(answer.body)
        this.#delivered = answer
        return parsed
      }) },
      surroundings: { newId: this.#parts.newId, programVersion: 'test', now: () => this.#now() } as never,
      signal: new AbortController().signal,
      touched: () => undefined,
      changed: () => undefined,
      loading: () => undefined,
    })
    round.then(() => this.#ended(generation, null), (error: unknown) => this.#ended(generation, error))
  }

  /** A violation or bug that came up inside of a round. */
  failure: unknown = null

  /** @param where for the message */
  check(where: string): void {
    this.checks.check(where)
    this.#nothingLost(where)
  }

  #ended(generation: number, error: unknown): void {
    if (generation !== this.#generation) return
    this.running = false
    if (error === null) return
    if (error instanceof CentralProblem) {
      this.problem = error.code
      if (error.code === 'client.foreign' || error.code === 'session.ended') this.signedOut = true
    } else if (error instanceof RefusedError && error.refusal.code === 'disk.full') this.problem = 'disk.full'
    else this.failure = error
  }

  get #commands(): ReadonlyMap<string, Command> {
    return this.upgraded ? next : present
  }

  #call(path: string, given: unknown): Promise<Answered> {
    const body = JSON.parse(JSON.stringify(given)) as object
    return new Promise((resolve, reject) => {
      this.waiting = { path, body: path.endsWith('/pull') ? { ...body, maximumRows: this.pageRows } : body, resolve, reject }
    })
  }

  #start(): void {
    this.#outbox = new Outbox(this.db)
    if (this.#parts.plant === 'asked-rows-slip-in') Object.assign(this.#outbox, { mayHaveAsked: () => false })
    this.#runner = createCommandRunner(this.db, this.#outbox)
    const runner: CommandRunner = {
      run: (command, call) => this.#runner.run(command, call),
      redo: (command, call) => {
        if (this.fullAfter !== null && (this.fullAfter -= 1) < 0) throw new RefusedError('disk.full', 'no space is left on the disk')
        return this.#runner.redo(command, call)
      },
    }
    this.store = createSyncStore({ db: this.db, outbox: this.#outbox, runner, commands: this.#commands, newId: this.#parts.newId })
    const earlier = this.checks as DeskChecks | undefined
    this.checks = new DeskChecks(this.name, this.db, this.#commands, earlier)
  }

  /** The store as the exchange has it, each call looked at. */
  #port(generation: number): SyncPort {
    const { store } = this
    const port: Record<string, unknown> = {}
    for (const method of Object.keys(store) as (keyof SyncStore)[]) {
      port[method] = async (...given: readonly unknown[]) => {
        if (generation !== this.#generation) throw new Error('the desk is not there any more')
        if (method === 'apply') return this.#apply(given[0] as CompletePull)
        if (method === 'stage') return this.#stage(...(given as Parameters<SyncStore['stage']>))
        if (method === 'nextBatch') return store.nextBatch(LIMITS)
        const renumbers = method === 'takeNewIdentity' || method === 'requeueAfter'
        const ended = renumbers ? this.checks.ended() : []
        const result = (store[method] as (...given: readonly unknown[]) => unknown)(...given)
        if (renumbers) {
          this.checks.goAgain(ended)
          this.check(`after ${method}`)
        }
        return result
      }
    }
    return port as unknown as SyncPort
  }

  #stage(...given: Parameters<SyncStore['stage']>): boolean {
    const before = this.checks.rows()
    const written = this.checks.written()
    const staged = this.store.stage(...given)
    if (this.#parts.plant === 'pages-before-complete' && staged) this.#outbox.withoutCapture(() => {
      for (const table of syncedTables) for (const statement of putStagedSql(table)) this.db.prepare(statement).run()
    })
    const [, data] = given
    // Where no more was written than the page has rows, all of it was kept aside.
    if (this.checks.written() - written === data.reduce((sum, { put, remove }) => sum + put.length + remove.length, 0)) this.checks.stillAre(before)
    else this.checks.unchanged('I5', 'a page that was kept', before)
    return staged
  }

  #apply(pull: CompletePull): readonly string[] {
    const before = this.checks.unanswered()
    const rows = this.fullAfter === null ? undefined : this.checks.rows()
    if (this.#parts.plant === 'no-restore') this.db.prepare('DELETE FROM "_shadow"').run()
    let touched: readonly string[]
    try {
      touched = this.store.apply(pull)
    } catch (error) {
      if (rows !== undefined) this.checks.unchanged('I5', 'an apply that failed', rows)
      this.check('after an apply that failed')
      throw error
    } finally {
      this.fullAfter = null
    }
    const oracle = this.#delivered?.oracle
    must('bug', oracle !== null && oracle !== undefined, () => `${this.name} applied what was not complete`)
    if (oracle != null && this.store.standing()?.cursor === pull.complete.cursor) {
      for (const [id, how] of this.checks.applied(pull, before, oracle.all, oracle.territories)) this.#parts.server.hadItsEnd(id, how)
    }
    this.check('after an apply')
    return touched
  }

  /** What was given is pending, or has had an answer. */
  #nothingLost(where: string): void {
    const pending = new Set(this.checks.unanswered().map(({ id }) => id))
    for (const id of this.given) must('I10', pending.has(id) || this.#parts.server.lastAnswered.has(id), () => `${this.name} ${where}: ${id} is gone and was never answered`)
  }

  #asPerson(): Person {
    const { id, name, role } = this.person
    return { userId: id, name, email: `${id}@lira.test`, role, tenantId: this.bearer.tenantId, tenantName: 'Lira Financial' }
  }

  #now(): string {
    this.#time += 1_000
    return new Date(this.#time + this.clockSkew).toISOString()
  }
}
