import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { reviewsScenarios } from './reviews.scenarios.ts'

onEveryRunner('reviews', reviewsScenarios)
