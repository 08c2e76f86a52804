import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareNames } from '#shared/matching/compare-names.ts'
import { verdicts } from '#shared/matching/evidence.ts'
import { matchRecord, type MatchRecord } from '#shared/matching/match-record.ts'
import { scorePair, type PairScore } from '#shared/matching/score-pair.ts'
import { aRecord, indexWith } from '../match-records.ts'

const CONTEXT = { decided: null, domainBearers: 1, isSharedDomain: () => false } as const
const NUMBER = '4010001090011'

function score(query: MatchRecord, candidate: MatchRecord, context: Partial<Parameters<typeof scorePair>[3]> = {}): PairScore {
  const index = indexWith(query, candidate)
  return scorePair(query, candidate, compareNames(index.nameOf(query), index.nameOf(candidate), index), { ...CONTEXT, ...context })
}

describe('the same customer', () => {
  test.each([
    ['legal form before and after, in width and short', '株式会社日立ヶ丘', '日立ケ丘（株）'],
    ['old kanji', '澤井製藥株式会社', '沢井製薬'],
    ['half width', 'ﾄﾖﾀｿﾌﾄ株式会社', '株式会社トヨタソフト'],
    ['accents and form', 'Cía. Española de Málagas, S.A.', 'Compañia Espanola de Malagas SL'],
    ['ampersand', 'Harper & Sons Ltd', 'Harper and Sons'],
    ['translated', 'Universidad de Gandía', 'University of Gandia'],
  ])('by another spelling is likely: %s', (_, one, other) => {
    expect(score(aRecord(one), aRecord(other)).verdict).toBe('likely')
  })

  test('is the same by its corporate number and its name; a number alone is looked into', () => {
    const [one, other] = [aRecord('住友林業株式会社', { corporateNumber: NUMBER }), aRecord('住友林業', { corporateNumber: `T${NUMBER}` })]
    expect(score(one, other)).toMatchObject({ verdict: 'same', evidence: [{ kind: 'corporateNumber', agrees: true }, { kind: 'name', agrees: true }] })
    expect(score(one, aRecord('Zeta Nordic', { corporateNumber: NUMBER })).verdict).toBe('likely')
  })

  test('lies in the country that its name adds, and is hardly one of another', () => {
    const [spain, japan] = [aRecord('Aldakin S.L. (Spain)'), aRecord('Aldakin K.K. (Japan)')]
    expect([spain.country, japan.country]).toEqual(['ES', 'JP'])
    expect(score(spain, japan).score).toBeLessThan(score(spain, aRecord('Aldakin')).score)
  })

  test('is the same by domain and name, domain and address', () => {
    expect(score(aRecord('Gandia Foods', { domain: 'www.gandia.es' }), aRecord('Gandía Foods S.L.', { domain: 'https://gandia.es/contacto' })).verdict).toBe('same')
    const address = 'Calle Mayor 12, 28013 Madrid'
    expect(score(aRecord('Gandia', { domain: 'gandia.es', address }), aRecord('Zeta Nordic', { domain: 'gandia.es', address })).verdict).toBe('same')
  })
})

describe('not decided', () => {
  test('by a name alone, however equal: another company may have it', () => {
    const pair = score(aRecord('株式会社アシスト', { id: 'a' }), aRecord('株式会社アシスト', { id: 'b' }))
    expect(pair.verdict).toBe('likely')
    expect(score(aRecord('株式会社アシスト', { id: 'a', corporateNumber: NUMBER }), aRecord('株式会社アシスト', { id: 'b', corporateNumber: '6020001008662' })).verdict).toBe('different')
  })

  test('by free mail, by a domain that many share, by a reseller’s own', () => {
    expect(matchRecord({ id: '1', name: 'A', domain: 'ana@gmail.com' }).domain).toBe('')
    const [one, other] = [aRecord('Gandia Foods', { domain: 'reseller.example.com' }), aRecord('Zeta Nordic', { domain: 'reseller.example.com' })]
    const told = (pair: PairScore): unknown => pair.evidence.find(({ kind }) => kind === 'domain')
    expect(told(score(one, other, { domainBearers: 40 }))).toMatchObject({ shared: true, weight: 0 })
    expect(told(score(one, other, { isSharedDomain: (domain) => domain === 'example.com' }))).toMatchObject({ shared: true, weight: 0 })
    expect(score(one, other, { domainBearers: 40 }).verdict).toBe('different')
  })

  test('for deals about other products: the customer is one, the conflict is none', () => {
    const deal = (product: string): MatchRecord => aRecord('Gandia Foods', { domain: 'gandia.es', product })
    expect(score(deal('GTXPro'), deal('GTX Pro')).verdict).toBe('same')
    expect(score(deal('GTX Pro'), deal('MG Special'))).toMatchObject({ verdict: 'look', evidence: expect.arrayContaining([expect.objectContaining({ kind: 'product', agrees: false })]) as unknown })
  })

  test('where the verdict rests on something that is taken away', () => {
    const full = { domain: 'gandia.es', corporateNumber: 'B12345678' }
    expect(score(aRecord('Gandia', full), aRecord('Gandía SL', full)).verdict).toBe('same')
    expect(score(aRecord('Gandia'), aRecord('Gandía SL')).verdict).not.toBe('same')
    expect(score(aRecord('Gandia', { domain: 'gandia.es' }), aRecord('Zeta', { domain: 'gandia.es' })).score).toBeGreaterThan(0.5)
    expect(score(aRecord('Gandia'), aRecord('Zeta')).verdict).toBe('different')
  })
})

const names = fc.constantFrom('Gandia Foods', 'Gandía Foods S.L.', 'Zeta Nordic', '株式会社日立', 'Hitachi', 'Gandia')
const records = fc.record({
  name: names,
  domain: fc.constantFrom('', 'gandia.es', 'zeta.com'),
  corporateNumber: fc.constantFrom('', NUMBER, 'B12345678'),
  country: fc.constantFrom('', 'ES', 'JP'),
  address: fc.constantFrom('', 'Calle Mayor 12, 28013 Madrid', 'Plaza Nueva 3, 28013 Madrid', 'Gran Vía 1, 08010 Barcelona'),
  product: fc.constantFrom('', 'GTX Pro', 'MG Special'),
})

describe('always', () => {
  test('both ways round the verdict is one, and the score is what the evidence says', () => {
    fc.assert(
      fc.property(records, records, (one, other) => {
        const [left, right] = [matchRecord({ ...one, id: 'l' }), matchRecord({ ...other, id: 'r' })]
        const [there, back] = [score(left, right), score(right, left)]
        expect(back.verdict).toBe(there.verdict)
        expect(back.score).toBeCloseTo(there.score, 6)
        const sum = there.evidence.reduce((total, { weight }) => total + weight, -4)
        expect(there.score).toBeLessThanOrEqual(1 / (1 + Math.exp(-sum)) + 1e-9)
      }),
    )
  })

  test('evidence that agrees never lowers a score, and what disagrees never raises it', () => {
    const same = { domain: 'gandia.es', corporateNumber: 'B12345678', country: 'ES', address: 'Calle Mayor 12, 28013 Madrid', product: 'GTX Pro' } as const
    const other = { domain: 'zeta.com', corporateNumber: NUMBER, country: 'JP', address: 'Gran Vía 1, 08010 Barcelona', product: 'MG Special' } as const
    fc.assert(
      fc.property(records, records, fc.constantFrom(...(['domain', 'corporateNumber', 'country', 'address', 'product'] as const)), (one, two, field) => {
        const build = (mine: string, theirs: string): PairScore => score(matchRecord({ ...one, [field]: mine, id: 'l' }), matchRecord({ ...two, [field]: theirs, id: 'r' }))
        const without = build('', '')
        expect(build(same[field], same[field]).score).toBeGreaterThanOrEqual(without.score)
        expect(build(same[field], other[field]).score).toBeLessThanOrEqual(without.score)
        expect(verdicts.indexOf(build(same[field], same[field]).verdict)).toBeLessThanOrEqual(verdicts.indexOf(without.verdict))
      }),
    )
  })
})
