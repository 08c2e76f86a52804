import { leadExport, partnerExport, territoryExport, type ExportedCell } from '#shared/imports/subjects/export-subjects.ts'
import type { ImportSubjectDefinition, WorkspaceFacts } from '#shared/imports/subjects/import-subject.ts'
import { leadImport, leadImportColumns } from '#shared/imports/subjects/lead-import.ts'
import { partnerImport, partnerImportColumns } from '#shared/imports/subjects/partner-import.ts'
import { territoryImport, territoryImportColumns } from '#shared/imports/subjects/territory-import.ts'
import { suggestMapping } from '#shared/imports/suggest-mapping.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { buildRule, buildTerritory } from '#test/foundation/builders/build-territory.ts'
import { describe, expect, it } from 'vitest'
import { NOW, readTable } from '../read-lines.ts'

const noNames = { partnerCode: () => undefined, territoryCode: () => undefined }

function pick<Row extends object>(row: Row, columns: readonly (keyof Row)[]): Partial<Row> {
  return Object.fromEntries(columns.map((column) => [column, row[column]])) as Partial<Row>
}

/** Reads exported cells again, under the mapping that would be proposed for them. */
function readBack(definition: ImportSubjectDefinition, header: readonly string[], lines: readonly (readonly ExportedCell[])[], facts: Partial<WorkspaceFacts> = {}) {
  const cells = lines.map((line) => line.map((cell) => (cell === null ? '' : String(cell))))
  const mapping = Object.fromEntries(suggestMapping(definition.fields, header, cells).map(({ field, source }) => [field, source]))
  return readTable(definition, header, cells, mapping, facts)
}

describe('an exported file can be imported again', () => {
  it('leads, with what became of them beside', () => {
    const lead = buildLead({
      company: '株式会社花筏', companyEn: 'Hanaikada KK', companyKana: 'ハナイカダ', corporateNumber: '6020001008662', website: 'https://hanaikada.example/', domain: 'hanaikada.example', region: 'JP-14', city: '横浜市都筑区', postcode: '224-0041',
      address: '仲町台２−７−１', latitude: 35.5, longitude: 139.6, industry: 'foods', employees: 120, product: 'LIRA-PAY', source: 'web', language: 'ja', contactName: '青柳 恵', contactEmail: 'megumi@hanaikada.example', contactPhone: '+81455550100',
      notes: '一行目\n二行目', score: 80, stage: 'working', partnerId: 'p', territoryId: 't',
    })
    const cells = leadExport.cells(lead, { partnerCode: () => 'JP-MINATOMI', territoryCode: () => 'JP-14' })
    expect(cells.slice(-4)).toEqual(['working', 'JP-14', 'JP-MINATOMI', lead.arrivedAt])
    const { rows, errors } = readBack(leadImport, leadExport.header, [cells])
    expect(errors).toEqual([])
    expect(rows.leads[0]).toEqual({ ...pick(lead, leadImportColumns), id: expect.any(String), arrivedAt: NOW, stage: 'new' })
  })

  it('partners', () => {
    const partner = buildPartner({
      code: 'GT-LUCIO', name: 'Lucio Soluciones', type: 'valueAddedReseller', tier: 'gold', country: 'GT', region: 'GT-01', city: 'Ciudad de Guatemala', latitude: 14.634, longitude: -90.507, domain: 'lucio.example', regions: ['GT', 'BZ'], languages: ['es', 'en'],
      products: ['LIRA-PAY'], industries: ['banking'], certifications: [{ code: 'A', expires: '2027-03-31' }, { code: 'B', expires: null }], capacity: 40, timeZone: 'America/Guatemala', calendar: 'GT',
      absences: [{ from: '2026-12-24', to: '2027-01-02', reason: 'Navidad' }], contacts: [{ name: 'Jose Lucio', email: 'jose@lucio.example', phone: null, role: 'Gerente', primary: true }], notes: 'Demo',
    })
    const { rows, errors } = readBack(partnerImport, partnerExport.header, [partnerExport.cells(partner)])
    expect(errors).toEqual([])
    expect(rows.partners[0]).toEqual({ ...pick(partner, partnerImportColumns), id: expect.any(String) })
  })

  it('territories with plain rules, rules of any shape and none', () => {
    const world = buildTerritory({ code: 'WORLD' })
    const asia = buildTerritory({ code: 'APAC', parentId: world.id, strategy: 'weighted', candidates: [{ partnerId: 'lucio', weight: 3 }], requirements: { certifications: ['A'], minimumTier: 'gold', language: true }, notes: 'x' })
    const rules = [
      buildRule({ territoryId: asia.id, code: 'APAC-R7', priority: 10, condition: { all: [{ field: 'country', is: ['JP', 'KR'] }, { field: 'employees', from: null, to: 99 }] }, effectiveFrom: '2026-01-01' }),
      buildRule({ territoryId: asia.id, condition: { any: [{ field: 'country', is: ['JP'] }, { all: [{ field: 'source', is: ['web'] }] }] }, enabled: false }),
      buildRule({ territoryId: asia.id, condition: { all: [{ field: 'account', is: ['One | Two'] }] } }),
      buildRule({ territoryId: asia.id, condition: { all: [{ field: 'country', is: ['JP'] }, { field: 'country', is: ['JP', 'US'] }] } }),
      buildRule({ territoryId: asia.id, condition: { all: [] } }),
    ]
    const names = { partnerCode: () => 'GT-LUCIO', territoryCode: () => 'WORLD' }
    const lines = [...territoryExport.lines(asia, rules, names), ...territoryExport.lines(world, [], noNames)]
    const { rows, errors } = readBack(territoryImport, territoryExport.header, lines, { partnerIds: new Map([['GT-LUCIO', 'lucio']]) })
    expect(errors).toEqual([])
    expect(rows.territories[1]).toEqual({ ...pick(asia, territoryImportColumns), id: expect.any(String), parentId: rows.territories[0]?.['id'] })
    expect(rows.territoryRules.map(({ code, condition, enabled, priority, effectiveFrom }) => ({ code, condition, enabled, priority, effectiveFrom }))).toEqual(
      rules.map(({ code, condition, enabled, priority, effectiveFrom }) => ({ code, condition, enabled, priority, effectiveFrom })),
    )
  })
})
