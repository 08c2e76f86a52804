import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { taxesScenarios } from './taxes.scenarios.ts'

onEveryRunner('taxes', taxesScenarios)
