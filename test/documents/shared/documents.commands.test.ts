import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { documentsScenarios } from './documents.scenarios.ts'

onEveryRunner('documents', documentsScenarios)
