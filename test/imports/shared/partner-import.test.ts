import { partnerImport } from '#shared/imports/subjects/partner-import.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { describe, expect, it } from 'vitest'
import { NOW, readLines } from '../read-lines.ts'

const lucio = { code: 'GT-LUCIO', name: 'Lucio Soluciones', type: 'VAR', country: 'Guatemala' }
const read = (...lines: Readonly<Record<string, string>>[]) => readLines(partnerImport, lines)
const one = (line: Readonly<Record<string, string>>) => read({ ...lucio, ...line }).rows.partners[0]

describe('a line of partners', () => {
  it('becomes a whole row of the table', () => {
    const row = one({
      tier: 'oro', status: 'アクティブ', region: 'GT-01', city: 'Ciudad de Guatemala', latitude: '14,63', longitude: '-90.506', domain: 'https://lucio.example/inicio', regions: 'GT|Belize; JP-13', languages: 'es|en', products: 'LIRA-PAY|LIRA-LEDGER',
      industries: 'Banca|retail', certifications: 'LIRA-SALES@2027-03-31|LIRA-PUBLIC', capacity: '40', timeZone: 'America/Guatemala', calendar: 'GT', absences: '2026-12-24/2027-01-02 Navidad|2027-05-01/', contactName: 'Jose Lucio', contactEmail: 'jose@lucio.example', notes: 'x',
    })
    expect(row).toMatchObject({
      type: 'valueAddedReseller', tier: 'gold', status: 'active', country: 'GT', region: 'GT-01', latitude: 14.63, longitude: -90.506, domain: 'lucio.example', regions: ['GT', 'BZ', 'JP-13'], languages: ['es', 'en'], products: ['LIRA-PAY', 'LIRA-LEDGER'],
      industries: ['banking', 'retail'], certifications: [{ code: 'LIRA-SALES', expires: '2027-03-31' }, { code: 'LIRA-PUBLIC', expires: null }], capacity: 40,
      absences: [{ from: '2026-12-24', to: '2027-01-02', reason: 'Navidad' }, { from: '2027-05-01', to: null, reason: '' }], contacts: [{ name: 'Jose Lucio', email: 'jose@lucio.example', phone: null, role: null, primary: true }],
    })
    expect(partners.row.safeParse({ ...row, importId: null, createdAt: NOW, updatedAt: NOW, rev: 1 }).error).toBeUndefined()
  })

  it('leaves open what it does not say: an applicant with the zone and the holidays of its country', () => {
    expect(one({})).toMatchObject({ status: 'applicant', tier: 'registered', timeZone: 'America/Guatemala', calendar: 'GT', capacity: null, products: [], contacts: [] })
  })

  it('of one that was active before comes in so, which is said; one that is there already, with its checklist, is left as it is', () => {
    const lines = [{ ...lucio, status: 'active' }, { ...lucio, code: 'GT-THERE', status: 'active' }, { ...lucio, code: 'GT-NEW' }]
    const { rows, notices } = readLines(partnerImport, lines, { partnerIds: new Map([['GT-THERE', 'an id']]) })
    expect(rows.partners.map(({ code, status }) => [code, status])).toEqual([['GT-LUCIO', 'active'], ['GT-NEW', 'applicant']])
    expect(notices).toEqual([{ code: 'import.partners-active', line: null, column: null, data: { rows: 1 } }])
    expect(read(lucio).notices).toEqual([])
  })

  it('with the code of another is a duplicate, in the file and in the workspace', () => {
    const lines = [lucio, { ...lucio, name: 'Again' }, { ...lucio, code: 'GT-OTHER' }]
    const { rows, duplicates, errors } = readLines(partnerImport, lines, { partnerIds: new Map([['GT-OTHER', 'an id']]) })
    expect([rows.partners.map(({ name }) => name), duplicates, errors]).toEqual([['Lucio Soluciones'], [3, 4], []])
  })
})

describe('a partner is refused', () => {
  it.each([
    ['code', '', 'import.value-missing', null],
    ['code', 'x'.repeat(61), 'import.value-too-long', 'x'.repeat(61)],
    ['name', '', 'import.value-missing', null],
    ['type', 'wizard', 'import.choice-unknown', 'wizard'],
    ['country', '', 'import.value-missing', null],
    ['tier', 'bronze', 'import.choice-unknown', 'bronze'],
    ['status', 'gone fishing', 'import.choice-unknown', 'gone fishing'],
    ['region', 'Bavaria', 'import.region-unknown', 'Bavaria'],
    ['longitude', '181', 'import.number-out-of-range', '181'],
    ['domain', 'none yet', 'import.website-invalid', 'none yet'],
    ['regions', 'GT|Atlantis', 'import.region-unknown', 'Atlantis'],
    ['languages', 'Español', 'import.choice-unknown', 'Español'],
    ['certifications', 'LIRA@soon', 'partner.certification-invalid', 'LIRA@soon'],
    ['capacity', '2.5', 'import.number-too-precise', '2.5'],
    ['timeZone', 'America/Lucio', 'partner.time-zone-unknown', 'America/Lucio'],
    ['calendar', 'Guatemala', 'partner.calendar-invalid', 'Guatemala'],
    ['absences', '2027-01-02/2026-12-24', 'partner.absence-invalid', '2027-01-02/2026-12-24'],
    ['contactEmail', 'jose', 'import.email-invalid', 'jose'],
  ])('for its %s %j', (field, value, code, shown) => {
    const { rows, errors } = read({ ...lucio, [field]: value })
    expect(rows.partners).toEqual([])
    expect(errors).toEqual([{ line: 2, column: field, field, code, value: shown }])
  })
})
