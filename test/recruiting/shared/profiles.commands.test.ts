import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { profilesScenarios } from './applications.scenarios.ts'

onEveryRunner('profiles', profilesScenarios)
