import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { opportunitiesScenarios } from './opportunities.scenarios.ts'

onEveryRunner('opportunities', opportunitiesScenarios)
