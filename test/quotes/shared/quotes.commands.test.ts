import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { quotesScenarios } from './quotes.scenarios.ts'

onEveryRunner('quotes', quotesScenarios)
