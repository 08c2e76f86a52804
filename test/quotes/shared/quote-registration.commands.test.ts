import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { quoteRegistrationScenarios } from './quote-registration.scenarios.ts'

onEveryRunner('quotes for a registered deal', quoteRegistrationScenarios)
