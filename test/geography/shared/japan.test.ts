import { readFileSync } from 'node:fs'
import { readCsv } from '#main/imports/files/read-csv.ts'
import { isCorporateNumber, prefectureOfRegistry } from '#shared/geography/corporate-number.ts'
import { prefectureOfAddress, prefectureOfPostcode } from '#shared/geography/japan-municipalities.ts'
import { countryOfAddress } from '#shared/imports/read-country.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleFile } from '../../imports/sample-data.ts'

describe('the prefecture of an address', () => {
  it.each<[string, string, string]>([
    ['横浜市都筑区仲町台２−７−１', 'JP-14', '横浜市都筑区'],
    ['上川郡東神楽町１４号北１番地', 'JP-01', '上川郡東神楽町'],
    ['千代田区大手町一丁目３番２号', 'JP-13', '千代田区'],
    ['大阪市北区梅田三丁目３番５号', 'JP-27', '大阪市北区'],
    ['北区王子１−１', 'JP-13', '北区'],
    ['浜松市中区元城町１０３番地', 'JP-22', '浜松市'],
    ['ニセコ町字富士見', 'JP-01', 'ニセコ町'],
    ['鎌ヶ谷市新鎌ケ谷二丁目', 'JP-12', '鎌ケ谷市'],
    ['四日市市諏訪町１番５号', 'JP-24', '四日市市'],
    ['廿日市市下平良一丁目', 'JP-34', '廿日市市'],
    ['〒220-0012 横浜市西区みなとみらい', 'JP-14', '横浜市西区'],
    ['神奈川県横浜市西区みなとみらい', 'JP-14', '横浜市西区'],
    ['日本国東京都府中市宮西町', 'JP-13', '府中市'],
    ['京都市中京区', 'JP-26', '京都市中京区'],
    ['京都府京都市中京区', 'JP-26', '京都市中京区'],
  ])('%s is in %s', (address, prefecture, municipality) => {
    expect(prefectureOfAddress(address)).toMatchObject({ prefecture, municipality })
  })

  it('asks the registry office where several prefectures have a municipality of that name, and does not guess without it', () => {
    expect(prefectureOfAddress('府中市目崎町７６２番地')).toEqual({ prefecture: null, municipality: '府中市', confidence: 0, reason: 'unknown' })
    expect(prefectureOfAddress('府中市目崎町７６２番地', numberOf('2401'))).toMatchObject({ prefecture: 'JP-34', confidence: 0.9, reason: 'municipality-and-registry' })
    expect(prefectureOfAddress('府中市宮西町２丁目', numberOf('0124'))).toMatchObject({ prefecture: 'JP-13' })
    expect(prefectureOfAddress('府中市宮西町２丁目', numberOf('5000'))).toMatchObject({ prefecture: null, reason: 'unknown' })
  })

  it('takes the registry office for a weak answer where the address says nothing', () => {
    expect(prefectureOfAddress('日本橋人形町１−１０−３', numberOf('0100'))).toEqual({ prefecture: 'JP-13', municipality: null, confidence: 0.5, reason: 'registry' })
    expect(prefectureOfAddress('', numberOf('0100'))).toMatchObject({ prefecture: null })
    expect(prefectureOfAddress('香港ガーデンロード１')).toMatchObject({ prefecture: null, reason: 'unknown' })
  })
})

/** A corporate number of a registry office, made valid by its check digit. */
function numberOf(office: string): string {
  const body = `${office}01123456`
  return `${[1, 2, 3, 4, 5, 6, 7, 8, 9].find((digit) => isCorporateNumber(`${digit}${body}`))}${body}`
}

describe('a corporate number', () => {
  it('is thirteen digits of which the first checks the rest', () => {
    expect(['6020001008662', '1010001185037', '9450001002677', '4010001090011'].map(isCorporateNumber)).toEqual([true, true, true, true])
    expect(['6020001008663', '0020001008662', '602000100866', '60200010086620', '６０２０００１００８６６２', ''].filter(isCorporateNumber)).toEqual([])
  })

  it('shows one wrong digit nearly always, and has exactly one check digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12}$/), (body) => {
        expect([1, 2, 3, 4, 5, 6, 7, 8, 9].filter((digit) => isCorporateNumber(`${digit}${body}`))).toHaveLength(1)
      }),
    )
  })

  it('names the prefecture of its registry office', () => {
    expect(prefectureOfRegistry('6020001008662')).toBe('JP-14')
    expect(prefectureOfRegistry(numberOf('4400'))).toBe('JP-01')
    expect(prefectureOfRegistry(numberOf('5000'))).toBe('JP-38')
    expect(prefectureOfRegistry(numberOf('0000'))).toBeNull()
    expect(prefectureOfRegistry('6020001008663')).toBeNull()
  })
})

it('knows the prefecture of a postcode, unless two share its first digits', () => {
  expect(['100-0001', '060-0000', '2200012', '540-0008', '901-0000'].map(prefectureOfPostcode)).toEqual(['JP-13', 'JP-01', 'JP-14', 'JP-27', 'JP-47'])
  expect(prefectureOfPostcode('498-0000')).toBeNull()
  expect(prefectureOfPostcode('1000')).toBeNull()
})

const COMPANIES = sampleFile('leads-japan.csv')

it.runIf(COMPANIES !== null)('resolves at least 97 % of the Japanese addresses of the sample, and the country of the foreign ones', () => {
  const table = readCsv(readFileSync(COMPANIES!))
  if (!table.ok) throw new Error(table.error.code)
  const at = (name: string): number => table.value.columns.indexOf(name)
  const counts = { japanese: 0, resolved: 0, foreign: 0, foreignNamed: 0, agree: 0, byMunicipality: 0 }
  for (const row of table.value.rows) {
    const address = row[at('address')]!
    const number = row[at('corporate_number')]! || null
    if (address === '') continue
    const { prefecture, reason } = prefectureOfAddress(address, number)
    if (number === null && prefecture === null) {
      counts.foreign++
      if (countryOfAddress(address) !== null) counts.foreignNamed++
      continue
    }
    counts.japanese++
    if (prefecture !== null) counts.resolved++
    if (number === null || reason !== 'municipality') continue
    counts.byMunicipality++
    if (prefectureOfRegistry(number) === prefecture) counts.agree++
  }
  process.stdout.write(
    `prefecture of ${counts.resolved} of ${counts.japanese} Japanese addresses; of ${counts.byMunicipality} found by municipality alone ${counts.agree} have their number from a registry office there; ` +
      `country of ${counts.foreignNamed} of ${counts.foreign} other addresses\n`,
  )
  expect(counts.resolved / counts.japanese).toBeGreaterThanOrEqual(0.97)
  // An independent witness: companies rarely move, so the registry office nearly always agrees with the municipality.
  expect(counts.agree / counts.byMunicipality).toBeGreaterThan(0.94)
  expect(counts.foreignNamed / counts.foreign).toBeGreaterThan(0.9)
})
