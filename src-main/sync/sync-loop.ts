import { RefusedError, type Refusal } from '#shared/foundation/outcome.ts'
import type { RowComparison } from '#shared/sync/sync.contract.ts'
import { traceOf } from '../diagnostics/trace.ts'
import { BackOff } from './back-off.ts'
import { compareRows, comparisonIsDue, type OwnDigest } from './compare-rows.ts'
import { CentralProblem } from './central-client.ts'
import { CentralSession } from './central-session.ts'
import { endSession, enrol, mayConnect, type Proof } from './enrol.ts'
import { Exchange } from './exchange.ts'
import type { FullLoad } from './full-load.ts'
import type { TokenKeeper } from './refresh-token.ts'
import type { SyncPort } from './sync-call.ts'
import type { SyncRow } from './sync-row.ts'
import { AT_REST, type LiveSync } from './sync-status.ts'
import type { TouchedTables } from './sync-store.ts'
import { rest, type Surroundings } from './surroundings.ts'
import { waitForNews } from './wait-for-news.ts'

export interface SyncLoopPorts {
  readonly store: SyncPort
  readonly keeper: TokenKeeper
  readonly load?: FullLoad
  /** Why nothing may be exchanged with the central API at this address, whatever a person wants. */
  readonly forbidden?: (address: string) => Refusal | undefined
  /** The central API answers, though it has nothing new. */
  readonly heard?: () => void
  /** An exchange has ended well. */
  readonly settled?: (link: SyncRow, session: CentralSession) => Promise<void>
  /** Checksums of this desk's rows. */
  readonly digest: () => Promise<OwnDigest>
  readonly surroundings: Surroundings
  readonly touched: (tables: TouchedTables) => void
  /** The status is another than before. */
  readonly changed: (live: LiveSync) => void
  readonly log: (line: string) => void
}

/** Some keystrokes and clicks are one push. */
const GATHER = 150
/** The central API lets this desk in no more. What is unsent stays here. */
const ENDS_SESSION: ReadonlySet<string> = new Set(['session.ended', 'client.foreign', 'person.suspended'])
/** A program that has just been opened has other things to do. */
const START = 300

/**
 * Keeps a connected desk and its central API in step for as long as the program runs: pushes, pulls, then waits for either
 * side to have something new. One exchange at a time; what a person asks for is the next one.
 */
export class SyncLoop {
  readonly #ports: SyncLoopPorts
  readonly #backOff: BackOff
  readonly #waitBackOff: BackOff
  readonly #exchange = new Exchange()
  #session: CentralSession | undefined
  #live: LiveSync = AT_REST
  #closed = false
  #running: Promise<void> | undefined
  /** Cuts off what the loop is at: the exchange, or the pause between two. */
  #turn = new AbortController()
  #pause = new AbortController()
  #asked: ((cancelled: boolean) => void)[] = []
  #cancelled = false
  #news = false
  #gathering: (() => void) | undefined
  #wakes = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(ports: SyncLoopPorts) {
    this.#ports = ports
    this.#backOff = new BackOff(ports.surroundings.random)
    this.#waitBackOff = new BackOff(ports.surroundings.random)
  }

  start(): void {
    this.#running ??= this.#run()
  }

  /** A command was given on this desk. */
  nudge(): void {
    if (this.#running === undefined) return
    this.#ports.changed(this.#live)
    this.#gathering ??= this.#ports.surroundings.after(GATHER, () => {
      this.#gathering = undefined
      this.#news = true
      if (!this.#live.offline) this.#pause.abort()
    })
  }

  /** Exchanges now, whatever the pause was for. Answers when the exchange has ended, well or not. */
  async now(): Promise<void> {
    const link = await this.#ports.store.standing()
    if (link === null) throw new RefusedError('sync.not-connected', 'this desk is connected to no central API')
    if (link.paused || link.signedOut) return
    if (await this.#exchanged()) throw new RefusedError('sync.cancelled', 'stopped; it goes on by itself')
  }

  /** Cuts off what is under way for somebody who does not want to wait; it is tried again by itself. */
  cancel(): void {
    this.#cancelled = true
    this.#turn.abort()
  }

  /** The computer has woken, or its network is back: what is under way may wait on a connection that is gone. */
  wake(): void {
    if (this.#running === undefined) return
    this.#turn.abort()
    this.#hurry()
  }

  /** Brings both sides in step, then compares them row by row; nothing is compared where the central API cannot be asked. */
  async compare(): Promise<RowComparison> {
    await this.now()
    const compared = await this.#inTurn(() => this.#compare()).catch((error: unknown): RowComparison => {
      if (error instanceof CentralProblem) return { compared: false, differing: [] }
      throw error
    })
    if (compared.differing.length > 0) await this.now()
    return compared
  }

  /** @param prove shows who the person is; asked once the desk may be connected, and not hurried */
  async connect(given: string, prove: (address: string) => Promise<Proof>): Promise<void> {
    const address = await mayConnect(given, this.#ports)
    await this.#ports.keeper.ready()
    const proof = await prove(address)
    await this.#alone(async (signal) => {
      const { link, session, refused } = await enrol(address, proof, { ...this.#ports, signal })
      if (refused !== null) throw refused
      this.#session = this.#open(link.address)
      await this.#session.accept(session)
      if (link.known) await this.#ports.store.setPerson(session.person)
      else await this.#ports.store.connect({ address: link.address, clientId: link.clientId, person: session.person }, this.#ports.surroundings.now())
    })
    await this.#exchanged()
  }

  async pause(paused: boolean): Promise<void> {
    if ((await this.#ports.store.standing()) === null) throw new RefusedError('sync.not-connected', 'this desk is connected to no central API')
    await this.#alone(() => this.#ports.store.setPaused(paused))
    if (!paused) await this.#exchanged()
  }

  /** Leaves, whether the central API can be told or not. */
  async signOut(wipe: boolean): Promise<void> {
    const link = await this.#ports.store.standing()
    if (link === null) throw new RefusedError('sync.not-connected', 'this desk is connected to no central API')
    await this.#alone(async () => {
      const { keeper, store, surroundings, touched } = this.#ports
      const refreshToken = await keeper.read().catch(() => null)
      if (refreshToken !== null) await endSession(surroundings, link.address, refreshToken)
      await keeper.forget()
      this.#session = undefined
      touched(await store.signOut(wipe))
    })
    this.#tell(AT_REST)
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#gathering?.()
    this.#turn.abort()
    this.#pause.abort()
    await this.#running
    for (const answer of this.#asked.splice(0)) answer(false)
  }

  async #run(): Promise<void> {
    await this.#rest(START, this.#wakes)
    while (!this.#closed) {
      const wakes = this.#wakes
      const asked = this.#asked.splice(0)
      const ended = await this.#inTurn(async () => {
        const link = await this.#ports.store.standing().catch(() => null)
        return link === null || link.paused || link.signedOut || this.#closed ? 'idle' : this.#round(link)
      })
      for (const answer of asked) answer(this.#cancelled)
      if (ended === 'idle') await this.#rest(null, wakes)
      else if (ended === null) {
        this.#backOff.reset()
        const link = await this.#ports.store.standing()
        if (link !== null && comparisonIsDue(link, this.#ports.surroundings.now())) await this.#inTurn(() => this.#compare()).catch((error: unknown) => this.#bug(error))
        await this.#wait(wakes)
      } else await this.#rest(this.#backOff.next(ended.retryAfterMs), wakes)
    }
  }

  /** Exchanges without delay. @returns whether that was cut off by somebody */
  #exchanged(): Promise<boolean> {
    const ended = new Promise<boolean>((resolve) => this.#asked.push(resolve))
    this.start()
    this.#hurry()
    return ended
  }

  /** One thing at a time, in the order asked for. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => undefined)
    return done
  }

  /** @returns why it did not end well; the status says it then */
  async #round(link: SyncRow): Promise<CentralProblem | null> {
    const { store, surroundings, touched, load } = this.#ports
    this.#news = false
    this.#cancelled = false
    this.#turn = new AbortController()
    const forbidden = this.#ports.forbidden?.(link.address)
    const session = (this.#session ??= this.#open(link.address))
    const { signal } = this.#turn
    const problem = forbidden !== undefined ? new CentralProblem(forbidden.code, forbidden.message) : await this.#exchange.round({
      store, session, surroundings, signal, touched, ...(load === undefined ? {} : { load: { ...load, pageText: (question: object) => session.text('/sync/v1/pull', question, signal) } }),
      changed: () => {
        this.#tell(this.#live)
      },
      loading: (loading) => {
        this.#tell({ ...this.#live, loading })
      },
    }).then(() => null, (error: unknown) => (error instanceof CentralProblem ? error : this.#bug(error)))
    if (signal.aborted && problem !== null) {
      this.#tell({ ...this.#live, loading: null })
      return problem
    }
    if (problem !== null && ENDS_SESSION.has(problem.code)) await store.setSignedOut(problem.code)
    else await store.setProblem(problem?.code ?? null)
    if (problem === null) await this.#ports.settled?.(link, session).catch((error: unknown) => (error instanceof CentralProblem ? undefined : this.#bug(error)))
    this.#tell({ offline: problem !== null, loading: null })
    return problem
  }

  async #compare(): Promise<RowComparison> {
    const { store, digest, surroundings, log } = this.#ports
    const session = this.#session
    if (session === undefined) return { compared: false, differing: [] }
    return compareRows({ store, session, digest, log, signal: this.#turn.signal, now: surroundings.now })
  }

  /** Waits until the server has something, or a command was given here. */
  async #wait(wakes: number): Promise<void> {
    if (this.#news || this.#wakes !== wakes || this.#closed || this.#session === undefined) return
    this.#pause = new AbortController()
    await waitForNews({ ...this.#ports, session: this.#session, signal: this.#pause.signal, backOff: this.#waitBackOff })
  }

  /** @param wakes how often it had been woken when what led here began */
  async #rest(milliseconds: number | null, wakes: number): Promise<void> {
    if (this.#closed || this.#wakes !== wakes) return
    this.#pause = new AbortController()
    const { signal } = this.#pause
    if (milliseconds !== null) return rest(this.#ports.surroundings, milliseconds, signal)
    await new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => {
        resolve()
      }, { once: true })
    })
  }

  #hurry(): void {
    this.#wakes += 1
    this.#backOff.reset()
    this.#pause.abort()
  }

  /** Cuts off the exchange under way, and does something about the link before the next. */
  async #alone(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#turn.abort()
    await this.#inTurn(() => {
      this.#turn = new AbortController()
      return work(this.#turn.signal)
    })
    this.#tell(this.#live)
    this.#hurry()
  }

  #open(address: string): CentralSession {
    return new CentralSession(address, {
      surroundings: this.#ports.surroundings,
      keeper: this.#ports.keeper,
      clientId: async () => (await this.#ports.store.standing())?.clientId ?? '',
      met: async (person) => {
        const link = await this.#ports.store.standing()
        if (link !== null && link.person.tenantId !== person.tenantId) throw new CentralProblem('sync.other-company', 'the central API answers for another company than this desk’s')
        await this.#ports.store.setPerson(person)
      },
    })
  }

  #tell(live: LiveSync): void {
    this.#live = live
    this.#ports.changed(live)
  }

  #bug(error: unknown): CentralProblem {
    if (error instanceof RefusedError) return new CentralProblem(error.refusal.code, error.refusal.message)
    this.#ports.log(`bug in sync: ${traceOf(error)}`)
    return new CentralProblem('internal', 'something went wrong inside the program')
  }
}
