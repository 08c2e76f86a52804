import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { partnersScenarios } from './partners.scenarios.ts'

onEveryRunner('partners', partnersScenarios)
