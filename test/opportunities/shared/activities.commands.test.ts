import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { activitiesScenarios } from './pipeline.scenarios.ts'

onEveryRunner('activities', activitiesScenarios)
