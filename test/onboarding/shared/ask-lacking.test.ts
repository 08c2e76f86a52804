import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { lackingScenarios } from './proofs.scenarios.ts'

onEveryRunner('what is lacking at the gate', lackingScenarios)
