import { parseArgs } from 'node:util'
import { migrate } from '#central/store/migrate.ts'
import { openPglite } from '#central/store/pglite-store.ts'
import { Ground, withoutPauses } from './ground.ts'
import { replay, type Replay } from './replay.ts'

/* npm run test:convergence -- --seeds 2000 --from 1 [--steps] */
const { values } = parseArgs({ options: { seeds: { type: 'string', default: '200' }, from: { type: 'string', default: '1' }, steps: { type: 'boolean', default: false } } })
const store = await openPglite()
await migrate(store)
withoutPauses()
const ground = new Ground()
const began = performance.now()
const counts: Record<string, number> = {}
let violations = 0
let seeds = 0
for (let seed = Number(values.from); seed < Number(values.from) + Number(values.seeds); seed += 1) {
  const result = await replay(seed, store, ground)
  seeds += 1
  for (const [kind, count] of Object.entries(result.counts)) counts[kind] = (counts[kind] ?? 0) + count
  if (result.violation !== null) {
    violations += 1
    tell(result)
  } else if (values.steps) console.log(result.steps.join('\n'))
}
const seconds = (performance.now() - began) / 1000
console.log(`${seeds} seeds in ${seconds.toFixed(1)} s (${(seeds / seconds).toFixed(1)} a second), ${violations} violations`)
console.log(Object.entries(counts).toSorted(([, a], [, b]) => b - a).map(([kind, count]) => `${kind} ${count}`).join(', '))
ground.remove()
await store.close()
process.exitCode = violations === 0 ? 0 : 1

function tell({ seed, steps, violation }: Replay): void {
  console.log(`\nseed ${seed}: ${violation?.message ?? ''}`)
  console.log((values.steps ? steps : steps.slice(-25)).map((step) => `  ${step}`).join('\n'))
}
