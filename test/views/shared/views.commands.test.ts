import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { viewsScenarios } from './views.scenarios.ts'

onEveryRunner('views', viewsScenarios, 'desk')
