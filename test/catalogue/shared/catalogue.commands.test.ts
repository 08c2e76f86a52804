import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { catalogueScenarios } from './catalogue.scenarios.ts'

onEveryRunner('the catalogue', catalogueScenarios)
