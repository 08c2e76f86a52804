import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { certificatesScenarios } from './training.scenarios.ts'

onEveryRunner('certificates', certificatesScenarios)
