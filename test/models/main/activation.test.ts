import { expect, onTestFinished, test } from 'vitest'
import { openForWriting } from '#main/workspace/open.ts'
import { modelEdits, territoryModels } from '#shared/models/territory-model.table.ts'
import { territories, territoryRules } from '#shared/territories/territory.table.ts'
import { valueOf } from '#test/foundation/desk.ts'
import { sqliteDesk } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'
import { aDraft, ops } from '../model-desk.ts'

test('an activation that breaks in the middle leaves everything as it was', async () => {
  const db = openForWriting(temporaryWorkspace())
  onTestFinished(() => {
    db.close()
  })
  const desk = sqliteDesk(db)
  const { modelId, kanto, osaka } = await aDraft(desk)
  valueOf(await desk.run(ops.changeTerritory, { modelId, id: kanto.id, edits: [{ field: 'name', value: 'East' }] }))
  valueOf(await desk.run(ops.changeRule, { modelId, id: osaka.id, edits: [{ field: 'priority', value: 5 }] }))
  const read = async () => [await desk.rows(territories), await desk.rows(territoryRules), await desk.rows(territoryModels), await desk.rows(modelEdits)]
  const before = await read()
  db.exec(`CREATE TEMP TRIGGER broken BEFORE UPDATE ON "territoryRules" BEGIN SELECT RAISE(ABORT, 'broken'); END`)
  await expect(desk.run(ops.activate, { id: modelId })).rejects.toThrow('broken')
  expect(await read()).toEqual(before)
  db.exec('DROP TRIGGER broken')
  valueOf(await desk.run(ops.activate, { id: modelId }))
  expect(await read()).not.toEqual(before)
})
