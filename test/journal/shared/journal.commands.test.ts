import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { journalOnTheDeskScenarios, journalScenarios } from './journal.scenarios.ts'

onEveryRunner('journal', journalScenarios)
onEveryRunner('journal of the desk', journalOnTheDeskScenarios, 'desk')
