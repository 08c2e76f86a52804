import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { assignmentScenarios } from './assignment.scenarios.ts'

onEveryRunner('assignment', assignmentScenarios)
