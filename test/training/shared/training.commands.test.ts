import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { trainingScenarios } from './training.scenarios.ts'

onEveryRunner('training and certificates', trainingScenarios)
