import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { checklistsScenarios } from './checklists.scenarios.ts'

onEveryRunner('checklists', checklistsScenarios)
