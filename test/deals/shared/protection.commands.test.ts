import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { protectionScenarios } from './protection.scenarios.ts'

onEveryRunner('protection', protectionScenarios)
