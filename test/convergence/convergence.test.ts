import { availableParallelism } from 'node:os'
import { expect, test } from 'vitest'
import { replayMany } from './many-seeds.ts'
import { plantedBugs, type PlantedBug } from './planted-bugs.ts'
import type { Replay } from './replay.ts'
import { summary } from './summary.ts'

const SEEDS = 2_000
const cores = Math.min(2, availableParallelism())

/** Nobody waits longer; where seeds are left, it is said. */
const SECONDS = 600

/** Within so many seeds each planted bug must show. */
const LOOKED_AT = 400

test('desks agree with the central API, whatever happens to them, their network and their server', async () => {
  const tally = await replayMany({ from: 1, seeds: SEEDS, cores, seconds: SECONDS })
  process.stdout.write(`convergence: ${summary(tally)}\n`)
  if (tally.seeds < SEEDS) process.stdout.write(`convergence: SHORT OF ${SEEDS} SEEDS, the other ${SEEDS - tally.seeds} would have taken longer than ${SECONDS} s\n`)
  expect(tally.violations.map(told)).toEqual([])
}, (SECONDS + 60) * 1000)

test.each(Object.keys(plantedBugs) as PlantedBug[])('a bug that is put in on purpose is caught: %s', async (plant) => {
  const { violations: [first] } = await replayMany({ from: 1, seeds: LOOKED_AT, cores, plant, untilViolation: true })
  expect(first, 'not caught').toBeDefined()
  expect(first?.violation, 'an invariant has caught it').toMatch(/^I\d+: /)
  process.stdout.write(`convergence: ${plant} is caught at seed ${first?.seed ?? 0}: ${first?.violation?.split('\n')[0] ?? ''}\n`)
  const { violations } = await replayMany({ from: first?.seed ?? 0, seeds: 1, cores: 1 })
  expect(violations.map(told), 'and it is this bug that was caught').toEqual([])
}, 300_000)

function told({ seed, steps, violation }: Replay): string {
  return `seed ${seed}: ${violation ?? ''}\n${steps.slice(-60).join('\n')}\nall of it: npm run test:convergence -- --from ${seed} --seeds 1 --steps`
}
