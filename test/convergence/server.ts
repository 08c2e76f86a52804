import type { Central } from '#central/central.ts'
import { renewEpoch, createTenant } from '#central/people/tenants.ts'
import type { Bearer } from '#central/people/bearer.ts'
import { ApiError } from '#central/foundation/api-error.ts'
import { JournalBook } from '#central/store/journal-book.ts'
import { runCommand } from '#central/store/run-command.ts'
import type { Session, Store } from '#central/store/store.ts'
import { commandRegistry } from '#central/sync/command-registry.ts'
import { compactChanges } from '#central/sync/compact-changes.ts'
import { digest } from '#central/sync/digest.ts'
import { hello } from '#central/sync/hello.ts'
import { pull } from '#central/sync/pull.ts'
import { push } from '#central/sync/push.ts'
import { RuleSets } from '#central/assignment/rule-sets.ts'
import { TenantNews } from '#central/sync/tenant-news.ts'
import type { Command } from '#shared/foundation/command.ts'
import type { Role } from '#shared/people/role.ts'
import { digestSchema, helloSchema, pullSchema, pushSchema, type CommandResult, type PullAnswer, type Push, type PushAnswer } from '#shared/sync/messages.ts'
import type { CentralDatabase, TenantCopy } from './central-database.ts'
import { askServer, type Oracle } from './oracle.ts'
import { asNextVersionSends, nextVersion } from './next-version.ts'
import type { PlantedBug } from './planted-bugs.ts'
import type { Random } from './random.ts'
import { must } from './violation.ts'

export interface PersonAtServer {
  readonly id: string
  readonly name: string
  role: Role
  territories: readonly string[]
}

export interface DatabaseFault {
  /** Before which query of a transaction; `commit`: instead of the commit; `committed`: after it, as when the connection is lost. */
  readonly at: number | 'commit' | 'committed'
  readonly code: string
  times: number
}

interface Terminal {
  readonly status: CommandResult['status']
  readonly code: string | null
}

/** What went wrong between, as a desk is told it. */
export class HttpFailure extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string) {
    super(`${status} ${code}`)
    this.status = status
    this.code = code
  }
}

export interface Answered {
  readonly body: unknown
  /** With the last page of a pull: what the server had then, and who was to see what. */
  readonly oracle: { readonly all: Oracle; readonly territories: readonly string[] } | null
}

interface SavedServer {
  readonly tenant: TenantCopy
  readonly runs: readonly string[]
  readonly answers: ReadonlyMap<string, Terminal>
}

/** The real central API's functions on one tenant, with a database that may fail, and a book of what was run and answered. */
export class Server {
  tenantId = ''
  readonly people: PersonAtServer[] = []
  readonly poison = new Set<string>()
  /** Commands in the order in which their runs were committed. */
  runs: string[] = []
  #ran = new Set<string>()
  answers = new Map<string, Terminal>()
  /** The last of each, in whatever epoch. */
  readonly lastAnswered = new Map<string, CommandResult['status']>()
  readonly expectedIds = new Set<string>()
  fault: DatabaseFault | null = null
  restored = false
  upgraded = false
  readonly #registry: Map<string, Command>
  readonly #database: CentralDatabase
  readonly #store: Store
  readonly #central: Central
  readonly #random: Random
  readonly #plant: PlantedBug | null
  readonly #held: number[] = []
  #time = Date.parse('2026-11-25T00:00:00.000Z')
  #changes = 0
  #oracle: { readonly at: number; readonly oracle: Oracle } | undefined

  constructor(database: CentralDatabase, random: Random, plant: PlantedBug | null) {
    this.#database = database
    this.#store = database.store
    this.#random = random
    this.#plant = plant
    this.#registry = new Map([...commandRegistry].map(([name, command]) => [name, this.#watched(command)]))
    this.#central = { store: this.#failing(), registry: this.#registry, news: new TenantNews(), ruleSets: new RuleSets(), clock: () => this.#now(), seal: Buffer.alloc(32, 7), company: null, log: () => undefined }
  }

  async open(): Promise<void> {
    await this.#database.makeRoom()
    this.tenantId = (await this.#store.transaction({ as: 'registrar' }, (session) => createTenant(session, 'Lira Financial', this.#now()))).id
  }

  async addPerson(role: Role, territories: readonly string[]): Promise<PersonAtServer> {
    const person: PersonAtServer = { id: this.#random.id(), name: `Person ${this.people.length}`, role, territories }
    await this.#store.transaction({ as: 'registrar' }, (session) => session.query(
      'INSERT INTO "person" ("tenantId", "id", "name", "email", "role", "territories", "createdAt") VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [this.tenantId, person.id, person.name, `${person.id}@lira.test`, role, territories, this.#now()]))
    this.people.push(person)
    return person
  }

  /** As after enrolling: a desk's identity, signed in. */
  async enrol(person: PersonAtServer, clientId: string): Promise<Bearer> {
    const deviceId = this.#random.id()
    await this.#store.transaction({ as: 'registrar' }, (session) => session.query(
      'INSERT INTO "device" ("tenantId", "id", "personId", "clientId", "name", "createdAt") VALUES ($1, $2, $3, $4, $5, $6)',
      [this.tenantId, deviceId, person.id, clientId, 'desk', this.#now()]))
    return { tenantId: this.tenantId, personId: person.id, deviceId, clientId }
  }

  async setPerson(person: PersonAtServer, role: Role, territories: readonly string[]): Promise<void> {
    await this.#store.transaction({ as: 'registrar' }, (session) => session.query('UPDATE "person" SET "role" = $3, "territories" = $4 WHERE "tenantId" = $1 AND "id" = $2', [this.tenantId, person.id, role, territories]))
    Object.assign(person, { role, territories })
  }

  /** From now on it is the next version of the program. */
  upgrade(): void {
    if (this.upgraded) return
    this.upgraded = true
    for (const [name, command] of this.#registry) this.#registry.set(name, nextVersion(command))
  }

  /** A request of a desk. Throws HttpFailure. */
  async handle(path: string, body: unknown, bearer: Bearer): Promise<Answered> {
    try {
      switch (path) {
        case '/sync/v1/push':
          return { body: await this.#push(pushSchema.parse(structuredClone(body)), bearer), oracle: null }
        case '/sync/v1/pull': {
          const sent = JSON.parse(await pull(this.#central, bearer, pullSchema.parse(body))) as PullAnswer
          const answer = this.upgraded ? asNextVersionSends(sent) : sent
          if (answer.complete === null) return { body: answer, oracle: null }
          for (const result of answer.complete.results) this.#note(result)
          return { body: answer, oracle: { all: await this.look(), territories: this.people.find(({ id }) => id === bearer.personId)?.territories ?? [] } }
        }
        case '/sync/v1/hello':
          return { body: await hello(this.#central, bearer, helloSchema.parse(body)), oracle: null }
        case '/sync/v1/digest':
          return { body: await digest(this.#central, bearer, digestSchema.parse(body)), oracle: null }
        default:
          throw new Error(`nobody answers ${path}`)
      }
    } catch (error) {
      if (error instanceof ApiError) throw new HttpFailure(error.status, error.refusal.code)
      if (this.fault !== null) throw new HttpFailure(503, 'server.busy')
      throw error
    } finally {
      this.fault = null
    }
  }

  /** Everything, as the database has it now. */
  async look(): Promise<Oracle> {
    if (this.#oracle?.at !== this.#changes) this.#oracle = { at: this.#changes, oracle: await askServer(this.#store, this.tenantId) }
    return this.#oracle.oracle
  }

  query<R extends object>(sql: string): Promise<readonly R[]> {
    return this.#store.transaction({ tenantId: this.tenantId, snapshot: true }, (session) => session.query<R>(sql))
  }

  /** An administrator begins a change that is committed later. */
  async beginAdministering(): Promise<void> {
    if (this.#plant !== 'version-at-begin') return
    const [row] = await this.#store.transaction({ tenantId: this.tenantId }, (session) => session.query<{ v: number }>('UPDATE "sync_tenant" SET "v" = "v" + 1 RETURNING "v"'))
    this.#held.push(row?.v ?? 0)
  }

  /** Commands of an administrator, in one transaction at the server. */
  async administer(...given: readonly { readonly name: string; readonly input: unknown; readonly id?: string }[]): Promise<void> {
    const held = this.#held.shift()
    await this.#central.store.transaction({ tenantId: this.tenantId }, async (session) => {
      if (held !== undefined) await session.query(`SELECT set_config('sync.version', $1, true)`, [`${this.tenantId}:${held}`])
      const book = new JournalBook(session)
      for (const { name, input, id = this.#random.id() } of given) {
        const command = this.#central.registry.get(name)
        if (command === undefined) throw new Error(name)
        this.expectedIds.add(id)
        await runCommand(book, command, { id, input: command.operation.input.parse(input), actor: { id: 'administrator', name: 'Administrator' }, now: this.#now(), batchId: null, scopes: 'all', mayGive: () => true })
      }
      await book.flush()
    })
  }

  async compact(raiseFloor: boolean): Promise<void> {
    const [version] = await this.query<{ v: number }>('SELECT "v" FROM "sync_tenant"')
    const v = version?.v ?? 0
    const upTo = this.#random.chance(0.6) ? v : this.#random.below(v + 1)
    const floor = raiseFloor ? this.#random.below(v + 1) : 0
    if (this.#plant !== 'compaction-forgets-scopes') await this.#store.transaction({ tenantId: this.tenantId }, (session) => compactChanges(session, this.tenantId, { upTo, floor }))
    else await this.#store.transaction({ tenantId: this.tenantId }, (session) => session.query(
      'DELETE FROM "sync_change" c USING "sync_change" newer WHERE c."v" <= $1 AND newer."v" <= $1 AND newer."tbl" = c."tbl" AND newer."pk" = c."pk" AND (newer."v", newer."n") > (c."v", c."n")', [upTo]))
  }

  async save(): Promise<SavedServer> {
    return { tenant: await this.#database.copyTenant(this.tenantId), runs: [...this.runs], answers: new Map(this.answers) }
  }

  /** An earlier copy is put back, as from a backup. */
  async restore({ tenant, runs, answers }: SavedServer): Promise<void> {
    await this.#database.restoreTenant(this.tenantId, tenant)
    await renewEpoch(this.#store, this.tenantId)
    this.runs = [...runs]
    this.#ran = new Set(runs)
    this.answers = new Map(answers)
    this.restored = true
    this.#changes += 1
  }

  async #push(message: Push, bearer: Bearer): Promise<PushAnswer> {
    if (this.#plant === 'no-dedup') await this.#runAgain(message, bearer)
    const failing = this.fault !== null
    const answer = this.#plant === 'refusal-keeps-seq' ? await this.#pushForgetting(message, bearer) : await push(this.#central, bearer, message)
    for (const result of answer.results) {
      this.#note(result)
      must('I14', !failing || result.status !== 'quarantined' || this.poison.has(result.id), () => `${result.id} was ended by a passing fault: ${JSON.stringify(result)}`)
    }
    return answer
  }

  #note({ id, status, code }: CommandResult): void {
    must('I14', status !== 'quarantined' || this.poison.has(id), () => `${id} was set aside, and nothing is wrong with it`)
    const earlier = this.answers.get(id)
    must('I6', earlier === undefined || (earlier.status === status && earlier.code === code), () => `${id} is answered ${status} ${code ?? ''}, and was answered ${earlier?.status ?? ''} ${earlier?.code ?? ''}`)
    this.answers.set(id, { status, code })
    this.hadItsEnd(id, status)
  }

  /** A pull may tell it too: what is in its rows was applied. */
  hadItsEnd(id: string, status: CommandResult['status']): void {
    this.lastAnswered.set(id, status)
  }

  /** Planted: a server that does not know a command again. */
  async #runAgain(message: Push, bearer: Bearer): Promise<void> {
    const [client] = await this.query<{ lastSeq: number }>(`SELECT "lastSeq" FROM "sync_client" WHERE "clientId" = '${bearer.clientId}'`)
    const person = this.people.find(({ id }) => id === bearer.personId)
    for (const { seq, name, input } of message.commands) {
      const command = this.#central.registry.get(name)
      if (command === undefined || seq > (client?.lastSeq ?? 0)) continue
      await this.#central.store.transaction({ tenantId: this.tenantId }, async (session) => {
        const book = new JournalBook(session)
        await runCommand(book, command, { id: this.#random.id(), input: command.operation.input.parse(input), actor: { id: bearer.personId, name: person?.name ?? '' }, now: this.#now(), batchId: null, scopes: 'all', mayGive: () => true })
        await book.flush()
      }).catch(() => undefined)
    }
  }

  /** Planted: a server that rolls back with a refused command what it knows of its number. */
  async #pushForgetting(message: Push, bearer: Bearer): Promise<PushAnswer> {
    let last: PushAnswer | undefined
    const results: CommandResult[] = []
    for (const command of message.commands) {
      last = await push(this.#central, bearer, { ...message, commands: [command] })
      results.push(...last.results)
      if (last.stop !== null) break
      if (last.results.every(({ status }) => status !== 'refused')) continue
      await this.#store.asOwner((session) => session.query('DELETE FROM "sync_command" WHERE "tenantId" = $1 AND "clientId" = $2 AND "seq" = $3', [this.tenantId, bearer.clientId, command.seq]))
      await this.#store.asOwner((session) => session.query('UPDATE "sync_client" SET "lastSeq" = $3, "lastCommand" = $4 WHERE "tenantId" = $1 AND "clientId" = $2', [this.tenantId, bearer.clientId, command.seq - 1, command.previous]))
      break
    }
    return { ...(last ?? (await push(this.#central, bearer, message))), results }
  }

  /** Counts the runs of a command, and breaks where it is poison. */
  #watched(command: Command): Command {
    const { poison } = this
    const ended = (id: string, asked: boolean): void => {
      this.#running.push(id)
      if (!asked) this.#askedNothing.add(id)
    }
    const run = function* (input: never, context: Parameters<Command['run']>[1]) {
      if (poison.has(context.commandId)) throw new TypeError('poison')
      const steps = command.run(input, context)
      const first = steps.next()
      let step = first
      while (step.done !== true) step = steps.next(yield step.value)
      ended(context.commandId, first.done !== true)
      return step.value
    } as Command['run']
    return { ...command, run }
  }

  #running: string[] = []
  /** A push starts each command to see what it will ask. One that asks nothing is at its end then, whether or not it is run. */
  #askedNothing = new Set<string>()

  /** The store, with runs counted as they are committed, and faults where they are wanted. */
  #failing(): Store {
    const store = this.#store
    const failure = (code: string): Error => Object.assign(new Error(`fault ${code}`), this.#plant === 'transient-is-permanent' ? {} : { code })
    return {
      ...store,
      transaction: async (options, work) => {
        const fault = this.fault
        this.#running = []
        this.#askedNothing = new Set()
        let mark = 0
        let queries = 0
        let stuck = ''
        const result = await store.transaction(options, async (session) => {
          const watched: Session = {
            query: async (sql, values) => {
              queries += 1
              if (fault !== null && fault.times > 0 && (queries === fault.at || sql === stuck)) {
                if (this.#plant === 'transient-is-permanent') stuck = sql
                else fault.times -= 1
                await session.query('SELECT nothing').catch(() => undefined)
                throw failure(fault.code)
              }
              return session.query(sql, values)
            },
            script: async (sql) => {
              await session.script(sql)
              if (sql.startsWith('SAVEPOINT')) mark = this.#running.length
              if (sql.startsWith('ROLLBACK TO')) this.#running.length = mark
            },
          }
          const done = await work(watched)
          await this.#forgetForeseen(session)
          if (fault !== null && fault.times > 0 && fault.at === 'commit') {
            fault.times -= 1
            throw failure(fault.code)
          }
          return done
        })
        // A command may have been begun before only to see what it will ask.
        this.#committed(this.#running.filter((id, at, all) => all.lastIndexOf(id) === at))
        if (fault !== null && fault.times > 0 && fault.at === 'committed') {
          fault.times -= 1
          throw failure(fault.code)
        }
        return result
      },
    }
  }

  async #forgetForeseen(session: Session): Promise<void> {
    if (this.#askedNothing.size === 0) return
    const kept = await session.query<{ id: string }>('SELECT "id" FROM "journal" WHERE "id" = ANY($1::text[])', [[...this.#askedNothing]])
    const run = new Set(kept.map(({ id }) => id))
    this.#running = this.#running.filter((id) => !this.#askedNothing.has(id) || run.has(id))
  }

  #committed(ids: readonly string[]): void {
    if (ids.length === 0) return
    this.#changes += 1
    for (const id of ids) {
      must('I6', !this.#ran.has(id), () => `${id} was run twice`)
      this.#ran.add(id)
      this.runs.push(id)
    }
  }

  #now(): string {
    this.#time += 1_000
    return new Date(this.#time).toISOString()
  }
}
