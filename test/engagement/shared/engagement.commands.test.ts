import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { engagementScenarios } from './engagement.scenarios.ts'

onEveryRunner('engagement', engagementScenarios)
