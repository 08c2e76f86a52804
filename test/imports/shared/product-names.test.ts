import { expect, test } from 'vitest'
import { ProductNames } from '#shared/imports/subjects/product-names.ts'

test('a product is found by its code or name, and otherwise only where one alone is spelt so', () => {
  const names = new ProductNames()
  for (const [code, name] of [['P1', 'GTX Pro'], ['P2', 'GTX Plus Pro'], ['P3', 'M.G. 1'], ['P4', 'MG-1']] as const) names.add({ code, name })
  expect([names.find('GTX Pro', 2), names.find('P2', 3), names.find('ＧＴＸＰＲＯ', 4), names.find('mg1', 5), names.find('GTX Pr', 6)]).toEqual(['GTX Pro', 'P2', 'GTX Pro', undefined, undefined])
  expect(names.readAs()).toEqual([{ written: 'ＧＴＸＰＲＯ', product: 'GTX Pro', line: 4, rows: 1 }])
})
