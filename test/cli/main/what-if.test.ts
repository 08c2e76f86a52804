import { describe, expect, test } from 'vitest'
import { openForWriting } from '#main/workspace/open.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { modelEdits, territoryModels } from '#shared/models/territory-model.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { territories, territoryRules } from '#shared/territories/territory.table.ts'
import { buildLead, YESTERDAY } from '#test/foundation/builders/build-lead.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { buildRule, buildTerritory } from '#test/foundation/builders/build-territory.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { runCli } from '#test/foundation/run-cli.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

/** A workspace with a draft that gives the Spanish leads to another territory. */
function aWorkspace() {
  const directory = temporaryWorkspace()
  const db = openForWriting(directory)
  const [ana, ben] = [buildPartner({ code: 'ANA' }), buildPartner({ code: 'BEN' })]
  const [iberia, america] = [buildTerritory({ code: 'IBERIA', candidates: [{ partnerId: ana.id, weight: 1 }] }), buildTerritory({ code: 'AMERICA', candidates: [{ partnerId: ben.id, weight: 1 }] })]
  const rule = buildRule({ code: 'ES', territoryId: iberia.id, condition: { field: 'country', is: ['ES'] } })
  const model = { id: nextId(), name: 'Spring 2027', notes: null, state: 'draft' as const, basedOn: null, effectiveFrom: null, heldUpBy: null, holdOver: 'worked' as const, holdOverUntil: null, activatedAt: null, activatedBy: null, archivedAt: null, createdAt: YESTERDAY, updatedAt: YESTERDAY, rev: 1 }
  putRows(db, partners, [ana, ben])
  putRows(db, territories, [iberia, america])
  putRows(db, territoryRules, [rule])
  putRows(db, leads, [buildLead({ company: 'Lira', country: 'ES', stage: 'offered', partnerId: ana.id, territoryId: iberia.id, assignmentOrigin: 'rules' })])
  putRows(db, territoryModels, [model, { ...model, id: nextId(), name: '', state: 'archived' as const }])
  putRows(db, modelEdits, [{ id: nextId(), modelId: model.id, subject: 'rule' as const, subjectId: rule.id, kind: 'change' as const, name: 'ES', fields: { territoryId: america.id }, base: { territoryId: iberia.id }, createdAt: YESTERDAY, updatedAt: YESTERDAY, rev: 1 }])
  db.close()
  return { on: ['--workspace', directory], modelId: model.id }
}

describe('workbench assign --preview --model', { timeout: 120_000 }, () => {
  test('says what a draft would do, by its id or its name', async () => {
    const { on, modelId } = aWorkspace()
    const move = { from: { territory: 'IBERIA', partner: 'ANA' }, to: { territory: 'AMERICA', partner: 'BEN' }, leads: 1 }
    for (const name of [modelId, 'Ｓｐｒｉｎｇ 2027']) {
      expect((await runCli(['assign', '--preview', '--model', name, ...on, '--json'])).json()).toMatchObject({ model: { id: modelId, state: 'draft' }, leads: 1, moved: 1, moves: [move], partners: [{ code: 'ANA', today: 1, after: 0 }, { code: 'BEN', today: 0, after: 1 }], problems: [] })
    }
    expect((await runCli(['assign', '--preview', '--model', 'Spring 2027', ...on])).out).toContain('IBERIA / ANA → AMERICA / BEN')
  })

  test('refuses a model that is not there, and to run one', async () => {
    const { on } = aWorkspace()
    expect(await runCli(['assign', '--preview', '--model', 'Autumn', ...on])).toMatchObject({ exit: 1, out: '' })
    expect(await runCli(['assign', '--model', 'Spring 2027', ...on])).toMatchObject({ exit: 2 })
  })
})
