import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { mergeScenarios } from './merge.scenarios.ts'

onEveryRunner('merging leads', mergeScenarios)
