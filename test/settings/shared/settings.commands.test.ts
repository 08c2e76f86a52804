import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { settingsScenarios } from './settings.scenarios.ts'

onEveryRunner('settings', settingsScenarios, 'desk')
