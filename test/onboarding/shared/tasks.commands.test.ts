import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { tasksScenarios } from './tasks.scenarios.ts'

onEveryRunner('tasks', tasksScenarios)
