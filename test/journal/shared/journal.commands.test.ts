import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { journalScenarios } from './journal.scenarios.ts'

onEveryRunner('journal', journalScenarios)
