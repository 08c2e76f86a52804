import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { draftScenarios } from './draft.scenarios.ts'
import { activationScenarios } from './activation.scenarios.ts'

onEveryRunner('drafts of territory models', draftScenarios)
onEveryRunner('activation of territory models', activationScenarios)
