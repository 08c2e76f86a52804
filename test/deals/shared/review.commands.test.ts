import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { reviewScenarios } from './review.scenarios.ts'

onEveryRunner('review', reviewScenarios)
