import { modelsContract } from '#shared/models/models.contract.ts'
import { territories, territoryRules } from '#shared/territories/territory.table.ts'
import { buildRule, buildTerritory } from '#test/foundation/builders/build-territory.ts'
import { valueOf, type Desk } from '#test/foundation/desk.ts'

export const ops = modelsContract.operations

/** A live map of two territories with a rule each, and a draft of it. */
export async function aDraft(desk: Desk, name = 'Spring') {
  const kanto = buildTerritory({ code: 'KANTO', name: '関東' })
  const kansai = buildTerritory({ code: 'KANSAI', name: '関西' })
  const tokyo = buildRule({ code: 'TOKYO', name: 'Tokyo', territoryId: kanto.id, condition: { field: 'region', is: ['JP-13'] } })
  const osaka = buildRule({ code: 'OSAKA', name: 'Osaka', territoryId: kansai.id, condition: { field: 'region', is: ['JP-27'] } })
  await desk.put(territories, kanto, kansai)
  await desk.put(territoryRules, tokyo, osaka)
  const { id: modelId } = valueOf(await desk.run(ops.draft, { name }))
  return { modelId, kanto, kansai, tokyo, osaka }
}
