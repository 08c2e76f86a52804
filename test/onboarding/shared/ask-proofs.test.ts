import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { askedProofsScenarios } from './proofs.scenarios.ts'

onEveryRunner('proofs that are there already', askedProofsScenarios)
