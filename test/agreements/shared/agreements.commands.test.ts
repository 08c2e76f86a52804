import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { edgeCaseScenarios } from './agreements.scenarios.ts'

onEveryRunner('the edge cases of agreements', edgeCaseScenarios)
