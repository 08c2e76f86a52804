import { expect, onTestFinished, test } from 'vitest'
import { openShapedPglite } from '#test/foundation/central-stores.ts'
import { Ground, withoutPauses } from './ground.ts'
import { pgliteDatabase } from './pglite-database.ts'
import { replay } from './replay.ts'
import { SqliteDatabase } from './sqlite-database.ts'

/** Of a core; seeds on PostgreSQL take nearly all of it. */
const SECONDS = 30
const LEAST = 10

test('seeds happen in SQLite as they happen in PostgreSQL, step by step, answer by answer and row by row', async () => {
  const ground = new Ground()
  const withPauses = withoutPauses()
  const databases = [await pgliteDatabase(await openShapedPglite()), await SqliteDatabase.open()] as const
  onTestFinished(async () => {
    withPauses()
    ground.remove()
    for (const database of databases) await database.close()
  })
  const [postgres, sqlite] = databases
  const began = process.cpuUsage()
  let seeds = 0
  for (let seconds = 0; seconds < SECONDS || seeds < LEAST; seeds += 1) {
    const [truth, twin] = [await transcript(postgres), await transcript(sqlite)]
    expect(twin).toEqual(truth)
    const { user, system } = process.cpuUsage(began)
    seconds = (user + system) / 1e6
  }
  process.stdout.write(`convergence: ${seeds} seeds are the same on PostgreSQL and on SQLite\n`)

  async function transcript(database: (typeof databases)[number]): Promise<readonly string[]> {
    const { steps, violation } = await replay(seeds + 1, database, ground, { keepsSteps: true })
    expect(violation).toBeNull()
    return comparable(steps)
  }
}, 600_000)

/** Without what is drawn anew each time: epochs are numbered as they come. */
function comparable(steps: readonly string[]): readonly string[] {
  const epochs: string[] = []
  return steps.map((step) => step.replaceAll(/"epoch":"([^"]*)"/g, (_, epoch: string) => {
    if (!epochs.includes(epoch)) epochs.push(epoch)
    return `"epoch":${epochs.indexOf(epoch)}`
  }))
}
