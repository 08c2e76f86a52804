import { parseArgs } from 'node:util'
import { migrate } from '#central/store/migrate.ts'
import { openPglite } from '#central/store/pglite-store.ts'
import { Ground, withoutPauses } from './ground.ts'
import { plantedBugs, plantInDatabase, type PlantedBug } from './planted-bugs.ts'
import { replay, type Replay } from './replay.ts'

/*
 * npm run test:convergence -- --seeds 2000 --from 1      replays seeds; prints what was violated, with the seed
 *                          -- --from 17 --seeds 1 --steps   one seed, with everything that happened
 *                          -- --gate [--plant no-dedup]     puts in one bug after another; each must be caught within the seeds
 */
const { values } = parseArgs({ options: { seeds: { type: 'string', default: '200' }, from: { type: 'string', default: '1' }, steps: { type: 'boolean', default: false }, gate: { type: 'boolean', default: false }, plant: { type: 'string' } } })
const from = Number(values.from)
const seeds = Number(values.seeds)

const store = await openPglite()
await migrate(store)
withoutPauses()
const ground = new Ground()
process.exitCode = (await (values.gate ? gate() : run())) ? 0 : 1
ground.remove()
await store.close()

async function run(): Promise<boolean> {
  const began = performance.now()
  const counts: Record<string, number> = {}
  let violations = 0
  for (let seed = from; seed < from + seeds; seed += 1) {
    const result = await replay(seed, store, ground)
    for (const [kind, count] of Object.entries(result.counts)) counts[kind] = (counts[kind] ?? 0) + count
    if (result.violation !== null) {
      violations += 1
      tell(result)
    } else if (values.steps) console.log(result.steps.join('\n'))
  }
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage()
  console.log(`${seeds} seeds from ${from} in ${seconds.toFixed(1)} s (${(seeds / seconds).toFixed(2)} a second; ${((user + system) / 1e6 / seeds).toFixed(2)} s of a core each), ${violations} violations`)
  console.log(Object.entries(counts).toSorted(([, a], [, b]) => b - a).map(([kind, count]) => `${kind} ${count}`).join(', '))
  return violations === 0
}

async function gate(): Promise<boolean> {
  let caught = true
  for (const bug of Object.keys(plantedBugs) as PlantedBug[]) {
    if (values.plant !== undefined && values.plant !== bug) continue
    const remove = await plantInDatabase(store, bug)
    let found: Replay | undefined
    for (let seed = from; found === undefined && seed < from + seeds; seed += 1) {
      const result = await replay(seed, store, ground, bug)
      if (result.violation !== null) found = result
    }
    await remove()
    console.log(`${found === undefined ? `NOT CAUGHT in ${seeds} seeds from ${from}` : `caught at seed ${found.seed}`}  ${bug} (${plantedBugs[bug]})${found === undefined ? '' : `: ${found.violation?.message.split('\n')[0] ?? ''}`}`)
    if (values.steps && found !== undefined) tell(found)
    caught &&= found !== undefined
  }
  return caught
}

function tell({ seed, steps, violation }: Replay): void {
  console.log(`\nseed ${seed}: ${violation?.message ?? ''}`)
  console.log((values.steps ? steps : steps.slice(-25)).map((step) => `  ${step}`).join('\n'))
}
