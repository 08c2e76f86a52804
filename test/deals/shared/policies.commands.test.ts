import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { policiesScenarios } from './policies.scenarios.ts'

onEveryRunner('policies', policiesScenarios)
