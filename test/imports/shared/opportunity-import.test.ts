import { readFileSync } from 'node:fs'
import { readCsv } from '#main/imports/files/read-csv.ts'
import { opportunityExport } from '#shared/imports/subjects/export-subjects.ts'
import type { Companion } from '#shared/imports/subjects/import-subject.ts'
import { opportunityImport, opportunityImportColumns } from '#shared/imports/subjects/opportunity-import.ts'
import { readOpportunityRow } from '#shared/imports/subjects/read-opportunity-row.ts'
import { suggestMapping } from '#shared/imports/suggest-mapping.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { buildOpportunity } from '#test/foundation/builders/build-account.ts'
import { idNumber } from '#test/foundation/builders/sequential-id.ts'
import { describe, expect, it } from 'vitest'
import { NOW, readLines, readTable } from '../read-lines.ts'
import { sampleFile } from '../sample-data.ts'

const CUSTOMER = { id: idNumber(0x31), name: 'Isdom', territoryId: idNumber(0x20) }
const accountsByName = new Map([['isdom', CUSTOMER]])
const line = { reference: 'Z063', account: 'ISDOM Inc.', stage: 'Won', product: 'GTXPro', amount: '4514', currency: 'usd', openedOn: '2016-10-25', closedOn: '2017-03-11', salesAgent: 'Darcel Schlecht' }

const companion = (name: string, columns: readonly string[], ...rows: readonly (readonly string[])[]): Companion => ({ name, columns, rows, lineOf: (index) => index + 2 })
const products = companion('products.csv', ['product_id', 'product', 'series', 'sales_price'], ['P002', 'GTX Pro', 'GTX', '4821'], ['P005', 'GTX Plus Pro', 'GTX', '5482'])
const teams = companion('sales_teams.csv', ['sales_agent', 'manager', 'regional_office'], ['Darcel Schlecht', 'Melvin Marxen', 'Central'])
const customers = companion('accounts.csv', ['account', 'sector', 'employees', 'office_location'], ['Cancity', 'retail', '2448', 'United States'], ['Broken', 'retail', 'many', 'Kenya'])

function readWith(companions: readonly Companion[], lines: readonly Readonly<Record<string, string>>[], facts: Parameters<typeof readLines>[2] = { accountsByName }) {
  const columns = Object.keys(lines[0]!)
  const mapping = { ...Object.fromEntries(columns.map((column) => [column, { column }])), currency: { constant: 'USD' } }
  return readTable(opportunityImport, columns, lines.map((each) => columns.map((column) => each[column] ?? '')), mapping, facts, companions)
}

describe('a line of opportunities', () => {
  it('becomes a whole row of the account that bears the name, at our stage, with its days', () => {
    const { rows, errors } = readLines(opportunityImport, [line, { ...line, reference: 'A1', stage: 'Engaging', amount: '', closedOn: '2027-03-31' }], { accountsByName })
    expect(errors).toEqual([])
    expect(rows.opportunities[0]).toMatchObject({ accountId: CUSTOMER.id, territoryId: CUSTOMER.territoryId, name: 'Isdom – GTXPro', stage: 'won', amount: 4514_00, currency: 'USD', openedOn: '2016-10-25', closedAt: '2017-03-11T12:00:00.000Z', stageSince: '2017-03-11T12:00:00.000Z', reference: 'Z063' })
    expect(rows.opportunities[1]).toMatchObject({ stage: 'evaluation', amount: null, closedAt: null, expectedCloseOn: '2027-03-31', stageSince: '2016-10-25T12:00:00.000Z' })
    const empty = Object.fromEntries(opportunities.columnNames.map((column) => [column, null]))
    expect(opportunities.row.safeParse({ ...empty, createdAt: NOW, updatedAt: NOW, rev: 1, ...rows.opportunities[0] }).error).toBeUndefined()
  })

  it('is refused for what it names and nobody knows, with each problem at its own field', () => {
    const { errors } = readWith([products], [{ ...line, account: 'Nobody' }, { ...line, stage: 'Perhaps', amount: 'much' }, { ...line, account: '' }, { ...line, product: 'GTX Pr' }, { ...line, account: 'Twins' }], { accountsByName: new Map([...accountsByName, ['twins', null]]) })
    expect(errors.map(({ line: at, field, code, value }) => [at, field, code, value])).toEqual([
      [2, 'account', 'opportunity.account-unknown', 'Nobody'], [3, 'stage', 'import.choice-unknown', 'Perhaps'], [3, 'amount', 'import.number-invalid', 'much'],
      [4, 'account', 'import.value-missing', null], [5, 'product', 'opportunity.product-unknown', 'GTX Pr'], [6, 'account', 'opportunity.account-ambiguous', 'Twins'],
    ])
  })

  it('is left out where its reference is known, here or before', () => {
    const { rows, duplicates } = readLines(opportunityImport, [line, line, { ...line, reference: 'OLD' }], { accountsByName, opportunityReferences: new Set(['OLD']) })
    expect([rows.opportunities.length, duplicates]).toEqual([1, [3, 4]])
  })

  it('names no account: one is made for all such lines, where the person named it', () => {
    const { rows, errors } = readLines(opportunityImport, [{ ...line, account: '', reference: '1', accountElse: 'Not named yet' }, { ...line, account: '', reference: '2', accountElse: 'Not named yet' }], { accountsByName })
    expect(errors).toEqual([])
    expect(rows.accounts.map(({ name }) => name)).toEqual(['Not named yet'])
    expect(new Set(rows.opportunities.map(({ accountId }) => accountId))).toEqual(new Set([rows.accounts[0]!['id']]))
  })

  it('comes back from an exported file as it was', () => {
    const opportunity = buildOpportunity({ accountId: CUSTOMER.id, territoryId: CUSTOMER.territoryId, name: 'Ledger', stage: 'proposal', product: 'GTX Pro', amount: 12_50, currency: 'USD', expectedCloseOn: '2027-03-31', openedOn: '2026-10-01', stageSince: '2026-10-01T12:00:00.000Z', reference: 'Z063', salesAgent: 'Darcel', notes: 'Later' })
    const cells = opportunityExport.cells(opportunity, 'Isdom', { partnerCode: () => undefined, territoryCode: () => undefined }).map((cell) => (cell === null ? '' : String(cell)))
    const mapping = Object.fromEntries(suggestMapping(opportunityImport.fields, opportunityExport.header, [cells]).map(({ field, source }) => [field, source]))
    const { rows, errors } = readTable(opportunityImport, opportunityExport.header, [cells], mapping, { accountsByName })
    expect(errors).toEqual([])
    expect(rows.opportunities[0]).toEqual({ ...Object.fromEntries(opportunityImportColumns.map((column) => [column, opportunity[column]])), id: expect.any(String) })
  })

  it('reads days in the order that the column tells', () => {
    const values = { ...line, name: '', partner: '', notes: '', accountElse: '', openedOn: '03/04/2027' }
    const read = readOpportunityRow(values, { mark: null, order: 'day-first' })
    expect('line' in read && read.line.openedOn).toBe('2027-04-03')
  })
})

describe('the files beside it', () => {
  it('tell that two spellings are one product, and say so', () => {
    const { rows, notices } = readWith([products], [line, { ...line, reference: '2', product: 'GTX Pro' }, { ...line, reference: '3', product: 'gtx-pro' }])
    expect(rows.opportunities.map(({ product }) => product)).toEqual(['GTX Pro', 'GTX Pro', 'GTX Pro'])
    expect(notices.filter(({ code }) => code === 'import.product-read-as').map(({ line: at, data }) => [at, data])).toEqual([[2, { written: 'GTXPro', product: 'GTX Pro', rows: 1 }], [4, { written: 'gtx-pro', product: 'GTX Pro', rows: 1 }]])
    expect(rows.products.map(({ code, name }) => [code, name])).toEqual([['P002', 'GTX Pro'], ['P005', 'GTX Plus Pro']])
  })

  it('give what is open and has no amount the list price, and say for how many', () => {
    const { rows, notices } = readWith([products], [{ ...line, stage: 'Engaging', amount: '', closedOn: '' }, { ...line, reference: '2', amount: '' }])
    expect(rows.opportunities.map(({ amount }) => amount)).toEqual([4821_00, null])
    expect(notices).toContainEqual({ code: 'import.amount-from-list-price', line: null, column: null, data: { rows: 1 } })
  })

  it('bring accounts, whose own lines that are refused are told, and the teams of salespeople', () => {
    const { rows, errors, notices } = readWith([customers, teams], [{ ...line, account: 'Cancity' }, { ...line, account: 'Broken', reference: '2' }], {})
    expect(rows.accounts.map(({ name, country }) => [name, country])).toEqual([['Cancity', 'US']])
    expect(rows.opportunities.map(({ accountId, salesTeam }) => [accountId, salesTeam])).toEqual([[rows.accounts[0]!['id'], 'Melvin Marxen, Central']])
    expect(errors.map(({ line: at, code }) => [at, code])).toEqual([[3, 'opportunity.account-unknown']])
    expect(notices).toContainEqual({ code: 'import.number-invalid', line: 3, column: { index: 0, name: 'accounts.csv, employees' }, data: { value: 'many' } })
    expect(notices).toContainEqual({ code: 'import.companion-read', line: null, column: null, data: { file: 'accounts.csv', kind: 'accounts', rows: 1 } })
  })

  it('are named where they are none of these', () => {
    expect(readWith([companion('weather.csv', ['day', 'rain'], ['1', '2'])], [line]).notices).toContainEqual({ code: 'import.companion-unknown', line: null, column: null, data: { file: 'weather.csv' } })
  })
})

const pipeline = sampleFile('crm-sales-opportunities/sales_pipeline.csv')

it.skipIf(pipeline === null)('a real pipeline: all 8,800 opportunities are read, and GTXPro is found to be GTX Pro', () => {
  const table = (name: string): Companion => {
    const read = readCsv(readFileSync(sampleFile(`crm-sales-opportunities/${name}`)!))
    if (!read.ok) throw new Error(read.error.code)
    return { name, ...read.value }
  }
  const { columns, rows: cells } = table('sales_pipeline.csv')
  const mapping = Object.fromEntries(suggestMapping(opportunityImport.fields, columns, cells).map(({ field, source }) => [field, source]))
  const beside = ['accounts.csv', 'products.csv', 'sales_teams.csv'].map(table)
  const strict = readTable(opportunityImport, columns, cells, { ...mapping, currency: { constant: 'USD' } }, {}, beside)
  expect([strict.rows.opportunities.length, strict.errors.length, new Set(strict.errors.map(({ code, field }) => `${field} ${code}`))]).toEqual([7375, 1425, new Set(['account import.value-missing'])])
  const { rows, errors, duplicates, notices } = readTable(opportunityImport, columns, cells, { ...mapping, currency: { constant: 'USD' }, accountElse: { constant: 'Not named yet' } }, {}, beside)
  expect([rows.opportunities.length, rows.accounts.length, errors, duplicates]).toEqual([8800, 86, [], []])
  expect(notices.find(({ code }) => code === 'import.product-read-as')?.data).toEqual({ written: 'GTXPro', product: 'GTX Pro', rows: 1480 })
  expect(Object.fromEntries([...Map.groupBy(rows.opportunities, ({ stage }) => stage)].map(([stage, own]) => [stage, own.length]))).toEqual({ won: 4238, lost: 2473, evaluation: 1589, discovery: 500 })
  expect(rows.opportunities.filter(({ salesTeam }) => salesTeam === null)).toEqual([])
})
