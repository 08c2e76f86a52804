import type Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { examine } from '#main/workspace/doctor.ts'
import { openForWriting } from '#main/workspace/open.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { territories, territoryRules } from '#shared/territories/territory.table.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { buildRule, buildTerritory } from '#test/foundation/builders/build-territory.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

/** A workspace in which everything points at something, and a candidate at a partner that is gone. */
function aWorkspace(): { db: Database.Database; findings: () => Readonly<Record<string, string>> } {
  const directory = temporaryWorkspace()
  const db = openForWriting(directory)
  onTestFinished(() => {
    db.close()
  })
  const partner = buildPartner()
  const parent = buildTerritory({ candidates: [{ partnerId: nextId(), weight: 1 }] })
  putRows(db, partners, [partner])
  putRows(db, territories, [parent, buildTerritory({ parentId: parent.id })])
  putRows(db, territoryRules, [buildRule({ territoryId: parent.id })])
  putRows(db, leads, [buildLead({ partnerId: partner.id, territoryId: parent.id }), buildLead()])
  return { db, findings: () => Object.fromEntries(examine(db, directory).findings.flatMap(({ check, ok, detail }) => (ok ? [] : [[check, detail]]))) }
}

test('the doctor finds nothing wrong with a sound workspace', () => {
  expect(aWorkspace().findings()).toEqual({})
})

test.each([
  ['a trigger of somebody else’s', 'CREATE TRIGGER "harvest" AFTER INSERT ON "leads" BEGIN DELETE FROM "partners"; END', 'schema-objects', 'harvest'],
  ['a row that cannot be read', `UPDATE "leads" SET "declinedBy" = '['`, 'readable-rows', '2 rows of leads'],
  ['a lead of a partner that is gone', 'DELETE FROM "partners"', 'references', '1 rows of leads have a partnerId'],
  ['a lead in a territory that is gone', 'DELETE FROM "territories" WHERE "parentId" IS NOT NULL; UPDATE "leads" SET "territoryId" = \'x\'', 'references', '2 rows of leads have a territoryId'],
  ['a territory below one that is gone', `UPDATE "territories" SET "parentId" = 'x' WHERE "parentId" IS NOT NULL`, 'references', '1 rows of territories have a parentId'],
  ['a rule of a territory that is gone', `UPDATE "territoryRules" SET "territoryId" = 'x'`, 'references', '1 rows of territoryRules have a territoryId'],
])('the doctor finds %s', (_, sql, check, words) => {
  const { db, findings } = aWorkspace()
  db.exec(sql)
  expect(Object.keys(findings())).toEqual([check])
  expect(findings()[check]).toContain(words)
})
