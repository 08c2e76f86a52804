import { describe, expect, test } from 'vitest'
import { compareProducts } from '#shared/matching/compare-products.ts'
import { rowsOf } from '../labelled-names.ts'

describe('two products', () => {
  test.each([
    ['GTXPro', 'GTX Pro', 'same'],
    ['ＧＴＸ　Ｐｒｏ', 'gtx-pro', 'same'],
    ['Pro GTX', 'GTX Pro', 'same'],
    ['GTX Plus Pro', 'GTX Pro', 'different'],
    ['Laserjet X200', 'Laserjet X201', 'different'],
    ['Workbench Enterprise', 'Workbench Enterprize', 'alike'],
    ['MG Special', 'MG Advanced', 'different'],
  ])('%s / %s: %s', (one, other, same) => {
    expect([compareProducts(one, other), compareProducts(other, one)]).toEqual([same, same])
  })

  test('the pipeline’s only product that its price list lacks is one of it, written in one word', (context) => {
    const [products, deals] = [rowsOf('crm-sales-opportunities/products.csv'), rowsOf('crm-sales-opportunities/sales_pipeline.csv')]
    if (products === null || deals === null) return context.skip()
    const listed = products.map(({ product = '' }) => product)
    const unlisted = [...new Set(deals.map(({ product = '' }) => product))].filter((product) => !listed.includes(product))
    expect(unlisted.map((product) => [product, listed.filter((each) => compareProducts(each, product) !== 'different')])).toEqual([['GTXPro', ['GTX Pro']]])
  })
})
