import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { conflictsScenarios } from './conflicts.scenarios.ts'

onEveryRunner('conflicts', conflictsScenarios)
