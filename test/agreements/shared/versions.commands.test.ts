import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { versionsScenarios } from './agreements.scenarios.ts'

onEveryRunner('versions of agreements', versionsScenarios)
