import { readFileSync } from 'node:fs'
import { readCsv } from '#main/imports/files/read-csv.ts'
import { leadImport } from '#shared/imports/subjects/lead-import.ts'
import { suggestMapping, type MappableField } from '#shared/imports/suggest-mapping.ts'
import { describe, expect, it } from 'vitest'
import { sampleFile } from '../sample-data.ts'
import { accountFields, dealFields, productFields } from './mappable-fields.ts'

const leadFields: readonly MappableField[] = leadImport.fields

function mapped(fields: readonly MappableField[], headers: readonly string[], rows: readonly (readonly string[])[] = []) {
  return Object.fromEntries(suggestMapping(fields, headers, rows).map(({ field, source }) => [field, 'column' in source ? source.column : `= ${source.constant}`]))
}

describe('headers in three languages', () => {
  it('English, as CRM exports write them', () => {
    const headers = ['Company Name', 'Web Site', 'Country/Region', 'State/Province', 'Zip Code', 'No. of employees', 'E-mail Address', 'Lead Source']
    expect(mapped(leadFields, headers)).toMatchObject({
      company: 'Company Name', website: 'Web Site', region: 'State/Province', postcode: 'Zip Code', employees: 'No. of employees', contactEmail: 'E-mail Address', source: 'Lead Source',
    })
  })

  it('Japanese', () => {
    const headers = ['会社名', 'フリガナ', '都道府県', '市区町村', '郵便番号', '電話番号', 'メールアドレス', '従業員数', '業種', '法人番号', '備考']
    expect(mapped(leadFields, headers)).toMatchObject({
      company: '会社名', companyKana: 'フリガナ', region: '都道府県', city: '市区町村', postcode: '郵便番号', contactPhone: '電話番号', contactEmail: 'メールアドレス',
      employees: '従業員数', industry: '業種', corporateNumber: '法人番号', notes: '備考',
    })
  })

  it('Spanish', () => {
    expect(mapped(leadFields, ['Nombre de la empresa', 'País', 'Departamento', 'Correo electrónico', 'Teléfono', 'Número de empleados'])).toMatchObject({
      company: 'Nombre de la empresa', country: 'País', region: 'Departamento', contactEmail: 'Correo electrónico', contactPhone: 'Teléfono', employees: 'Número de empleados',
    })
  })
})

describe('values', () => {
  it('tell a column whose header says nothing', () => {
    const rows = [['Acme', 'https://acme.com', 'info@acme.com', 'Germany'], ['Beta', 'beta.jp', 'x@beta.jp', 'Japan'], ['Gamma', 'www.gamma.mx', 'y@gamma.mx', 'Mexico']]
    expect(mapped(leadFields, ['company', 'x1', 'x2', 'x3'], rows)).toEqual({ company: 'company', website: 'x1', contactEmail: 'x2', country: 'x3' })
  })

  it('lower the confidence of a header that they contradict', () => {
    const [doubtful] = suggestMapping([{ name: 'contactEmail', synonyms: ['mail'] }], ['mail'], [['12 Main Street'], ['PO Box 4'], ['none']])
    expect(doubtful === undefined || doubtful.confidence < 0.7).toBe(true)
  })

  it('give JP as the country of a file with Japanese addresses or corporate numbers and no country', () => {
    const country = { name: 'country', synonyms: [] }
    expect(mapped([country], ['住所'], [['横浜市都筑区仲町台２−７−１'], ['府中市目崎町７６２番地'], ['']])).toEqual({ country: '= JP' })
    expect(mapped([country], ['no'], [['6020001008662'], ['1010001185037']])).toEqual({ country: '= JP' })
    expect(mapped([country], ['address'], [['100 Main Street, Boulder'], ['香港ガーデンロード１']])).toEqual({})
  })
})

describe('a column', () => {
  it('goes to one field only, and a field comes from one column', () => {
    const proposals = suggestMapping(leadFields, ['name', 'company', 'contact', 'contact name'], [])
    const columns = proposals.map(({ source }) => ('column' in source ? source.column : ''))
    expect(new Set(columns).size).toBe(columns.length)
    expect(proposals.find(({ field }) => field === 'company')?.source).toEqual({ column: 'company' })
  })

  it('may be named __proto__', () => {
    expect(mapped(leadFields, ['__proto__', 'company'], [['x', 'Acme']])).toEqual({ company: 'company' })
  })
})

describe.each<[string, readonly MappableField[], Record<string, string>]>([
  ['leads-japan.csv', leadFields, { company: 'company', companyEn: 'company_en', companyKana: 'company_kana', address: 'address', industry: 'industry', corporateNumber: 'corporate_number', country: '= JP' }],
  ['leads-organisations.csv', leadFields, { company: 'company', website: 'website', country: 'country', region: 'region', city: 'city', industry: 'types', source: 'lead_source' }],
  ['crm-sales-opportunities/accounts.csv', accountFields, { company: 'account', industry: 'sector', country: 'office_location', employees: 'employees', revenue: 'revenue', foundedYear: 'year_established', parent: 'subsidiary_of' }],
  ['crm-sales-opportunities/products.csv', productFields, { code: 'product_id', name: 'product', family: 'series', listPrice: 'sales_price' }],
  ['crm-sales-opportunities/sales_pipeline.csv', dealFields, { externalId: 'opportunity_id', company: 'account', product: 'product', owner: 'sales_agent', stage: 'deal_stage', openedOn: 'engage_date', closedOn: 'close_date', amount: 'close_value' }],
  ['adventureworks/AdventureWorks_Products.csv', productFields, { code: 'Product-ID', name: 'ProductName', family: 'ModelName', description: 'ProductDescription', cost: 'ProductCost', listPrice: 'ProductPrice' }],
])('the sample file %s', (name, fields, expected) => {
  const path = sampleFile(name)
  it.runIf(path !== null)('is mapped as a person would', () => {
    const table = readCsv(readFileSync(path!))
    expect(table.ok && mapped(fields, table.value.columns, table.value.rows)).toEqual(expected)
  })
})
