import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { knowledge } from '#shared/assignment/knowledge.ts'
import { exampleLeads, examplePartners, exampleTerritories } from '#main/demo/example-files.ts'
import { readCsv } from '#main/imports/files/read-csv.ts'
import { writeCsv } from '#main/imports/files/write-csv.ts'
import { compileRuleSet } from '#shared/assignment/compile-rule-set.ts'
import { leadColumnsOf, type LeadFacts } from '#shared/assignment/lead-columns.ts'
import { planAssignment } from '#shared/assignment/plan-assignment.ts'
import type { PartnerFacts, RuleFacts, TerritoryFacts } from '#shared/assignment/rule-set.ts'
import type { ImportSubjectDefinition, WorkspaceFacts } from '#shared/imports/subjects/import-subject.ts'
import { leadImport } from '#shared/imports/subjects/lead-import.ts'
import { partnerImport } from '#shared/imports/subjects/partner-import.ts'
import { territoryImport } from '#shared/imports/subjects/territory-import.ts'
import { suggestMapping } from '#shared/imports/suggest-mapping.ts'
import { readTable } from '#test/imports/read-lines.ts'
import { sampleFile } from '#test/imports/sample-data.ts'
import { describe, expect, it } from 'vitest'

const FOLDER = resolve(import.meta.dirname, '../../../resources/examples')
const TODAY = '2026-11-22'

function readFile(path: string, definition: ImportSubjectDefinition, facts: Partial<WorkspaceFacts> = {}) {
  const table = readCsv(readFileSync(path))
  if (!table.ok) throw new Error(table.error.code)
  const { columns, rows } = table.value
  const proposals = suggestMapping(definition.fields, columns, rows)
  const mapping = Object.fromEntries(proposals.map(({ field, source }) => [field, source]))
  return { ...readTable(definition, columns, rows, mapping, facts), columns, mapping }
}

const partners = readFile(join(FOLDER, 'partners.csv'), partnerImport)
const partnerIds = new Map(partners.rows.partners.map(({ code, id }) => [String(code), String(id)]))
const territories = readFile(join(FOLDER, 'territories.csv'), territoryImport, { partnerIds })
const leads = readFile(join(FOLDER, 'leads.csv'), leadImport)

describe('the example files', () => {
  it.each([
    ['partners.csv', examplePartners],
    ['territories.csv', exampleTerritories],
    ['leads.csv', exampleLeads],
  ])('%s is what its generator writes', async (name, sheet) => {
    const folder = await mkdtemp(join(tmpdir(), 'examples-'))
    try {
      const { header, rows } = sheet()
      await writeCsv(join(folder, name), header, rows)
      expect(readFileSync(join(folder, name), 'utf8')).toBe(readFileSync(join(FOLDER, name), 'utf8'))
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it.each([
    ['partners', partners],
    ['territories', territories],
    ['leads', leads],
  ])('%s are read without one error', (_, { errors, duplicates }) => {
    expect([errors, duplicates]).toEqual([[], []])
  })

  it.each([
    ['partners', partners],
    ['territories', territories],
  ])('%s: every column is proposed for the field it is named after', (_, { columns, mapping }) => {
    const fieldOf = (column: string): string => column.replace(/_([a-z])/g, (__, letter: string) => letter.toUpperCase())
    expect(mapping).toEqual(Object.fromEntries(columns.map((column) => [fieldOf(column), { column }])))
  })

  it('leads: headers of another program find their fields', () => {
    expect(Object.fromEntries(Object.entries(leads.mapping).map(([field, source]) => ['column' in source ? source.column : '', field]))).toEqual({
      Company: 'company', 'Web site': 'website', Country: 'country', State: 'region', City: 'city', 'Postal code': 'postcode', Industry: 'industry', Employees: 'employees', Product: 'product', 'Lead source': 'source', Language: 'language',
      Contact: 'contactName', 'E-mail': 'contactEmail',
    })
    expect(new Set(leads.rows.leads.map(({ language }) => language))).toEqual(new Set(['en', 'ja', 'es']))
  })

  it('use every strategy and every kind of condition', () => {
    expect(new Set(territories.rows.territories.map(({ strategy }) => strategy))).toEqual(new Set(['roundRobin', 'weighted', 'nearest', 'bestFit']))
    const fields = territories.rows.territoryRules.flatMap(({ condition }) => (condition as { all: { field: string }[] }).all.map(({ field }) => field))
    expect(new Set(fields)).toEqual(new Set(['country', 'region', 'postcode', 'industry', 'employees', 'product', 'source', 'account']))
  })
})

function distribute(rows: readonly Readonly<Record<string, unknown>>[]) {
  const ruleSet = { partners: partners.rows.partners, territories: territories.rows.territories, rules: territories.rows.territoryRules, today: TODAY }
  const compiled = compileRuleSet(ruleSet as unknown as { partners: PartnerFacts[]; territories: TerritoryFacts[]; rules: RuleFacts[]; today: string }, knowledge)
  const unplaced = { partnerId: null, territoryId: null, assignmentOrigin: null, manualUntil: null }
  const plan = planAssignment(compiled, leadColumnsOf(rows.map((row) => ({ ...row, ...unplaced }) as unknown as LeadFacts), knowledge.foldCompany), 'all')
  const given = [...plan.partner].filter((partner) => partner >= 0)
  const busiest = Math.max(...[...Map.groupBy(given, (partner) => partner).values()].map((share) => share.length))
  return { unroutable: 1 - given.length / rows.length, partners: new Set(given).size, busiest: busiest / rows.length }
}

describe('the example rules distribute files as they come', () => {
  const organisations = sampleFile('leads-organisations.csv')
  const japan = sampleFile('leads-japan.csv')

  it.skipIf(organisations === null)('organisations of the world: nearly all partners get some, one lead in eight finds nobody', () => {
    const { unroutable, partners: used, busiest } = distribute(readFile(organisations!, leadImport).rows.leads)
    expect(unroutable).toBeGreaterThan(0.05)
    expect(unroutable).toBeLessThan(0.15)
    expect(used).toBeGreaterThan(110)
    expect(busiest).toBeLessThan(0.05)
  })

  it.skipIf(japan === null)('Japanese companies: to all partners of Japan', () => {
    const { unroutable, partners: used, busiest } = distribute(readFile(japan!, leadImport).rows.leads)
    expect(unroutable).toBeLessThan(0.05)
    expect(used).toBeGreaterThan(20)
    expect(busiest).toBeLessThan(0.4)
  })
})
