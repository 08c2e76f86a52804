import { CentralProblem } from '#main/sync/central-client.ts'
import { roles } from '#shared/people/role.ts'
import { checkAtRest } from './check-at-rest.ts'
import type { CentralDatabase } from './central-database.ts'
import { CommandGiver } from './command-giver.ts'
import { Desk } from './desk.ts'
import type { Ground } from './ground.ts'
import type { PlantedBug } from './planted-bugs.ts'
import { Random } from './random.ts'
import { HttpFailure, Server, type Answered, type DatabaseFault } from './server.ts'
import { shortened } from './shortened.ts'
import { must, Violation } from './violation.ts'

export interface Replay {
  readonly seed: number
  /** What happened, in order. */
  readonly steps: readonly string[]
  readonly violation: string | null
  readonly counts: Readonly<Record<string, number>>
}

export interface ReplayOptions {
  readonly plant?: PlantedBug | null
  /** How many things happen; some sixty to hundred and twenty where it is not said. */
  readonly length?: number | null
  /** Also where nothing is violated. */
  readonly keepsSteps?: boolean
}

/** One seed: people, desks, a server and some hundred things that happen to them; then everybody comes to rest. */
export async function replay(seed: number, database: CentralDatabase, ground: Ground, { plant = null, length = null, keepsSteps = false }: ReplayOptions = {}): Promise<Replay> {
  const world = new World(seed, database, ground, plant, length)
  const remove = plant === 'old-scope-not-logged' ? await database.forgetOldScopes() : undefined
  let violation: string | null = null
  try {
    await world.run()
  } catch (error) {
    violation = error instanceof Violation ? error.message : `bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  } finally {
    await remove?.()
    world.close()
  }
  return { seed, violation, counts: world.counts, steps: keepsSteps || violation !== null ? world.steps : [] }
}

type Saved = Awaited<ReturnType<Server['save']>>

const MOST_ROUNDS = 12
const FAULT_CODES = ['40001', '40P01', '57014', '08006', 'ECONNRESET']

class World {
  readonly #steps: (string | (() => string))[] = []
  readonly counts: Record<string, number> = {}
  readonly #random: Random
  readonly #server: Server
  readonly #desks: Desk[] = []
  readonly #commands: CommandGiver
  readonly #ground: Ground
  readonly #plant: PlantedBug | null
  readonly #length: number
  /** Requests that nobody waits for any more. */
  readonly #late: { readonly path: string; readonly body: unknown; readonly desk: Desk }[] = []
  #saved: Saved | null = null
  #administering = 0

  constructor(seed: number, database: CentralDatabase, ground: Ground, plant: PlantedBug | null, length: number | null) {
    this.#plant = plant
    this.#ground = ground
    this.#random = new Random(seed)
    this.#length = length ?? 60 + this.#random.below(61)
    this.#server = new Server(database, this.#random, plant)
    this.#commands = new CommandGiver(this.#random)
  }

  /** What happened, told when it is asked for: most seeds are well. */
  get steps(): readonly string[] {
    return this.#steps.map((step) => (typeof step === 'string' ? step : step()))
  }

  close(): void {
    for (const desk of this.#desks) {
      desk.stop()
      this.#ground.giveBack(desk.file)
    }
  }

  async run(): Promise<void> {
    await this.#begin()
    for (let step = 0; step < this.#length; step += 1) await this.#step()
    await this.#heal()
    const { rows } = await checkAtRest(this.#server, this.#desks)
    this.#steps.push(() => ['in the end the server has', ...[...rows].map(([key, row]) => `  ${key} ${row}`).toSorted()].join('\n'))
  }

  async #begin(): Promise<void> {
    const random = this.#random
    const server = this.#server
    await server.open()
    const [root, one, two, below] = [random.id(), random.id(), random.id(), random.id()]
    const territory = (id: string, code: string, parentId: string | null) => ({ name: 'territories.create', id, input: { code, name: code, parentId } })
    const derived = (id: string): string => id.slice(0, 24) + (BigInt(`0x${id.slice(24)}`) + 1n).toString(16).padStart(12, '0')
    await server.administer(
      territory(root, 'ROOT', null), territory(one, 'ONE', derived(root)), territory(two, 'TWO', derived(root)), territory(below, 'BELOW', derived(one)),
      ...['A', 'B'].map((code) => ({ name: 'partners.create', input: { code, name: `Partner ${code}`, type: 'reseller', country: 'JP', status: 'active' } })),
      ...[0, 1, 2, 3].map((at) => ({ name: 'leads.create', input: { company: `Company ${at}`, country: 'JP' } })),
    )
    const placed = [...(await server.look()).rows.keys()].filter((key) => key.startsWith('leads ')).map((key) => key.slice(6)).toSorted()
    await server.administer({ name: 'assignment.applyDecisions', input: this.#commands.move(placed.slice(0, 3), [one, two, below].map(derived)) })
    this.#commands.territories.push(...[root, one, two, below].map(derived))

    const manager = await server.addPerson('channelManager', [])
    const limited = await server.addPerson('channelManager', [derived(one)])
    const coordinator = await server.addPerson(random.pick(['onboardingCoordinator', 'approver']), [derived(two)])
    const people = [manager, limited, random.chance(0.4) ? limited : coordinator]
    for (const [at, person] of people.entries()) {
      const desk = new Desk({ name: `desk ${at}`, file: this.#ground.takeFile(), server, newId: random.id, plant: this.#plant })
      this.#desks.push(desk)
      desk.clockSkew = random.pick([0, 0, 86_400_000 * 365, -86_400_000 * 365])
      desk.connect(person, await server.enrol(person, random.id()))
      if (random.chance(0.8)) await this.#roundWithoutFaults(desk)
      desk.pageRows = random.weighted([[3, 3], [1, 7], [1, 20]])
    }
  }

  async #step(): Promise<void> {
    const random = this.#random
    const desk = random.pick(this.#desks)
    const happening = random.weighted<() => unknown>([
      [40, () => this.#give(desk)],
      [16, () => this.#start(desk)],
      [24, () => this.#deliver(desk)],
      [3, () => this.#crash(desk)],
      [2, () => this.#deliverLate()],
      [3, () => this.#administer()],
      [2, () => this.#changePerson()],
      [2, () => this.#compact()],
      [1, () => this.#saveOrRestore()],
      [1, () => this.#fork(desk)],
      [1, () => this.#meet(desk)],
      [1, () => this.#shiftClock(desk)],
      [1, () => this.#upgrade(desk)],
    ])
    await happening()
  }

  #give(desk: Desk): void {
    for (let more = 1 + this.#random.below(3); more > 0; more -= 1) {
      const { sentence, given } = this.#commands.give(desk)
      if (given !== null && given.outcome.ok && this.#random.chance(0.04)) {
        this.#server.poison.add(given.id)
        this.#note('poison', `${desk.name}: ${given.id} will break the server`)
      }
      this.#note(given === null ? 'nothing' : given.outcome.ok ? 'command' : 'refused here', `${desk.name}: ${sentence}${given === null ? '' : given.outcome.ok ? ` = ${given.id}` : `, refused: ${given.outcome.error.code}`}`)
    }
  }

  async #start(desk: Desk): Promise<void> {
    if (desk.running) return this.#deliver(desk)
    if (desk.signedOut) {
      await desk.signInAgain()
      this.#note('sign in', `${desk.name} signs in again`)
    }
    this.#note('round', `${desk.name} begins a round`)
    desk.startRound()
    await this.#settle(desk)
    if (!this.#random.chance(0.7)) return
    while (desk.running) {
      await this.#deliver(desk)
      if (this.#random.chance(0.15)) this.#give(desk)
    }
  }

  /** Lets the network do something about what a desk has asked. */
  async #deliver(desk: Desk): Promise<void> {
    const { waiting } = desk
    if (waiting === null) return
    const random = this.#random
    const { path, body } = waiting
    const what = path.slice(path.lastIndexOf('/') + 1)
    const fate = random.weighted([[74, 'well'], [6, 'request lost'], [6, 'answer lost'], [5, 'request twice'], [4, 'request late'], [5, 'older answer']] as const)
    let fault: DatabaseFault | null = null
    if (random.chance(0.06)) {
      fault = { at: random.pick(['commit', 'committed', 1 + random.below(12), 8 + random.below(16)] as const), code: random.pick(FAULT_CODES), times: 1 + random.below(4) }
      this.#note('database fault', `the database will fail: ${JSON.stringify(fault)}`)
    }
    if (random.chance(0.03)) desk.fullAfter = random.below(3)
    this.#note(`${what} ${fate}`, () => `${desk.name}: ${what} ${JSON.stringify(shortened(body))}: ${fate}`)
    const lost = (): void => {
      this.#answerWith(desk, new CentralProblem('sync.offline', fate))
    }
    const older = random.pick([...desk.past.filter((past) => past.path === path), null])
    if (fate === 'request lost' || fate === 'request late') {
      if (fate === 'request late') this.#late.push({ path, body, desk })
      lost()
    } else {
      let answer = await this.#ask(desk, path, body, fault)
      if (fate === 'request twice') {
        const again = await this.#ask(desk, path, body)
        if (random.chance(0.5)) answer = again
      }
      if (answer instanceof CentralProblem) this.#answerWith(desk, answer)
      else if (fate === 'answer lost') lost()
      else if (fate === 'older answer' && older !== null) this.#answerWith(desk, this.#older(older.answer, body))
      else {
        desk.past.push({ path, answer })
        this.#answerWith(desk, answer)
      }
    }
    await this.#settle(desk)
  }

  /** What a proxy had kept; a desk can tell it by its number and place, unless a bug is planted. */
  #older(answer: Answered, body: unknown): Answered {
    if (this.#plant !== 'stale-answer-accepted' || !('requestId' in (answer.body as object))) return answer
    const { requestId, token } = body as { requestId: number; token: string | null }
    return { ...answer, body: { ...(answer.body as object), requestId, after: token } }
  }

  async #ask(desk: Desk, path: string, body: unknown, fault: DatabaseFault | null = null): Promise<Answered | CentralProblem> {
    this.#server.fault = fault
    try {
      const answer = await this.#server.handle(path, body, desk.bearer)
      this.#steps.push(() => `    ${JSON.stringify(shortened(answer.body))}`)
      return answer
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error
      this.#steps.push(`    ${error.message}`)
      return new CentralProblem(error.status === 503 ? 'sync.busy' : error.code, error.message, { status: error.status })
    }
  }

  #answerWith(desk: Desk, answer: Answered | CentralProblem): void {
    const { waiting } = desk
    desk.waiting = null
    if (answer instanceof CentralProblem) waiting?.reject(answer)
    else waiting?.resolve(answer)
  }

  /** Until the desk asks again or has ended its round. */
  async #settle(desk: Desk): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    if (desk.failure !== null) throw desk.failure
    if (!desk.running && desk.problem !== null) this.#steps.push(`    ${desk.name} ends its round: ${desk.problem}`)
  }

  async #deliverLate(): Promise<void> {
    const [late] = this.#late.splice(this.#random.below(Math.max(1, this.#late.length)), 1)
    if (late === undefined) return
    this.#note('late request', () => `a late request of ${late.desk.name} comes: ${late.path} ${JSON.stringify(shortened(late.body))}`)
    await this.#ask(late.desk, late.path, late.body)
  }

  #crash(desk: Desk): void {
    const inTheMiddle = this.#random.chance(0.5)
    const reopens = this.#random.chance(0.03)
    this.#note(reopens ? 'crash, reopened' : 'crash', `${desk.name} crashes${inTheMiddle ? ' in the middle of a command' : ''}`)
    desk.crash(reopens, inTheMiddle ? () => this.#commands.give(desk) : undefined)
  }

  async #administer(): Promise<void> {
    if (this.#administering === 0 && this.#random.chance(0.7)) {
      this.#administering += 1
      this.#note('administrator begins', 'the administrator begins a change')
      return this.#server.beginAdministering()
    }
    this.#administering = 0
    const given = this.#commands.administer(await this.#server.look())
    this.#note('administrator', `the administrator: ${JSON.stringify(given)}`)
    await this.#server.administer(given)
  }

  async #changePerson(): Promise<void> {
    const random = this.#random
    const person = random.pick(this.#server.people)
    const role = random.chance(0.25) ? random.pick(roles) : person.role
    const territories = random.chance(0.8) ? Array.from({ length: random.below(3) }, () => random.pick(this.#commands.territories)) : person.territories
    this.#note('scope or role', `${person.name} is ${role} of ${territories.join(' and ') || 'everything'}`)
    await this.#server.setPerson(person, role, territories)
  }

  async #compact(): Promise<void> {
    const raise = this.#random.chance(0.4)
    this.#note(raise ? 'floor raised' : 'compaction', raise ? 'older changes are dropped' : 'changes are folded together')
    await this.#server.compact(raise)
  }

  async #saveOrRestore(): Promise<void> {
    if (this.#saved === null || this.#random.chance(0.3)) {
      this.#note('copy', 'the server is copied')
      this.#saved = await this.#server.save()
    } else {
      this.#note('restore', 'the copy of the server is put back')
      await this.#server.restore(this.#saved)
    }
  }

  #fork(desk: Desk): void {
    if (this.#desks.length >= 4) return
    const name = `desk ${this.#desks.length}`
    this.#note('fork', `${desk.name} is copied to ${name}`)
    const copy = desk.copy(name, this.#ground.takeFile())
    this.#desks.push(copy)
    desk.lostHistory = copy.lostHistory = true
  }

  #meet(desk: Desk): void {
    this.#note('new access token', `${desk.name} hears who its person is: ${desk.person.role}`)
    desk.meet()
  }

  #shiftClock(desk: Desk): void {
    desk.clockSkew += this.#random.pick([3_600_000, -3_600_000, 86_400_000 * 2])
    this.#note('clock', `${desk.name}’s clock goes by ${desk.clockSkew} ms`)
  }

  /** Desks and server go to the next version each in their own time. */
  #upgrade(desk: Desk): void {
    const atServer = this.#random.chance(0.4)
    this.#note(atServer ? 'server upgraded' : 'desk upgraded', `${atServer ? 'the server' : desk.name} is upgraded`)
    if (atServer) this.#server.upgrade()
    else desk.upgrade()
  }

  async #heal(): Promise<void> {
    this.#note('heal', 'from now on nothing goes wrong')
    if (this.#desks.some(({ upgraded }) => upgraded)) this.#server.upgrade()
    while (this.#late.length > 0) await this.#deliverLate()
    for (const desk of this.#desks) {
      desk.fullAfter = null
      desk.pageRows = 50
      if (desk.waiting !== null) {
        this.#answerWith(desk, new CentralProblem('sync.offline', 'healed'))
        await this.#settle(desk)
      }
    }
    for (const desk of [...this.#desks, ...this.#desks]) await this.#untilAtRest(desk)
  }

  /** Until everything is answered, and the desk has not found out that another goes by its name. */
  async #untilAtRest(desk: Desk): Promise<void> {
    for (let rounds = 0; ; rounds += 1) {
      must('I12', rounds < MOST_ROUNDS, () => `${desk.name} does not come to rest: ${desk.problem ?? 'no problem'}, ${desk.checks.unanswered().length} unanswered`)
      const identity = desk.store.standing()?.clientId
      await this.#roundWithoutFaults(desk)
      if (desk.problem === null && desk.checks.unanswered().length === 0 && desk.store.standing()?.clientId === identity) return
    }
  }

  async #roundWithoutFaults(desk: Desk): Promise<void> {
    if (desk.signedOut) await desk.signInAgain()
    this.#steps.push(`${desk.name}: a round without faults`)
    desk.startRound()
    await this.#settle(desk)
    for (let messages = 0; desk.waiting !== null; messages += 1) {
      must('I12', messages < 1_000, () => `${desk.name} asks without end`)
      const { path, body } = desk.waiting
      this.#steps.push(() => `  ${path} ${JSON.stringify(shortened(body))}`)
      this.#answerWith(desk, await this.#ask(desk, path, body))
      await this.#settle(desk)
    }
  }

  #note(kind: string, sentence: string | (() => string)): void {
    this.counts[kind] = (this.counts[kind] ?? 0) + 1
    this.#steps.push(sentence)
  }
}
