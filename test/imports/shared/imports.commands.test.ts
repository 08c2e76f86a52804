import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { importsScenarios } from './imports.scenarios.ts'

onEveryRunner('imports', importsScenarios)
