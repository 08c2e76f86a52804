import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { qualificationScenarios } from './qualification.scenarios.ts'

onEveryRunner('qualification', qualificationScenarios)
