import { readFileSync } from 'node:fs'
import { readCsv } from '#main/imports/files/read-csv.ts'
import { allIndustries, industryKeyOf, industryOf } from '#shared/imports/industries.ts'
import { readIndustry } from '#shared/imports/read-industry.ts'
import { describe, expect, it } from 'vitest'
import { sampleFile } from '../sample-data.ts'

const TOKYO_SECTORS =
  '水産・農林業 鉱業 建設業 食料品 繊維製品 パルプ・紙 化学 医薬品 石油・石炭製品 ゴム製品 ガラス・土石製品 鉄鋼 非鉄金属 金属製品 機械 電気機器 輸送用機器 精密機器 その他製品 電気・ガス業 陸運業 海運業 空運業 倉庫・運輸関連業 情報・通信業 卸売業 小売業 銀行業 証券、商品先物取引業 保険業 その他金融業 不動産業 サービス業'.split(' ')

it('keeps the 33 sectors of the Tokyo Stock Exchange apart', () => {
  expect(TOKYO_SECTORS).toHaveLength(33)
  expect(new Set(TOKYO_SECTORS.map(industryKeyOf)).size).toBe(33)
})

it('has a name in each language for every key, and finds the key by each', () => {
  for (const { key, names } of allIndustries()) {
    expect(industryOf(key)?.names).toBe(names)
    for (const name of Object.values(names)) expect(industryKeyOf(name)).toBe(key)
  }
})

describe('a cell', () => {
  it.each([
    ['funder|government', 'government', ['funder', 'government']],
    ['education|funder', 'education', ['education', 'funder']],
    ['funder', 'funder', ['funder']],
    ['facility|funder|government', 'facility', ['facility', 'funder', 'government']],
    ['technolgy', 'information', ['information']],
    ['Medical', 'healthcare', ['healthcare']],
    ['情報・通信業', 'information', ['information']],
    ['Seguros', 'insurance', ['insurance']],
    ['Space mining', 'Space mining', ['Space mining']],
  ])('%s is %s', (text, main, all) => {
    expect(readIndustry(text)).toEqual({ ok: true, value: { main, all } })
  })

  it('of nothing is nothing', () => {
    expect(readIndustry(' | ')).toEqual({ ok: true, value: null })
  })
})

describe.each([['leads-japan.csv', 'industry'], ['leads-organisations.csv', 'types'], ['crm-sales-opportunities/accounts.csv', 'sector']])('the sample file %s', (name, column) => {
  const path = sampleFile(name)
  it.runIf(path !== null)('has no industry that the list does not know', () => {
    const table = readCsv(readFileSync(path!))
    const at = table.ok ? table.value.columns.indexOf(column) : -1
    const unknown = new Set<string>()
    for (const row of table.ok ? table.value.rows : []) {
      const reading = readIndustry(row[at]!)
      for (const key of (reading.ok && reading.value?.all) || []) if (industryOf(key) === undefined) unknown.add(key)
    }
    expect([...unknown]).toEqual([])
  })
})
