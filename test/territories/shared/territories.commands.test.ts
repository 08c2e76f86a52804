import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { territoriesScenarios } from './territories.scenarios.ts'

onEveryRunner('territories', territoriesScenarios)
