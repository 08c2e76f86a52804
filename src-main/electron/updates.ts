import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Net } from 'electron'
import { syncContract, syncStatusSchema } from '#shared/sync/sync.contract.ts'
import { PROGRAM_VERSION } from '../foundation/program-version.ts'
import type { DataHost } from '../operations/data-host.ts'
import type { Policies } from '../policies/read-policies.ts'
import { openUpdateMemory } from '../updates/update-memory.ts'
import { Updater, type UpdateStatus, type WhyNotNow } from '../updates/updater.ts'

export interface UpdatesParts {
  readonly net: Pick<Net, 'fetch'>
  readonly dataHost: Pick<DataHost, 'call' | 'onEvent'>
  readonly policies: Pick<Policies, 'current'>
  /** The program's own folder for what is not the workspace. */
  readonly userData: string
  readonly platform: NodeJS.Platform
  readonly arch: string
  readonly updateKeys: readonly string[]
  readonly isOurs: (file: string) => Promise<boolean>
  /** Hands an installer to the system; only Windows is given one by us. */
  readonly launch: (installer: string) => Promise<void>
  readonly after: (milliseconds: number, run: () => void) => void
  readonly log: (line: string) => void
  readonly changed: (status: UpdateStatus) => void
}

/** Not while the program starts, then often enough for a feed that is halted to be noticed. */
const FIRST_LOOK = 60_000
const LOOK_EVERY = 6 * 3_600_000
const CONSIDER_EVERY = 60_000

export interface Updates {
  status(): UpdateStatus
  check(): Promise<void>
  install(): Promise<void>
  /** The program is being ended. */
  end(): void
}

/** Looks for new versions while the program runs. On macOS and Linux it only says that there is one: their packages are installed by others. */
export function startUpdates({ net, dataHost, policies, userData, platform, arch, updateKeys, isOurs, launch, after, log, changed }: UpdatesParts): Updates {
  const memory = openUpdateMemory(join(userData, 'updates.json'), log)
  const jobs = new Set<unknown>()
  let isEnding = false
  dataHost.onEvent(({ name, data }) => {
    const job = (data as { readonly job?: unknown } | null)?.job
    if (name === 'job.progress') jobs.add(job)
    if (name === 'job.ended') jobs.delete(job)
    if (name === 'host.restarted') jobs.clear()
  })

  async function whyNotNow(): Promise<WhyNotNow | undefined> {
    if (isEnding) return 'ending'
    if (jobs.size > 0) return 'working'
    const answer = await dataHost.call(syncContract.operations.status.name, {}, { kind: 'window' })
    const status = syncStatusSchema.safeParse(answer.ok ? answer.value : undefined)
    if (!status.success) return 'working'
    return status.data.pending > 0 ? 'unsent' : undefined
  }

  const updater = new Updater({
    policies: () => policies.current().set,
    keys: updateKeys,
    installed: { version: PROGRAM_VERSION, platform, arch, id: memory.id },
    folder: join(userData, 'updates'),
    network: {
      fetch: (address, init) => net.fetch(address, init),
      after: (milliseconds, run) => {
        let isOff = false
        after(milliseconds, () => {
          if (!isOff) run()
        })
        return () => {
          isOff = true
        }
      },
      room: async (folder) => {
        const { bavail, bsize } = await statfs(folder)
        return bavail * bsize
      },
    },
    now: () => new Date().toISOString(),
    seen: memory.seen,
    isOurs,
    whyNotNow,
    install: platform === 'win32' ? launch : undefined,
    changed,
  })
  const look = (): void => {
    void updater.check()
    after(LOOK_EVERY, look)
  }
  const consider = (): void => {
    void updater.consider()
    after(CONSIDER_EVERY, consider)
  }
  after(FIRST_LOOK, look)
  after(CONSIDER_EVERY, consider)
  return {
    status: () => updater.status,
    check: () => updater.check(),
    install: () => updater.install(),
    end() {
      isEnding = true
    },
  }
}
