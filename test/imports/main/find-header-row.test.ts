import { readCsv } from '#main/imports/files/read-csv.ts'
import { knownHeaders } from '#shared/imports/known-headers.ts'
import { leadImport } from '#shared/imports/subjects/lead-import.ts'
import { expect, it } from 'vitest'

const isKnownHeader = knownHeaders(leadImport.fields)

function read(text: string) {
  const result = readCsv(Buffer.from(text), { isKnownHeader })
  if (!result.ok) return result.error
  const { headerLine, columns, rows, refused, notices } = result.value
  return { headerLine, columns, rows, refused: refused.map(({ code, line }) => [code, line]), notices: notices.map(({ code, data }) => [code, data]) }
}

it.each([
  ['with the same name twice', 'Company,Company,Country,Country\nA,B,DE,FR\n', 1],
  ['narrower than every row', 'Company,Country\nA Ltd,DE,1\nB Ltd,DE,2\nC Ltd,DE,3\n', 1],
  ['in Japanese, under junk that looks more like one', ',a,b,c\nw,x,y,z\n会社名,国,業種,備考\nリラ,日本,小売,無\n', 3],
  ['in Spanish', 'Informe,2027,uno,dos\nEmpresa,País,Ciudad,Notas\nPeñón,España,Cádiz,x\n', 2],
  ['of one column', 'Company\nAcme\nBeta\n', 1],
  ['of names nobody knows, some of them twice', 'Foo,Foo,Bar,Bar\nA,B,DE,FR\n', 1],
])('takes for the header the row of known names %s', (_, text, line) => {
  expect(read(text)).toMatchObject({ headerLine: line })
})

it('refuses every row that is wider than its header, instead of making the first of them the header', () => {
  expect(read('Company,Country\nA Ltd,DE,1\nB Ltd,DE,2\n')).toMatchObject({ columns: ['Company', 'Country'], rows: [], refused: [['import.ragged-row', 2], ['import.ragged-row', 3]], notices: [] })
})

it('refuses full rows that stand above the column names, and only notices junk', () => {
  expect(read('A Ltd,DE,Berlin\nB Ltd,FR,Paris\nCompany,Country,City\nC Ltd,ES,Vigo\n')).toMatchObject({
    rows: [['C Ltd', 'ES', 'Vigo']],
    refused: [['import.row-above-header', 1], ['import.row-above-header', 2]],
  })
  expect(read('Leads of spring,,\n,27,\nCompany,Country,City\nC Ltd,ES,Vigo\n')).toMatchObject({ refused: [], notices: [['import.lines-skipped', { from: 1, to: 2, rows: 0 }]] })
})

it('refuses a header of fifty million characters in a moment', () => {
  const started = performance.now()
  expect(read(`${'x'.repeat(50_000_000)}\n1\n`)).toMatchObject({ code: 'import.cell-too-long', line: 1, column: { index: 1 } })
  expect(performance.now() - started).toBeLessThan(3000)
})
