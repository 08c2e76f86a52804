import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { edgeCaseScenarios } from './edge-cases.scenarios.ts'

onEveryRunner('the edge cases of registrations', edgeCaseScenarios)
