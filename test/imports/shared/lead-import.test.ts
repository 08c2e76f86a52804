import { readFileSync } from 'node:fs'
import { readCsv } from '#main/imports/files/read-csv.ts'
import { mappingProblem } from '#shared/imports/subjects/import-subject.ts'
import { leadImport } from '#shared/imports/subjects/lead-import.ts'
import { suggestMapping } from '#shared/imports/suggest-mapping.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { describe, expect, it } from 'vitest'
import { NOW, readLines, readTable } from '../read-lines.ts'
import { sampleFile } from '../sample-data.ts'

const read = (...lines: Readonly<Record<string, string>>[]) => readLines(leadImport, lines)
const one = (line: Readonly<Record<string, string>>) => read(line).rows.leads[0]

describe('a line of leads', () => {
  it('becomes a whole row of the table', () => {
    const row = one({
      company: 'Muebles Ría S.A.', website: 'www.muebles-ria.example', country: 'México', region: 'Nuevo León', city: 'Monterrey', postcode: '64000', latitude: '25.67', longitude: '-100.31',
      industry: 'Comercio minorista', employees: '1,200', product: 'LIRA-PAY', source: 'web', language: 'Español', contactName: 'Inés Duarte', contactEmail: 'Ines@muebles-ria.example', contactPhone: '+52 81 5555 0100', score: '70', notes: 'llamar\nel lunes',
    })
    expect(row).toMatchObject({
      company: 'Muebles Ría S.A.', website: 'https://www.muebles-ria.example/', domain: 'muebles-ria.example', country: 'MX', region: 'MX-NLE', city: 'Monterrey', postcode: '64000', latitude: 25.67, longitude: -100.31,
      industry: 'retail', employees: 1200, product: 'LIRA-PAY', source: 'web', language: 'es', contactName: 'Inés Duarte', contactEmail: 'ines@muebles-ria.example', contactPhone: '+528155550100', score: 70, notes: 'llamar\nel lunes',
      stage: 'new', arrivedAt: NOW, declinedBy: [],
    })
    const noOffer = { openedAt: null, acceptedAt: null, firstTouchAt: null, lastTouchAt: null, pauses: null, dueKind: null, dueFrom: null, dueAt: null, duePolicyId: null, dueStep: null, actAt: null, endReason: null, lostReason: null, recycledAt: null, accountId: null, opportunityId: null, convertedAt: null, convertedBy: null }
    const notJudged = { scoringId: null, qualifies: null, scoreGivenAt: null, scoreReason: null, mergedInto: null, pinReason: null }
    const filledIn = { ...notJudged, territoryId: null, partnerId: null, ruleId: null, assignmentOrigin: null, manualReason: null, manualUntil: null, decisionId: null, runId: null, assignedAt: null, ...noOffer, importId: null, createdAt: NOW, updatedAt: NOW, rev: 1 }
    expect(leads.row.safeParse({ ...row, ...filledIn }).error).toBeUndefined()
  })

  it('needs nothing but a company', () => {
    expect(one({ company: 'Umbralith Works' })).toMatchObject({ company: 'Umbralith Works', country: null, domain: null, industry: null })
  })

  it('takes the domain of the column where there is no web site, and none that many companies share', () => {
    expect(one({ company: 'A', domain: 'umbralith.example' })?.['domain']).toBe('umbralith.example')
    expect(one({ company: 'A', website: 'https://www.facebook.com/umbralith' })?.['domain']).toBeNull()
  })

  it('keeps an industry and a region that people wrote in their own words', () => {
    expect(one({ company: 'A', industry: 'Falconry' })?.['industry']).toBe('Falconry')
    expect(one({ company: 'A', country: 'Japan', region: '東京都' })?.['region']).toBe('JP-13')
  })
})

describe('a Japanese line without a country', () => {
  it('is placed by its address: prefecture and municipality', () => {
    expect(one({ company: '株式会社花筏', address: '横浜市都筑区仲町台２−７−１' })).toMatchObject({ country: 'JP', region: 'JP-14', city: '横浜市都筑区' })
  })

  it('lets the registry office decide between cities of one name', () => {
    expect(one({ company: '花筏', address: '府中市府川町１番地', corporateNumber: '4240001022651' })).toMatchObject({ country: 'JP', region: 'JP-34' })
  })

  it('is placed abroad by an address that names another country, whatever the mapping assumes', () => {
    const mapping = { company: { column: 'name' }, address: { column: 'address' }, country: { constant: 'JP' } }
    const { rows } = readTable(leadImport, ['name', 'address'], [['ルノワール社', 'フランス、ブローニュ・ビヤンクール９２'], ['星見和夫', '']], mapping)
    expect(rows.leads.map(({ country }) => country)).toEqual(['FR', 'JP'])
  })
})

describe('duplicates', () => {
  it('of earlier lines and of the workspace are left out, the first is kept', () => {
    const lines = [{ company: 'Ünal & Co. Ltd', country: 'DE' }, { company: 'unal and co', country: 'DE' }, { company: 'Ünal & Co', country: 'FR' }, { company: 'Umbralith Inc', country: 'US' }]
    const { rows, duplicates } = readLines(leadImport, lines, { leadKeys: new Set(['US:umbralith']) })
    expect(rows.leads.map(({ company, country }) => [company, country])).toEqual([['Ünal & Co. Ltd', 'DE'], ['Ünal & Co', 'FR']])
    expect(duplicates).toEqual([3, 5])
  })
})

describe('a line is refused', () => {
  it.each([
    ['company', '  ', 'import.value-missing'],
    ['company', 'x'.repeat(401), 'import.value-too-long'],
    ['country', 'Atlantis', 'import.country-unknown'],
    ['website', 'not a site', 'import.website-invalid'],
    ['corporateNumber', '6020001008663', 'import.corporate-number-invalid'],
    ['employees', 'many', 'import.number-invalid'],
    ['employees', '-3', 'import.number-out-of-range'],
    ['score', '101', 'import.number-out-of-range'],
    ['latitude', '91.5', 'import.number-out-of-range'],
    ['contactEmail', 'nobody', 'import.email-invalid'],
    ['contactPhone', 'later', 'import.phone-invalid'],
    ['language', 'la lengua de mi tía', 'import.choice-unknown'],
  ])('for its %s %j', (field, value, code) => {
    const { rows, errors } = read({ company: 'A', [field]: value })
    expect(rows.leads).toEqual([])
    expect(errors).toEqual([{ line: 2, column: field, field, code, value: value.trim() === '' ? null : value.slice(0, 200) }])
  })

  it('for a region or a postcode that its country does not have', () => {
    expect(read({ company: 'A', country: 'US', region: 'Nuevo León', postcode: '1' }).errors.map(({ field, code }) => [field, code])).toEqual([
      ['postcode', 'import.postcode-invalid'],
      ['region', 'import.region-unknown'],
    ])
  })

  it('with everything that is wrong with it, and the good lines are read', () => {
    const { rows, errors } = read({ company: 'A' }, { company: '', country: 'Atlantis', score: 'high' }, { company: 'B' })
    expect(errors.map(({ line, field }) => [line, field])).toEqual([[3, 'company'], [3, 'country'], [3, 'score']])
    expect(rows.leads).toHaveLength(2)
  })
})

describe('in a file that is assumed to be Japanese', () => {
  it.each([
    ['ウィッカムシマニ、ロードタウン、トルトラシマ、イギリスリョウヴァージンショトウ', '', 'VG'],
    ['デラウェア州１９８０１ニューキャッスル郡ウィルミントン', '', 'US'],
    ['コーポレーション トラスト センター、アメリカ合衆国デラウェア州ウィルミントン市', '', 'US'],
    ['ソウル市江南区アックジョン路３６道１８', '', 'KR'],
    ['ロンドン ＳＷ１Ｅ ５ＪＬ ヴィクトリアストリート ８０', '', 'GB'],
    ['４８８ Ｍａｄｉｓｏｎ Ａｖｅｎｕｅ， Ｎｅｗ Ｙｏｒｋ， ＮＹ １００２２', '', 'US'],
    ['アトランティス島、ポセイドン通り１', '', null],
    ['', '外国法人・組合', null],
    ['', '個人（非居住者）（組合発行者を除く）', null],
    ['', '個人（組合発行者を除く）', 'JP'],
    ['港区赤坂一丁目１２番３２号', '外国法人・組合', 'JP'],
    ['ニセコ町', '', 'JP'],
    ['1-2-3 Marunouchi, Tokyo', '', 'JP'],
  ])('a lead at %j of the kind %j is of the country %j', (address, industry, country) => {
    const { rows } = readTable(leadImport, ['Name', 'Address', 'Kind'], [['恒盛環球有限公司', address, industry]], { company: { column: 'Name' }, address: { column: 'Address' }, industry: { column: 'Kind' }, country: { constant: 'JP' } })
    expect(rows.leads[0]).toMatchObject({ country })
  })
})

describe('a mapping is refused', () => {
  it.each([
    [{ company: { column: 'Firm' } }, 'import.column-missing'],
    [{ website: { column: 'Web' } }, 'import.field-unmapped'],
    [{ company: { column: 'Name' }, shoeSize: { column: 'Web' } }, 'import.field-unknown'],
  ])('%j', (mapping, code) => {
    expect(mappingProblem(leadImport.fields, ['Name', 'Web'], mapping)?.code).toBe(code)
  })

  it('unless every field and column is there', () => {
    expect(mappingProblem(leadImport.fields, ['Name', 'Web'], { company: { column: 'Name' }, country: { constant: 'JP' } })).toBeUndefined()
  })
})

const organisations = sampleFile('leads-organisations.csv')
const japan = sampleFile('leads-japan.csv')

function readSample(path: string) {
  const table = readCsv(readFileSync(path))
  if (!table.ok) throw new Error(table.error.code)
  const { columns, rows } = table.value
  return readTable(leadImport, columns, rows, Object.fromEntries(suggestMapping(leadImport.fields, columns, rows).map(({ field, source }) => [field, source])))
}

describe('files as they come', () => {
  it.skipIf(organisations === null)('25,819 organisations of the world: every line is a lead or a duplicate of one', () => {
    const { rows, errors, duplicates } = readSample(organisations!)
    expect(errors).toEqual([])
    expect([rows.leads.length, duplicates.length]).toEqual([25_765, 54])
  })

  it.skipIf(japan === null)('4,894 Japanese filers: no line is refused, and foreign companies are not put into Japan', () => {
    const { rows, errors } = readSample(japan!)
    expect(errors).toEqual([])
    const placed = rows.leads.filter(({ address }) => address !== null)
    const inJapan = placed.filter(({ country }) => country === 'JP')
    expect(inJapan.filter(({ region }) => region !== null).length / inJapan.length).toBeGreaterThan(0.97)
    expect(rows.leads.find(({ company }) => company === 'ドイツ銀行')).toMatchObject({ country: 'DE', region: null })
    expect(rows.leads.find(({ company }) => company === '恒盛環球有限公司')).toMatchObject({ country: 'VG', region: null })
    // Whoever states an address is somewhere, and nobody without a prefecture is in Japan.
    expect(inJapan.filter(({ region }) => region === null)).toEqual([])
    expect(placed.filter(({ country }) => country === null)).toEqual([])
  })
})
