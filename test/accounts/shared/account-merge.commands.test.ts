import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { accountMergeScenarios } from './account-merge.scenarios.ts'

onEveryRunner('merging accounts', accountMergeScenarios)
