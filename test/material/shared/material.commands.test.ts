import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { materialScenarios } from './material.scenarios.ts'

onEveryRunner('local material', materialScenarios)
