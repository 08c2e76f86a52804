import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { leadScoreScenarios } from './lead-score.scenarios.ts'

onEveryRunner('scoring leads', leadScoreScenarios)
