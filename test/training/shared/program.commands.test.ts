import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { programScenarios } from './training.scenarios.ts'

onEveryRunner('courses and requirements', programScenarios)
