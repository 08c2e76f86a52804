import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { leadsScenarios } from './leads.scenarios.ts'

onEveryRunner('leads', leadsScenarios)
