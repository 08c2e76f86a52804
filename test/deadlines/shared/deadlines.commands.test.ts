import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { deadlinesScenarios } from './deadlines.scenarios.ts'

onEveryRunner('deadlines', deadlinesScenarios)
