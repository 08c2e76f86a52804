import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { syncScenarios } from './sync.scenarios.ts'

onEveryRunner('rows that a desk brings', syncScenarios)
