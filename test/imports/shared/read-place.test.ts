import { readFileSync } from 'node:fs'
import { readCsv } from '#main/imports/files/read-csv.ts'
import type { FieldReading } from '#shared/imports/field-reading.ts'
import { countryOfAddress, readCountry } from '#shared/imports/read-country.ts'
import { readRegion } from '#shared/imports/read-region.ts'
import { describe, expect, it } from 'vitest'
import { sampleFile } from '../sample-data.ts'

function value<T>(reading: FieldReading<T>): T | string | null {
  return reading.ok ? reading.value : reading.code
}

describe('countries', () => {
  it.each([
    ['JP', 'JP JPN 392 Japan japan 日本 Japón ＪＰ'],
    ['US', 'US USA 840 アメリカ合衆国 米国 EE.UU. U.S.A.'],
    ['GB', 'GB UK 英国 イギリス England'],
    ['KR', 'Korea 韓国 大韓民国 대한민국'],
    ['GT', 'Guatemala グアテマラ'],
    ['BZ', 'Belice ベリーズ 84 084'],
    ['DE', 'Deutschland Alemania ドイツ連邦共和国'],
  ])('%s', (code, spellings) => {
    expect(spellings.split(' ').filter((spelling) => value(readCountry(spelling)) !== code)).toEqual([])
  })

  it.each([
    ['United States of America', 'US'], ['The Netherlands', 'NL'], ['Republic of Guatemala', 'GT'], ['Kingdom of Spain', 'ES'], ['República de Guatemala', 'GT'],
    ['シンガポール共和国', 'SG'], ['Iran, Islamic Republic of', 'IR'], ['Trinidad and Tobago', 'TT'], ['Côte d’Ivoire', 'CI'], ['United Kingdoms', 'GB'], ['Philipines', 'PH'],
  ])('%s is %s', (name, code) => {
    expect(value(readCountry(name))).toBe(code)
  })

  it('refuses what is none, and takes an empty cell for nothing', () => {
    for (const text of ['Narnia', 'Northwest', '999', 'Q', '日']) expect(value(readCountry(text))).toBe('import.country-unknown')
    expect(value(readCountry(' '))).toBeNull()
  })

  it.each<[string, string | null]>([
    ['香港、クイーンズ・ロード・セントラル１番', 'HK'],
    ['大韓民国ソウル特別市江南区彦州路３０街３９', 'KR'],
    ['アメリカ合衆国０１７４８−２２０９マサチューセッツ州', 'US'],
    ['６０６０６、アメリカ合衆国イリノイ州シカゴ市', 'US'],
    ['スペイン２８００３マドリード', 'ES'],
    ['Ｏｎｅ　Ｎｅｗ　Ｃｈａｎｇｅ，Ｌｏｎｄｏｎ　ＥＣ４Ｍ９ＡＦ，Ｕ．Ｋ．', 'GB'],
    ['５　Ｔｅｍａｓｅｋ　Ｂｏｕｌｅｖａｒｄ，　Ｓｉｎｇａｐｏｒｅ　０３８９８５', 'SG'],
    ['横浜市都筑区仲町台２−７−１', null],
    ['港区タイヨービル１階', null],
    ['100 Main Street, Boulder, CO', null],
  ])('the address %s names %s', (address, country) => {
    expect(countryOfAddress(address)).toBe(country)
  })
})

describe('regions', () => {
  it.each<[string, string | null, string]>([
    ['JP-13', null, 'JP-13'], ['jp-13', 'JP', 'JP-13'], ['13', 'JP', 'JP-13'], ['東京都', 'JP', 'JP-13'], ['東京', null, 'JP-13'], ['Tokyo', null, 'JP-13'], ['Tokio', 'JP', 'JP-13'],
    ['Osaka-fu', 'JP', 'JP-27'], ['Kanagawa Prefecture', 'JP', 'JP-14'], ['北海道', 'JP', 'JP-01'], ['Hokkaido', 'JP', 'JP-01'],
    ['CA', 'US', 'US-CA'], ['California', null, 'US-CA'], ['Nueva York', 'US', 'US-NY'], ['カリフォルニア州', 'US', 'US-CA'], ['カリフォルニア', 'US', 'US-CA'], ['US-US-NY', 'US', 'US-NY'],
    ['Petén', 'GT', 'GT-17'], ['Peten', null, 'GT-17'], ['GT-PE', 'GT', 'GT-17'], ['Departamento de Sololá', 'GT', 'GT-07'], ['Toledo', 'BZ', 'BZ-TOL'],
    ['Bavaria', 'DE', 'DE-BY'], ['Bayern', 'DE', 'DE-BY'], ['Île-de-France', 'FR', 'FR-IDF'], ['Madrid', 'ES', 'ES-MD'], ['广东', 'CN', 'CN-GD'], ['Wien', 'AT', 'AT-9'],
  ])('%s in %s is %s', (text, country, code) => {
    expect(value(readRegion(text, country))).toBe(code)
  })

  it('refuses a region of another country, one that is none, and one that several countries have', () => {
    expect(value(readRegion('US-NY', 'JP'))).toBe('import.region-unknown')
    expect(value(readRegion('Northwest', 'US'))).toBe('import.region-unknown')
    expect(readRegion('Punjab', null)).toMatchObject({ ok: false, code: 'import.region-ambiguous', data: { candidates: 'IN-PB PK-PB' } })
    expect(value(readRegion('Punjab', 'IN'))).toBe('IN-PB')
  })
})

const ORGANISATIONS = sampleFile('leads-organisations.csv')

it.runIf(ORGANISATIONS !== null)('reads every country and 99.8 % of the regions of 25,819 organisations', () => {
  const table = readCsv(readFileSync(ORGANISATIONS!))
  const rows = table.ok ? table.value.rows : []
  const [country, region] = ['country', 'region'].map((name) => (table.ok ? table.value.columns.indexOf(name) : -1)) as [number, number]
  expect(rows).toHaveLength(25_819)
  expect(rows.filter((row) => !readCountry(row[country]!).ok)).toEqual([])
  const withRegion = rows.filter((row) => row[region] !== '')
  const refused = withRegion.filter((row) => !readRegion(row[region]!, row[country]!).ok)
  process.stdout.write(`regions read: ${withRegion.length - refused.length} of ${withRegion.length}\n`)
  expect(refused.length / withRegion.length).toBeLessThan(0.002)
})
