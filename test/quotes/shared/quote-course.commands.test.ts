import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { quoteCourseScenarios } from './quote-course.scenarios.ts'

onEveryRunner('the course of a quote', quoteCourseScenarios)
