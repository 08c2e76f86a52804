import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { priceSheetScenarios } from './price-sheet.scenarios.ts'

onEveryRunner('price books as sheets', priceSheetScenarios)
