import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { mergeScenarios } from './lead-merge.scenarios.ts'

onEveryRunner('merging leads', mergeScenarios)
