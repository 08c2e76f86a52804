import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { plansScenarios } from './plans.scenarios.ts'

onEveryRunner('plans', plansScenarios)
