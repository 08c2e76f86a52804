import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { checkInsScenarios } from './check-ins.scenarios.ts'

onEveryRunner('check-ins', checkInsScenarios)
