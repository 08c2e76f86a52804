import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { acceptancesScenarios } from './agreements.scenarios.ts'

onEveryRunner('acceptances', acceptancesScenarios)
