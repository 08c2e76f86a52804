import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { proofsScenarios } from './proofs.scenarios.ts'

onEveryRunner('proofs of tasks', proofsScenarios)
