import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { calendarsScenarios } from './calendars.scenarios.ts'

onEveryRunner('calendars', calendarsScenarios)
