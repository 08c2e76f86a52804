import { parseArgs } from 'node:util'
import { replayMany, type Wanted } from './many-seeds.ts'
import { plantedBugs, type PlantedBug } from './planted-bugs.ts'
import type { Replay } from './replay.ts'
import { summary } from './summary.ts'

/*
 * npm run test:convergence -- --seeds 2000 --from 1      replays seeds; prints what was violated, with the seed
 *                          -- --from 17 --seeds 1 --steps   one seed, with everything that happened
 *                          -- --gate [--plant no-dedup]     puts in one bug after another; each must be caught within the seeds
 * --cores N    in so many threads
 * --length N   so many things happen in each
 * --pglite     on PostgreSQL itself, which takes much longer
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' }, from: { type: 'string', default: '1' }, cores: { type: 'string', default: '1' }, length: { type: 'string' },
    steps: { type: 'boolean', default: false }, gate: { type: 'boolean', default: false }, plant: { type: 'string' }, pglite: { type: 'boolean', default: false },
  },
})
const { steps: keepsSteps } = values
const wanted: Wanted = {
  from: Number(values.from), seeds: Number(values.seeds), cores: Number(values.cores), length: values.length === undefined ? null : Number(values.length),
  database: values.pglite ? 'pglite' : 'sqlite', keepsSteps,
}
process.exitCode = (await (values.gate ? gate() : run())) ? 0 : 1

async function run(): Promise<boolean> {
  const tally = await replayMany({
    ...wanted,
    heard: (replay, { seeds, violations, seconds }) => {
      if (keepsSteps || replay.violation !== null) tell(replay)
      if (seeds % 1_000 === 0) console.log(`${seeds} seeds after ${seconds.toFixed(0)} s, ${violations.length} violations`)
    },
  })
  console.log(summary(tally))
  return tally.violations.length === 0
}

async function gate(): Promise<boolean> {
  let caught = true
  for (const plant of Object.keys(plantedBugs) as PlantedBug[]) {
    if (values.plant !== undefined && values.plant !== plant) continue
    const { seeds, violations: [first] } = await replayMany({ ...wanted, plant, untilViolation: true })
    console.log(`${first === undefined ? `NOT CAUGHT in ${seeds} seeds from ${wanted.from}` : `caught at seed ${first.seed}`}  ${plant} (${plantedBugs[plant]})${first === undefined ? '' : `: ${first.violation?.split('\n')[0] ?? ''}`}`)
    if (keepsSteps && first !== undefined) tell(first)
    caught &&= first !== undefined
  }
  return caught
}

function tell({ seed, steps, violation }: Replay): void {
  console.log(`\nseed ${seed}: ${violation ?? 'no violation'}`)
  console.log((keepsSteps ? steps : steps.slice(-25)).map((step) => `  ${step}`).join('\n'))
}
