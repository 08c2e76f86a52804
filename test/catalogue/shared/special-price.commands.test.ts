import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { specialPriceScenarios } from './special-price.scenarios.ts'

onEveryRunner('a special price', specialPriceScenarios)
