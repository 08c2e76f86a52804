import { setTimeout as pause } from 'node:timers/promises'
import type { Session } from '#shared/people/enrolment.ts'
import type { PullAnswer, PushAnswer, SentCommand } from '#shared/sync/messages.ts'
import { derivedIds } from '#shared/foundation/derived-ids.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'

export interface Servers {
  /** Any of them, also one that has just died. */
  address(): string
  /** Answers so far that said to come again later. */
  busy: number
}

const AT_ONCE = 5

/**
 * A desk that gives commands for as long as it may, through whatever server there is, and sends again what was not answered.
 * Its partner's capacity counts its commands: each adds one to what the one before has left, so that none may be lost or done twice.
 */
export class LoadDesk {
  readonly code: string
  readonly acknowledged: string[] = []
  readonly #servers: Servers
  readonly #session: Session
  readonly #clientId: string
  readonly #partnerId: string
  readonly #rows = new Map<string, Map<string, number>>()
  #waiting: SentCommand[] = []
  #sequence = 0
  #previous: string | null = null
  #cursor: string | null = null

  private constructor(servers: Servers, session: Session) {
    this.#servers = servers
    this.#session = session
    this.#clientId = (JSON.parse(Buffer.from(session.accessToken.split('.')[1] ?? '', 'base64url').toString()) as { cid: string }).cid
    const id = nextId()
    this.code = `P-${id}`
    this.#partnerId = derivedIds(id)()
    this.#next('partners.create', { code: this.code, name: 'Counted', type: 'reseller', country: 'GT', capacity: 0 }, id)
  }

  static enrol(servers: Servers, session: Session): LoadDesk {
    return new LoadDesk(servers, session)
  }

  get increments(): number {
    return this.#sequence - 1
  }

  async workWhile(isOn: () => boolean): Promise<void> {
    while (isOn() || this.#waiting.length > 0) {
      if (isOn()) while (this.#waiting.length < AT_ONCE) this.#next('partners.update', { id: this.#partnerId, edits: [{ field: 'capacity', was: this.#sequence - 1, value: this.#sequence }] })
      await this.#push()
      if (isOn() && Math.random() < 0.3) await this.pull()
    }
  }

  async pull(): Promise<void> {
    let token: string | null = null
    do {
      const page: PullAnswer = await this.#ask('/sync/v1/pull', { clientId: this.#clientId, cursor: this.#cursor, token, requestId: 1, acknowledged: 0 })
      for (const { table, columns, put, remove } of page.data) {
        const rows = this.#rows.get(table) ?? new Map<string, number>()
        this.#rows.set(table, rows)
        for (const values of put) rows.set(String(values[columns.indexOf('id')]), Number(values[columns.indexOf('rev')]))
        for (const id of remove) rows.delete(id)
      }
      token = page.token
      if (page.complete !== null) this.#cursor = page.complete.cursor
    } while (token !== null)
  }

  /** Of the rows it has pulled, by id. */
  revisions(table: string): readonly (readonly [string, number])[] {
    return [...(this.#rows.get(table) ?? [])].sort(([one], [other]) => (one < other ? -1 : 1))
  }

  #next(name: string, input: object, id = nextId()): void {
    this.#sequence += 1
    this.#waiting.push({ seq: this.#sequence, id, previous: this.#previous, name, version: 1, input: input as never, issuedAt: '', batchId: null })
    this.#previous = id
  }

  async #push(): Promise<void> {
    const answer: PushAnswer = await this.#ask('/sync/v1/push', { clientId: this.#clientId, epoch: null, programVersion: 'load', commands: this.#waiting })
    for (const { id, status, code } of answer.results) {
      if (status !== 'applied') throw new Error(`${id} was ${status}: ${code}`)
      this.acknowledged.push(id)
    }
    this.#waiting = this.#waiting.filter(({ seq }) => seq > answer.lastSeq)
    if (answer.stop !== null && answer.stop.reason !== 'retry') throw new Error(`stopped: ${answer.stop.reason}`)
  }

  /** Asks until somebody answers. */
  async #ask<T>(path: string, body: object): Promise<T> {
    for (;;) {
      try {
        const answer = await fetch(this.#servers.address() + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${this.#session.accessToken}` },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(20_000),
        })
        if (answer.ok) return (await answer.json()) as T
        if (answer.status !== 503) throw new TypeError(`${answer.status}: ${await answer.text()}`, { cause: 'refused' })
        if (answer.headers.get('retry-after') !== null) this.#servers.busy += 1
      } catch (error) {
        if (error instanceof TypeError && error.cause === 'refused') throw error
      }
      await pause(50)
    }
  }
}
