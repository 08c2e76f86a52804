import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { agreementsScenarios } from './agreements.scenarios.ts'

onEveryRunner('agreements', agreementsScenarios)
