import { RefusedError } from '#shared/foundation/outcome.ts'
import type { PolicyValues } from '#shared/policies/policy-schema.ts'
import { decideUpdate, type Installation, type NoUpdate } from './decide-update.ts'
import { readFeed, type FeedFile, type Ring } from './feed.ts'
import { fetchFeed, fetchInstaller, isProven, type UpdateNetwork } from './fetch-update.ts'

/** What speaks against installing at this moment. */
export type WhyNotNow = 'unsent' | 'working' | 'ending'

export type UpdateState = 'idle' | 'checking' | 'downloading' | 'verified' | 'ready' | 'installing'

export interface UpdateStatus {
  readonly state: UpdateState
  /** The version that is offered, fetched or about to be installed. */
  readonly version: string | null
  /** Why nothing is offered or installed: a `NoUpdate`, a `WhyNotNow`, or the code of what went wrong. */
  readonly note: string | null
}

export interface UpdaterPorts {
  readonly policies: () => PolicyValues
  readonly keys: readonly string[]
  readonly installed: Installation
  readonly folder: string
  readonly network: UpdateNetwork
  readonly now: () => string
  /** The highest number of a ring’s feeds that was seen, kept beyond the program’s end. */
  readonly seen: { read(ring: Ring): number; write(ring: Ring, number: number): void }
  /** Whether the system believes the file to be its publisher’s. */
  readonly isOurs: (file: string) => Promise<boolean>
  /** What speaks against installing now; asked again each time. */
  readonly whyNotNow: () => Promise<WhyNotNow | undefined>
  /** Hands the file to the system and ends the program. Nothing where this system’s packages are installed by others. */
  readonly install: ((file: string) => Promise<void>) | undefined
  readonly changed: (status: UpdateStatus) => void
}

interface Fetched {
  readonly path: string
  readonly file: FeedFile
}

/**
 * Brings new versions: idle → checking → downloading → verified → ready → installing. Whatever goes wrong leads back to idle, with why,
 * and the program goes on. `verified` becomes `ready` while nothing speaks against installing, and what was proven is proven again just before.
 */
export class Updater {
  readonly #ports: UpdaterPorts
  #status: UpdateStatus = { state: 'idle', version: null, note: null }
  #fetched: Fetched | undefined
  #busy = false

  constructor(ports: UpdaterPorts) {
    this.#ports = ports
  }

  get status(): UpdateStatus {
    return this.#status
  }

  /** Looks for a new version, fetches and proves it where the company lets it; what was fetched falls when it is offered no more. One look at a time. */
  async check(): Promise<void> {
    await this.#alone(async () => {
      if (this.#status.state === 'installing' || (this.#fetched !== undefined && (await this.#isStillOffered(this.#fetched)))) return
      this.#fetched = undefined
      if (this.#status.state !== 'idle') this.#become('idle', null, null)
      const { Updates = 'auto', UpdateAddress = '', UpdateRing = 'stable' } = this.#ports.policies()
      if (Updates === 'off') return this.#become('idle', null, 'update.off')
      if (UpdateAddress === '') return this.#become('idle', null, 'update.no-address')
      if (this.#ports.keys.length === 0) return this.#become('idle', null, 'update.no-key')
      this.#become('checking', null, null)
      const address = folderOf(UpdateAddress)
      const offered = await this.#offer(address, UpdateRing)
      if (typeof offered === 'string') return this.#become('idle', null, offered)
      const { version, file } = offered
      if (Updates === 'notify' || this.#ports.install === undefined) return this.#become('idle', version, null)
      this.#become('downloading', version, null)
      const path = await fetchInstaller(`${address}/${file.name}`, file, this.#ports.folder, this.#ports.network)
      await this.#prove({ path, file })
      this.#fetched = { path, file }
      this.#become('verified', version, null)
    })
    await this.consider()
  }

  /** Asks anew whether a fetched version may be installed now. */
  async consider(): Promise<void> {
    await this.#alone(async () => {
      const { state, version } = this.#status
      if (state !== 'verified' && state !== 'ready') return
      const why = await this.#ports.whyNotNow()
      this.#become(why === undefined ? 'ready' : 'verified', version, why ?? null)
    })
  }

  /** Installs what is ready. Between being proven and now, file and circumstances may have become others. */
  async install(): Promise<void> {
    await this.consider()
    await this.#alone(async () => {
      const [fetched, { install }] = [this.#fetched, this.#ports]
      if (this.#status.state !== 'ready' || fetched === undefined || install === undefined) return
      const { Updates = 'auto' } = this.#ports.policies()
      if (Updates === 'off') throw new RefusedError('update.off', 'the company has turned updates off')
      await this.#prove(fetched)
      this.#become('installing', this.#status.version, null)
      await install(fetched.path)
    })
  }

  /** Whether the feed still offers what was fetched, or cannot be had: then nothing was pulled back. */
  async #isStillOffered({ file }: Fetched): Promise<boolean> {
    const { Updates = 'auto', UpdateAddress = '', UpdateRing = 'stable' } = this.#ports.policies()
    if (Updates !== 'auto' || UpdateAddress === '') return false
    try {
      const offered = await this.#offer(folderOf(UpdateAddress), UpdateRing)
      return typeof offered !== 'string' && offered.version === this.#status.version && offered.file.sha512 === file.sha512
    } catch (error) {
      if (error instanceof RefusedError) return true
      throw error
    }
  }

  async #offer(address: string, ring: Ring): Promise<{ readonly version: string; readonly file: FeedFile } | NoUpdate> {
    const { installed, keys, network, now, policies, seen } = this.#ports
    const set = policies()
    // Going back to an earlier version is going back to an earlier feed.
    const mayBeOlder = set.UpdateVersion !== undefined && set.UpdateRollback === true
    const feed = readFeed(await fetchFeed(`${address}/${ring}.json`, network), { keys, ring, seen: mayBeOlder ? 0 : seen.read(ring), now: now() })
    if (!feed.ok) throw new RefusedError(feed.error.code, feed.error.message, feed.error.details)
    seen.write(ring, Math.max(seen.read(ring), feed.value.number))
    const decided = decideUpdate(feed.value, installed, set)
    return typeof decided === 'string' ? decided : { version: feed.value.version, file: decided }
  }

  async #prove({ path, file }: Fetched): Promise<void> {
    if (!(await isProven(path, file))) throw new RefusedError('update.damaged', 'the file is another than the feed says')
    if (!(await this.#ports.isOurs(path))) throw new RefusedError('update.not-ours', 'the file was not signed by its publisher')
  }

  async #alone(work: () => Promise<void>): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    try {
      await work()
    } catch (error) {
      this.#fetched = undefined
      this.#become('idle', null, error instanceof RefusedError ? error.refusal.code : 'internal')
    } finally {
      this.#busy = false
    }
  }

  #become(state: UpdateState, version: string | null, note: UpdateStatus['note']): void {
    this.#status = { state, version, note }
    this.#ports.changed(this.#status)
  }
}

function folderOf(address: string): string {
  return address.replace(/\/+$/, '')
}
