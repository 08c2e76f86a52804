import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { peopleScenarios } from './training.scenarios.ts'

onEveryRunner('people of partners', peopleScenarios)
