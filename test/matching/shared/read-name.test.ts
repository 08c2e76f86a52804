import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readName } from '#shared/matching/read-name.ts'

describe('a name taken apart', () => {
  test.each([
    ['株式会社サカタのタネ', ['サカタの', 'タネ']],
    ['（株）日立製作所', ['日立', '製作所']],
    ['Aldakin S.L. (Spain)', ['aldakin']],
    ["Departament d'Acció Climàtica", ['departament', 'accio', 'climatica']],
    ['Universidad Pública de Navarra (UPNA)', ['universidad', 'publica', 'navarra', 'upna']],
    ['Grupo Bimbo, S.A.B. de C.V.', ['grupo', 'bimbo']],
    ['Smith & Sons', ['smith', 'sons']],
  ])('%s', (name, words) => {
    expect(readName(name, null).words).toEqual(words)
  })

  test('tells the country that it adds in brackets', () => {
    expect(readName('KCS Co., Ltd. (Japan)', null)).toMatchObject({ words: ['kcs'], country: 'JP' })
    expect(readName('Banco (Nuevo)', null).country).toBeNull()
  })

  test('takes its reading from the kana that are given, without the legal form, or from its own', () => {
    expect(readName('住友林業株式会社', 'スミトモリンギョウカブシキガイシャ').reading).toBe('sumitomoringyo')
    expect(readName('株式会社アクセル', null).reading).toBe('akuseru')
    expect(readName('Acme', null).reading).toBe('')
  })

  test('is never without words where there is a letter, not even for small words and forms', () => {
    for (const name of ['The', 'de la', 'S.A.', '株式会社', 'A', '1']) expect(readName(name, null).words.length).toBeGreaterThan(0)
    fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => !/[a-z0-9]/iu.test(name) || readName(name, null).words.length > 0))
  })
})
