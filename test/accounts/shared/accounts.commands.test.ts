import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { accountsScenarios } from './accounts.scenarios.ts'

onEveryRunner('accounts', accountsScenarios)
