import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { applicationsScenarios } from './applications.scenarios.ts'

onEveryRunner('applications', applicationsScenarios)
