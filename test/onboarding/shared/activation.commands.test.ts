import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { activationScenarios } from './activation.scenarios.ts'

onEveryRunner('activation', activationScenarios)
