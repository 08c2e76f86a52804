import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { edgeCaseScenarios } from './training.scenarios.ts'

onEveryRunner('the edge cases of training', edgeCaseScenarios)
