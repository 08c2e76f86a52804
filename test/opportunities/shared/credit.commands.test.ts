import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { creditScenarios } from './pipeline.scenarios.ts'

onEveryRunner('credit', creditScenarios)
