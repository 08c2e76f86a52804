import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { edgeCaseScenarios } from './applications.scenarios.ts'

onEveryRunner('the edge cases of recruiting', edgeCaseScenarios)
