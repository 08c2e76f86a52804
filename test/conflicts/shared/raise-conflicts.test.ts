import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { raiseConflictsScenarios } from './raise-conflicts.scenarios.ts'

onEveryRunner('contested registrations', raiseConflictsScenarios)
