import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { claimsScenarios } from './claims.scenarios.ts'

onEveryRunner('claims', claimsScenarios)
