import { onTestFinished } from 'vitest'
import { commands } from '#main/capabilities.ts'
import { createIncoming, type Incoming } from '#main/sync/incoming.ts'
import { digestRows } from '#main/sync/digest-rows.ts'
import type { Proof } from '#main/sync/enrol.ts'
import type { TokenKeeper } from '#main/sync/refresh-token.ts'
import { callIncoming, callSyncStore, incomingPort, syncPort } from '#main/sync/sync-call.ts'
import { SyncLoop } from '#main/sync/sync-loop.ts'
import { fillIncoming, takePlace } from '#main/sync/take-in.ts'
import type { FullLoad } from '#main/sync/full-load.ts'
import { AT_REST, syncStatus, type LiveSync } from '#main/sync/sync-status.ts'
import type { SyncStatus } from '#shared/sync/sync.contract.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import type { FakeHttp } from './fake-http.ts'
import { ADDRESS, NOW, SyncDesk } from './sync-desk.ts'

/** As a one-time code is shown. */
export const byCode = async (): Promise<Proof> => ({ path: '/auth/v1/enrol', body: { code: 'one-time-code' } })

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
  readonly #incoming: ReturnType<typeof createIncoming>
  #fetch: FakeHttp['fetch']

  /** @param gathers full pulls of many pages in a workspace of their own, as the program does */
  constructor(http: Pick<FakeHttp, 'fetch'>, desk = new SyncDesk(), { gathers = false, now = () => NOW }: { readonly gathers?: boolean; readonly now?: () => string } = {}) {
    this.desk = desk
    this.#incoming = createIncoming(desk.directory)
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
      ...(gathers ? { load: loadOf(desk, this.#incoming) } : {}),
      digest: async () => ({ cursor: desk.store.standing()?.cursor ?? null, tables: digestRows(desk.db) }),
      surroundings: { fetch: (address, init) => this.#fetch(address, init), monotonic: () => clock.time, now, random: () => this.random, after: clock.after, newId: nextId, deviceName: 'desk', programVersion: '0.0.0' },
      touched: (tables) => this.touched.push(...tables),
      changed: (live) => {
        this.#live = live
        this.told.push(live)
      },
      log: (line) => this.logged.push(line),
    })
    onTestFinished(() => this.end())
  }

  /** From now on the network is another. */
  replaceFetch(fetch: FakeHttp['fetch']): void {
    this.#fetch = fetch
  }

  async connect(): Promise<this> {
    await this.loop.connect(ADDRESS, byCode)
    return this
  }

  /** As when the program is ended. */
  async end(): Promise<void> {
    await this.loop.close()
    this.#incoming.close()
  }

  status(): SyncStatus {
    return syncStatus(this.desk.db, this.#live)
  }
}

/** The loader and the swap, without threads. */
function loadOf(desk: SyncDesk, incoming: Incoming): FullLoad {
  return {
    incoming: incomingPort(async (call) => callIncoming(incoming, structuredClone(call), (_, operation, error) => {
      throw new Error(`${operation}: ${String(error)}`)
    })),
    takeIn: async (pull) => {
      const ready = fillIncoming(desk.db, desk.directory, pull, commands, nextId)
      desk.db.close()
      if (ready) takePlace(desk.directory)
      desk.open()
      return ready
    },
  }
}
