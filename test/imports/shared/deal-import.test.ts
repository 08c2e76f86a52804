import { describe, expect, it } from 'vitest'
import { registrations } from '#shared/deals/registration.table.ts'
import { dealImport, dealImportColumns } from '#shared/imports/subjects/deal-import.ts'
import { dealExport } from '#shared/imports/subjects/export-subjects.ts'
import { suggestMapping } from '#shared/imports/suggest-mapping.ts'
import { claimKey } from '#shared/deals/claim-key.ts'
import { buildDraft } from '#test/foundation/builders/build-registration.ts'
import { NOW, readLines, readTable } from '../read-lines.ts'

const LUCIO = '01990000-0000-7000-8000-000000000001'
const partnerIds = new Map([['GT-LUCIO', LUCIO]])
const line = { partner: 'GT-LUCIO', company: 'Muebles Ría S.A.', country: 'México', products: 'LEDGER; RISK', amount: '12,500.50', currency: 'mxn', expectedCloseOn: '2027-03-31', project: 'Planta Norte', fiscalYear: 'FY27', kind: 'en curso', contactEmail: 'ana@ria.example' }

describe('a line of registrations', () => {
  it('becomes a whole draft, whatever else the file says of what became of it', () => {
    const { rows, errors } = readLines(dealImport, [{ ...line, status: 'approved' }], { partnerIds })
    expect(errors).toEqual([])
    expect(rows.registrations[0]).toMatchObject({ partnerId: LUCIO, status: 'draft', kind: 'running', company: 'Muebles Ría S.A.', country: 'MX', products: ['LEDGER', 'RISK'], amount: 12_500_50, currency: 'MXN', project: 'Planta Norte', fiscalYear: 'FY27', expectedCloseOn: '2027-03-31' })
    const empty = Object.fromEntries(registrations.columnNames.map((column) => [column, null]))
    expect(registrations.row.safeParse({ ...empty, createdAt: NOW, updatedAt: NOW, rev: 1, ...rows.registrations[0] }).error).toBeUndefined()
  })

  it('is refused with every problem at its own field', () => {
    const { rows, errors } = readLines(dealImport, [{ ...line, partner: 'NOBODY', amount: 'much' }, { ...line, partner: '', company: '' }, { ...line, currency: '' }, { ...line, currency: 'QQQ', kind: 'perhaps' }], { partnerIds })
    expect(errors.map(({ line: at, field, code, value }) => [at, field, code, value])).toEqual([
      [2, 'partner', 'account.partner-unknown', 'NOBODY'], [2, 'amount', 'import.number-invalid', 'much'],
      [3, 'company', 'import.value-missing', null], [3, 'partner', 'import.value-missing', null],
      [4, 'currency', 'import.value-missing', null],
      [5, 'currency', 'import.choice-unknown', 'QQQ'], [5, 'kind', 'import.choice-unknown', 'perhaps'],
    ])
    expect(rows.registrations).toEqual([])
  })

  it('is left out where the partner has claimed the same business already, here or before; another project is another deal', () => {
    const known = claimKey({ partnerId: LUCIO, customerKey: 'MX:known', project: null, fiscalYear: null, products: ['RISK', 'LEDGER'] })
    const { rows, duplicates } = readLines(dealImport, [line, { ...line, company: 'MUEBLES RIA SA', products: 'RISK|LEDGER' }, { ...line, project: 'Planta Sur' }, { ...line, company: 'Known', project: '', fiscalYear: '' }], { partnerIds, claimKeys: new Set([known]) })
    expect(duplicates).toEqual([3, 5])
    expect(rows.registrations.map(({ project }) => project)).toEqual(['Planta Norte', 'Planta Sur'])
  })

  it('says where others are with the customer already, and keeps how many', () => {
    const { rows, notices } = readLines(dealImport, [line, { ...line, company: 'Umbralith' }], { partnerIds, overlapsOf: ({ company }) => (company === 'Umbralith' ? 2 : 0) })
    expect(notices).toEqual([{ code: 'import.deal-overlaps', line: 3, column: null, data: { company: 'Umbralith', others: 2 } }])
    expect(rows.registrations.map(({ overlaps }) => overlaps)).toEqual([0, 2])
  })

  it('comes back from an exported file as it was', () => {
    const deal = buildDraft({ partnerId: LUCIO, kind: 'running', company: 'Muebles Ría S.A.', country: 'MX', products: ['LEDGER', 'RISK'], amount: 12_500_50, currency: 'MXN', expectedCloseOn: '2027-03-31', customerKey: 'MX:muebles ria' })
    const cells = dealExport.cells(deal, { partnerCode: () => 'GT-LUCIO', territoryCode: () => undefined }).map((cell) => (cell === null ? '' : String(cell)))
    const mapping = Object.fromEntries(suggestMapping(dealImport.fields, dealExport.header, [cells]).map(({ field, source }) => [field, source]))
    const { rows, errors } = readTable(dealImport, dealExport.header, [cells], mapping, { partnerIds })
    expect(errors).toEqual([])
    const columns = dealImportColumns.filter((column) => column !== 'customerKey')
    expect(rows.registrations[0]).toMatchObject({ ...Object.fromEntries(columns.map((column) => [column, deal[column]])), id: expect.any(String) })
  })
})
