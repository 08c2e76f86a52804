import { onTestFinished } from 'vitest'
import type { TokenKeeper } from '#main/sync/refresh-token.ts'
import { callSyncStore, syncPort } from '#main/sync/sync-call.ts'
import { SyncLoop } from '#main/sync/sync-loop.ts'
import { AT_REST, syncStatus, type LiveSync } from '#main/sync/sync-status.ts'
import type { SyncStatus } from '#shared/sync/sync.contract.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import type { FakeHttp } from './fake-http.ts'
import { ADDRESS, NOW, SyncDesk } from './sync-desk.ts'

/** A clock that goes when it is told to. */
export class HandClock {
  time = 0
  readonly waiting = new Map<number, { readonly at: number; readonly run: () => void }>()
  #last = 0

  readonly after = (milliseconds: number, run: () => void): (() => void) => {
    this.#last += 1
    const number = this.#last
    this.waiting.set(number, { at: this.time + milliseconds, run })
    return () => this.waiting.delete(number)
  }

  /** Lets time pass, and everything that is due happen. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds
    await settled()
    for (;;) {
      const [next] = [...this.waiting].sort(([, a], [, b]) => a.at - b.at)
      if (next === undefined || next[1].at > end) break
      this.waiting.delete(next[0])
      this.time = next[1].at
      next[1].run()
      await settled()
    }
    this.time = end
  }
}

/** Long enough for everything that needs no clock. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** A desk with its loop, on a clock and a network of the test's. */
export class LoopDesk {
  readonly desk: SyncDesk
  readonly clock = new HandClock()
  readonly loop: SyncLoop
  readonly logged: string[] = []
  readonly touched: string[] = []
  /** Everything that the loop has told of itself. */
  readonly told: LiveSync[] = []
  secret: string | null = null
  random = 0.5
  #live: LiveSync = AT_REST
  #fetch: FakeHttp['fetch']

  constructor(http: Pick<FakeHttp, 'fetch'>, desk = new SyncDesk(), now: () => string = () => NOW) {
    this.desk = desk
    this.#fetch = http.fetch
    const keeper: TokenKeeper = {
      ready: async () => undefined,
      read: async () => this.secret,
      write: async (token) => {
        this.secret = token
      },
      forget: async () => {
        this.secret = null
      },
    }
    const { clock } = this
    this.loop = new SyncLoop({
      store: syncPort(async (call) => callSyncStore(desk.store, structuredClone(call), (_, operation, error) => this.logged.push(`${operation}: ${String(error)}`))),
      keeper,
      surroundings: { fetch: (address, init) => this.#fetch(address, init), monotonic: () => clock.time, now, random: () => this.random, after: clock.after, newId: nextId, deviceName: 'desk', programVersion: '0.0.0' },
      touched: (tables) => this.touched.push(...tables),
      changed: (live) => {
        this.#live = live
        this.told.push(live)
      },
      log: (line) => this.logged.push(line),
    })
    onTestFinished(() => this.loop.close())
  }

  /** From now on the network is another. */
  replaceFetch(fetch: FakeHttp['fetch']): void {
    this.#fetch = fetch
  }

  async connect(): Promise<this> {
    await this.loop.connect({ address: ADDRESS, code: 'one-time-code' })
    return this
  }

  status(): SyncStatus {
    return syncStatus(this.desk.db, this.#live)
  }
}
