import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { assertSynced, openDesk, waitUntilIndexed } from './bench-desk.ts'
import type { CentralProcess, StoreKind } from './central-process.ts'
import { invitation, type Company } from './company.ts'
import { loadFirst, loadInUse, type FirstLoad, type Meanwhile } from './first-load.ts'
import { HttpClient } from './http-client.ts'
import { measureIncrementalPull, type IncrementalPull } from './incremental-pull.ts'
import { measureLiveDesks, type LiveDesks } from './live-desks.ts'
import { giveOffline, goOnline, type GivenOffline } from './offline-commands.ts'
import { startProcess } from './own-process.ts'
import { insertRaw, readRaw } from './raw-insert.ts'
import { copyDesk, measureRebase, type Rebases } from './rebase.ts'
import { medianSpent, spentWith, type Spent } from './spent.ts'
import { deskDigest, editsOf, factsChecksum, readLeads } from './workload.ts'

const ROUNDS = 3

export interface StoreMeasures {
  /** R, measured between the loads. */
  readonly raw: Spent
  readonly load: FirstLoad
  readonly meanwhile: Meanwhile
  /** The way there: a desk that had all rows before it was connected. */
  readonly adopted: Spent
  readonly offline: GivenOffline
  readonly online: Spent
  readonly rebases: Rebases
  readonly pull: IncrementalPull
  /** On PostgreSQL alone. */
  readonly live: LiveDesks | null
}

export interface StoreSizes {
  readonly commands: number
  /** So many of the pending commands are left for the second rebase. */
  readonly fewCommands: number
  readonly desks: number
  readonly liveSeconds: number
}

/** Everything that a central API on this store does with a company's rows. What desk and server hold is compared after each step. */
export async function measureStore(kind: StoreKind, filled: string, folder: string, sizes: StoreSizes): Promise<StoreMeasures> {
  mkdirSync(folder, { mode: 0o711 })
  const server = startProcess<CentralProcess>(new URL('./central-process.ts', import.meta.url), kind, join(folder, 'central'))
  try {
    const { remote } = server
    const company = { central: remote, address: await remote.listen(), tenantId: await remote.newTenant() }
    const adopted = await adopt(filled, folder, company)

    const sent = factsChecksum(filled)
    const loads: FirstLoad[] = []
    const raws: Spent[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const directory = join(folder, `load-${round}`)
      const { desk, ...load } = await loadFirst(directory, company)
      await desk.close()
      if (factsChecksum(directory) !== sent) throw new Error('the rows that came are not those that were sent')
      loads.push(load)
      const raw = join(folder, `raw-${round}`)
      raws.push(insertRaw(raw, readRaw(directory)))
      rmSync(raw, { recursive: true })
      rmSync(directory, { recursive: true })
    }
    const meanwhile = await loadInUse(join(folder, 'in-use'), company)
    rmSync(join(folder, 'in-use'), { recursive: true })

    const { offline, online, rebases } = await workOffline(company, folder, sizes)
    await assertSame(join(folder, 'offline'), await HttpClient.enrol(await invitation(company)))
    const pull = await measureIncrementalPull(company, readLeads(join(folder, 'offline')).slice(-100))
    const live = kind === 'postgres' ? await measureLiveDesks(company, folder, sizes.desks, sizes.liveSeconds) : null
    return { raw: medianSpent(raws), load: { ...medianSpent(loads), bytes: loads[0]?.bytes ?? 0 }, meanwhile, adopted, offline, online, pull, rebases, live }
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function adopt(filled: string, folder: string, company: Company): Promise<Spent> {
  const directory = join(folder, 'first')
  copyDesk(filled, directory)
  const desk = await openDesk(directory)
  try {
    const invited = await invitation(company)
    return await spentWith(company.central, async () => assertSynced(await desk.call('sync.connect', invited)))
  } finally {
    await desk.close()
  }
}

async function workOffline(company: Company, folder: string, { commands, fewCommands }: StoreSizes): Promise<Pick<StoreMeasures, 'offline' | 'online' | 'rebases'>> {
  const directory = join(folder, 'offline')
  const copy = join(folder, 'rebase')
  const { desk } = await loadFirst(directory, company)
  try {
    await waitUntilIndexed(directory)
    const offline = await giveOffline(desk, editsOf(readLeads(directory).slice(0, commands)), folder)
    copyDesk(directory, copy)
    const rebases = measureRebase(copy, commands, fewCommands)
    rmSync(copy, { recursive: true })
    return { offline, rebases, online: await goOnline(desk, company.central) }
  } finally {
    await desk.close()
  }
}

/** Row for row, as the central API itself tells. */
export async function assertSame(directory: string, client: HttpClient): Promise<void> {
  await client.pullAll()
  const told = await client.digest()
  for (const { table, rows, checksum } of deskDigest(directory)) {
    const there = told?.find((each) => each.table === table)
    if (there?.rows !== rows || there.checksum !== checksum) throw new Error(`${table}: the desk has ${rows} rows, the server ${there?.rows ?? 'none'}, or others`)
  }
}
