import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { migrate } from '#central/store/migrate.ts'
import { openPglite } from '#central/store/pglite-store.ts'
import { Ground, withoutPauses } from './ground.ts'
import type { SeedRange, Task } from './many-seeds.ts'
import { pgliteDatabase } from './pglite-database.ts'
import { replay, type Replay } from './replay.ts'
import { SqliteDatabase } from './sqlite-database.ts'

const { database: kind, plant, length, keepsSteps } = workerData as Task
const port = parentPort
if (port === null) throw new Error('this is a thread of many-seeds.ts')

withoutPauses()
const ground = new Ground()
const database = kind === 'sqlite' ? await SqliteDatabase.open() : await openPostgres()
port.postMessage([])
for (;;) {
  const [range] = (await once(port, 'message')) as [SeedRange | null]
  if (range === null) break
  const replays: Replay[] = []
  for (let seed = range.first; seed < range.end; seed += 1) replays.push(await replay(seed, database, ground, { plant, length, keepsSteps }))
  port.postMessage(replays)
}
ground.remove()
await database.close()
port.close()

async function openPostgres(): ReturnType<typeof pgliteDatabase> {
  const store = await openPglite()
  await migrate(store)
  return pgliteDatabase(store)
}
