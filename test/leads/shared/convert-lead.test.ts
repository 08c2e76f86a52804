import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { convertLeadScenarios } from './convert-lead.scenarios.ts'

onEveryRunner('converting a lead', convertLeadScenarios)
