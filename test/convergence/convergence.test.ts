import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '#central/store/store.ts'
import { openShapedPglite } from '#test/foundation/central-stores.ts'
import { Ground, withoutPauses } from './ground.ts'
import { plantedBugs, plantInDatabase, type PlantedBug } from './planted-bugs.ts'
import { replay, type Replay } from './replay.ts'

/** A seed costs about half a second of a core, most of it PostgreSQL in WebAssembly: all 2,000 are for `npm run test:convergence -- --seeds 2000`. */
const SEEDS = 2_000
const SECONDS = Number(process.env['CONVERGENCE_SECONDS'] ?? 40)

/** From which seed on each planted bug is looked for: where it showed when this was written. Whatever changes in the program moves that. */
const LOOKED_AT = 100
const shown: Readonly<Record<PlantedBug, number>> = {
  'version-at-begin': 2,
  'pages-before-complete': 1,
  'old-scope-not-logged': 10,
  'compaction-forgets-scopes': 1,
  'no-dedup': 1,
  'stale-answer-accepted': 18,
  'refusal-keeps-seq': 1,
  'no-restore': 1,
  'transient-is-permanent': 1,
}

/** In an ordinary world it shows once in a hundred seeds. */
const foldsOften = (bug: PlantedBug): boolean => bug === 'compaction-forgets-scopes'

let store: Store
let ground: Ground
let withPauses: () => void

beforeAll(async () => {
  store = await openShapedPglite()
  ground = new Ground()
  withPauses = withoutPauses()
})

afterAll(async () => {
  withPauses()
  ground.remove()
  await store.close()
})

test('desks agree with the central API, whatever happens to them, their network and their server', async () => {
  const began = process.cpuUsage()
  const seconds = (): number => {
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1e6
  }
  let seed = 1
  for (; seed <= SEEDS && seconds() < SECONDS; seed += 1) expect(told(await replay(seed, store, ground))).toBe('')
  process.stdout.write(`convergence: ${seed - 1} of ${SEEDS} seeds without a violation, ${(seconds() / (seed - 1)).toFixed(2)} s of a core each; more would take longer than ${SECONDS} s\n`)
}, 600_000)

test.each(Object.keys(plantedBugs) as PlantedBug[])('a bug that is put in on purpose is caught: %s', async (bug) => {
  const remove = await plantInDatabase(store, bug)
  let seed = shown[bug]
  try {
    while (seed < shown[bug] + LOOKED_AT && (await replay(seed, store, ground, bug, foldsOften(bug))).violation === null) seed += 1
  } finally {
    await remove()
  }
  process.stdout.write(`convergence: ${bug} is caught at seed ${seed}\n`)
  expect(seed, 'not caught').toBeLessThan(shown[bug] + LOOKED_AT)
  expect(told(await replay(seed, store, ground, null, foldsOften(bug))), 'and it is this bug that was caught').toBe('')
}, 300_000)

function told({ seed, steps, violation }: Replay): string {
  return violation === null ? '' : `seed ${seed}: ${violation.message}\n${steps.slice(-60).join('\n')}\nall of it: npm run test:convergence -- --from ${seed} --seeds 1 --steps`
}
