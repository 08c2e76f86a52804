import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { templatesScenarios } from './templates.scenarios.ts'

onEveryRunner('templates', templatesScenarios)
