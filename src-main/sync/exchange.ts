import { helloAnswerSchema, PAGE_ROWS, PUSH_LIMITS, pushAnswerSchema, type PullAnswer, type PushAnswer } from '#shared/sync/messages.ts'
import { PROTOCOL_VERSION } from '#shared/sync/protocol-version.ts'
import type { SyncStatus } from '#shared/sync/sync.contract.ts'
import { CentralProblem } from './central-client.ts'
import type { CentralSession } from './central-session.ts'
import { fullLoad, type FullLoad } from './full-load.ts'
import { pageSchema } from './page-schema.ts'
import { answers, type PullProgress } from './pull-progress.ts'
import type { SyncPort } from './sync-call.ts'
import type { StartedPull, TouchedTables } from './sync-store.ts'
import { syncedTables } from './synced-tables.ts'
import type { Surroundings } from './surroundings.ts'

export interface ExchangePorts {
  readonly store: SyncPort
  readonly session: Pick<CentralSession, 'call'>
  readonly surroundings: Surroundings
  readonly signal: AbortSignal
  /** Rows of these tables may have changed. */
  readonly touched: (tables: TouchedTables) => void
  /** Something that the status tells has changed. */
  readonly changed: () => void
  readonly loading: (progress: SyncStatus['loading']) => void
  /** Where a full pull of many pages is gathered; without it, beside the rows as every other. */
  readonly load?: FullLoad & { readonly pageText: (question: object) => Promise<string> }
}

interface PullUnderWay {
  readonly begun: StartedPull
  readonly token: string
  readonly reset: PullAnswer['reset']
  readonly done: number
}

/** The server no longer is where this desk left it: everything begins again with what it knows. */
class OutOfStep extends Error {}

const MOST_RESTARTS = 3

/**
 * One round with the central API: push until nothing is left, pull all pages, apply. Throws CentralProblem; the desk is
 * then where it was, and the next round goes on from the last page that came.
 */
export class Exchange {
  #underWay: PullUnderWay | undefined

  async round(ports: ExchangePorts): Promise<void> {
    for (let restarts = 0; ; restarts += 1) {
      try {
        const stopped = await this.#push(ports)
        await this.#pull(ports)
        if (stopped !== null) throw stopped
        return
      } catch (error) {
        if (!(error instanceof OutOfStep)) throw error
        this.#underWay = undefined
        if (restarts >= MOST_RESTARTS) throw new CentralProblem('sync.out-of-step', error.message)
      }
    }
  }

  /** @returns why the server took no more, where that is for later */
  async #push(ports: ExchangePorts): Promise<CentralProblem | null> {
    const { store, session, surroundings, signal } = ports
    let limits: { readonly commands: number; readonly bytes: number } = PUSH_LIMITS
    let sent = 0
    for (;;) {
      const { clientId, epoch, commands, waiting } = await store.nextBatch(limits)
      if (commands.length === 0) return null
      if (waiting > commands.length || sent > 0) ports.loading({ phase: 'sending', done: sent, total: sent + waiting })
      let answer: PushAnswer
      try {
        answer = await session.call('/sync/v1/push', { protocol: PROTOCOL_VERSION, clientId, epoch, programVersion: surroundings.programVersion, commands }, pushAnswerSchema, signal)
      } catch (error) {
        if (!(error instanceof CentralProblem) || error.status !== 413 || commands.length === 1) throw error
        limits = { commands: Math.ceil(commands.length / 2), bytes: Math.ceil(limits.bytes / 2) }
        continue
      }
      if (epoch !== null && answer.epoch !== epoch) await this.#agree(ports, clientId)
      await store.recordAnswers(answer.results, answer.epoch)
      sent += answer.results.length
      ports.changed()
      const stopped = await this.#heed(ports, clientId, answer)
      if (stopped !== null) return stopped
    }
  }

  async #heed(ports: ExchangePorts, clientId: string, { stop, results }: PushAnswer): Promise<CentralProblem | null> {
    switch (stop?.reason) {
      case undefined:
        if (results.length === 0) throw new CentralProblem('sync.garbled', 'the central API took nothing and did not say why')
        return null
      case 'gap':
        return this.#agree(ports, clientId)
      case 'forked':
        await ports.store.takeNewIdentity(ports.surroundings.newId())
        throw new OutOfStep('another desk goes by this one’s identity')
      case 'retry':
        return new CentralProblem('sync.busy', 'the central API asks for patience', { retryAfterMs: stop?.retryAfterMs ?? null })
      case 'unsupported':
        return new CentralProblem('sync.unsupported', 'the central API does not know a command yet')
    }
  }

  /** Asks what the server knows of this desk, and counts on from there. */
  async #agree({ store, session, surroundings, signal }: ExchangePorts, clientId: string): Promise<never> {
    const { lastSeq, epoch } = await session.call('/sync/v1/hello', { protocol: PROTOCOL_VERSION, clientId, programVersion: surroundings.programVersion }, helloAnswerSchema, signal)
    if (!(await store.requeueAfter(lastSeq, epoch))) {
      await store.takeNewIdentity(surroundings.newId())
      await store.requeueAfter(0, epoch)
    }
    throw new OutOfStep('the central API was put back to an earlier state')
  }

  async #pull(ports: ExchangePorts): Promise<void> {
    const { store, surroundings } = ports
    const standing = await store.standing()
    const known = standing?.epoch ?? null
    const left = standing === null || this.#underWay !== undefined ? null : ((await ports.load?.incoming.resume(standing)) ?? null)
    if (left !== null) return this.#loadFully(ports, left, known)
    let { begun, token, reset, done }: Omit<PullUnderWay, 'token'> & { token: string | null } = this.#underWay ?? { begun: await store.beginPull(), token: null, reset: null, done: 0 }
    for (;;) {
      const page = await this.#page(ports, begun, token)
      if (known !== null && page.epoch !== known) await this.#agree(ports, begun.clientId)
      if (token === null) reset = page.reset
      if (token === null && reset !== null && page.token !== null && ports.load !== undefined) {
        const { rows } = await ports.load.incoming.begin(begun, page)
        return this.#loadFully(ports, { begun, reset, epoch: page.epoch, token: page.token, done: rows }, known)
      }
      if (!(await store.stage(begun.requestId, page.data))) throw new OutOfStep('another pull has begun')
      done += page.data.reduce((sum, { put, remove }) => sum + put.length + remove.length, 0)
      if (page.token !== null || done > PAGE_ROWS) ports.loading({ phase: page.complete === null ? 'fetching' : 'applying', done, total: done + (page.remaining ?? 0) })
      if (page.complete !== null) {
        this.#underWay = undefined
        ports.touched(await store.apply({ requestId: begun.requestId, reset, epoch: page.epoch, complete: page.complete, now: surroundings.now() }))
        ports.loading(null)
        ports.changed()
        return
      }
      if (page.token === null) throw new CentralProblem('sync.garbled', 'a page that is neither the last nor has a next')
      token = page.token
      this.#underWay = { begun, token, reset, done }
    }
  }

  async #loadFully(ports: ExchangePorts, progress: PullProgress, known: string | null): Promise<void> {
    const { load, surroundings } = ports
    if (load === undefined) throw new Error('there is nowhere to gather a full pull')
    const taken = await fullLoad({
      ...load,
      page: (begun, token) => this.#heeding(ports, begun, token, () => load.pageText(question(begun, token))),
      sameServer: async (epoch) => {
        if (known !== null && epoch !== known) await this.#agree(ports, progress.begun.clientId)
      },
      now: surroundings.now,
      loading: ports.loading,
    }, progress).catch(async (error: unknown) => {
      // What lies there is of no use any more, and known by its number.
      if (error instanceof OutOfStep) await ports.store.beginPull()
      throw error
    })
    ports.loading(null)
    ports.changed()
    if (!taken) throw new OutOfStep('another pull has begun')
    ports.touched(syncedTables.map(({ name }) => name))
  }

  async #page(ports: ExchangePorts, begun: StartedPull, token: string | null): Promise<PullAnswer> {
    const page = await this.#heeding(ports, begun, token, () => ports.session.call('/sync/v1/pull', question(begun, token), pageSchema, ports.signal))
    if (!answers(page, begun, token)) throw new CentralProblem('sync.garbled', 'the answer to another question')
    return page
  }

  /** What the server cannot go on with is begun anew. */
  async #heeding<T>({ store }: ExchangePorts, { cursor }: StartedPull, token: string | null, ask: () => Promise<T>): Promise<T> {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof CentralProblem) || (error.status !== 400 && error.status !== 409 && error.status !== 410)) throw error
      if (token === null && error.code === 'cursor.invalid' && cursor !== null) await store.forgetCursor()
      else if (token === null) throw error
      throw new OutOfStep(error.message)
    }
  }
}

function question({ clientId, cursor, requestId, acknowledged }: StartedPull, token: string | null): object {
  return { protocol: PROTOCOL_VERSION, clientId, cursor, token, maximumRows: PAGE_ROWS, requestId, acknowledged }
}
