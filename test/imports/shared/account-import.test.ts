import { readFileSync } from 'node:fs'
import { readCsv } from '#main/imports/files/read-csv.ts'
import { accounts } from '#shared/accounts/account.table.ts'
import { accountImport, accountImportColumns } from '#shared/imports/subjects/account-import.ts'
import { accountExport } from '#shared/imports/subjects/export-subjects.ts'
import { suggestMapping } from '#shared/imports/suggest-mapping.ts'
import { buildAccount } from '#test/foundation/builders/build-account.ts'
import { describe, expect, it } from 'vitest'
import { NOW, readLines, readTable } from '../read-lines.ts'
import { sampleFile } from '../sample-data.ts'

const partnerIds = new Map([['GT-LUCIO', '01990000-0000-7000-8000-000000000001']])

describe('a line of accounts', () => {
  it('becomes a whole row of the table', () => {
    const { rows, errors } = readLines(accountImport, [{
      name: 'Muebles Ría S.A.', corporateNumber: 'MRI990101AB1', website: 'www.muebles-ria.example', country: 'México', region: 'Nuevo León', city: 'Monterrey', postcode: '64000', industry: 'Comercio minorista', employees: '1,200', notes: 'paga tarde', partner: ' GT-LUCIO ',
    }], { partnerIds })
    expect(errors).toEqual([])
    expect(rows.accounts[0]).toMatchObject({
      name: 'Muebles Ría S.A.', corporateNumber: 'MRI990101AB1', website: 'https://www.muebles-ria.example/', domain: 'muebles-ria.example', country: 'MX', region: 'MX-NLE', city: 'Monterrey', postcode: '64000',
      industry: 'retail', employees: 1200, notes: 'paga tarde', partnerId: partnerIds.get('GT-LUCIO'), duplicateKey: '#MRI990101AB1',
    })
    expect(accounts.row.safeParse({ parentId: null, mergedInto: null, territoryId: null, importId: null, createdAt: NOW, updatedAt: NOW, rev: 1, ...rows.accounts[0] }).error).toBeUndefined()
  })

  it('is placed like a Japanese lead where only its address tells the prefecture', () => {
    expect(readLines(accountImport, [{ name: '株式会社花筏', nameKana: 'ハナイカダ', address: '横浜市都筑区仲町台２−７−１' }]).rows.accounts[0]).toMatchObject({ country: 'JP', region: 'JP-14', nameKana: 'ハナイカダ', partnerId: null })
  })

  it('is refused with every problem at its own field', () => {
    const { rows, errors } = readLines(accountImport, [{ name: '', employees: 'many', partner: 'NOBODY' }, { name: 'Umbralith', employees: '7', partner: '' }], { partnerIds })
    expect(errors.map(({ line, field, code, value }) => [line, field, code, value])).toEqual([
      [2, 'name', 'import.value-missing', null], [2, 'employees', 'import.number-invalid', 'many'], [2, 'partner', 'account.partner-unknown', 'NOBODY'],
    ])
    expect(rows.accounts.map(({ name }) => name)).toEqual(['Umbralith'])
  })

  it('is left out where the company is an account already, here or further up', () => {
    const { rows, duplicates } = readLines(accountImport, [{ name: 'Umbralith KK', country: 'JP' }, { name: 'ＵＭＢＲＡＬＩＴＨ株式会社', country: 'JP' }, { name: 'Known', country: 'MX' }], { accountKeys: new Set(['MX:known']) })
    expect(duplicates).toEqual([3, 4])
    expect(rows.accounts.map(({ name }) => name)).toEqual(['Umbralith KK'])
  })

  it('comes back from an exported file as it was', () => {
    const account = buildAccount({ name: '株式会社花筏', nameEn: 'Hanaikada KK', nameKana: 'ハナイカダ', corporateNumber: '6020001008662', website: 'https://hanaikada.example/', domain: 'hanaikada.example', region: 'JP-14', city: '横浜市都筑区', postcode: '224-0041', address: '仲町台２−７−１', industry: 'foods', employees: 120, partnerId: partnerIds.get('GT-LUCIO')!, notes: '一行目\n二行目' })
    const cells = accountExport.cells(account, { partnerCode: () => 'GT-LUCIO', territoryCode: () => undefined }).map((cell) => (cell === null ? '' : String(cell)))
    const mapping = Object.fromEntries(suggestMapping(accountImport.fields, accountExport.header, [cells]).map(({ field, source }) => [field, source]))
    const { rows, errors } = readTable(accountImport, accountExport.header, [cells], mapping, { partnerIds })
    expect(errors).toEqual([])
    expect(rows.accounts[0]).toEqual({ ...Object.fromEntries(accountImportColumns.map((column) => [column, account[column as keyof typeof account]])), id: expect.any(String) })
  })
})

const pipeline = sampleFile('crm-sales-opportunities/accounts.csv')

it.skipIf(pipeline === null)('real accounts: the customers of a sample pipeline are read by the headers they came with, all but one line', () => {
  const read = readCsv(readFileSync(pipeline!))
  if (!read.ok) throw new Error(read.error.code)
  const { columns, rows } = read.value
  const mapping = Object.fromEntries(suggestMapping(accountImport.fields, columns, rows).map(({ field, source }) => [field, source]))
  expect(mapping).toMatchObject({ name: { column: 'account' }, industry: { column: 'sector' }, employees: { column: 'employees' }, country: { column: 'office_location' } })
  const result = readTable(accountImport, columns, rows, mapping)
  expect({ rows: rows.length, read: result.rows.accounts.length, errors: result.errors, duplicates: result.duplicates }).toEqual({ rows: 85, read: 85, errors: [], duplicates: [] })
  expect(result.rows.accounts.filter(({ country }) => country === null)).toEqual([])
})
