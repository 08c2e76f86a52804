import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { settleCaseScenarios } from './settle-case.scenarios.ts'

onEveryRunner('settled cases', settleCaseScenarios)
