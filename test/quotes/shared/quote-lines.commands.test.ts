import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { quoteLinesScenarios } from './quote-lines.scenarios.ts'

onEveryRunner('lines of quotes', quoteLinesScenarios)
