import { describe, expect, test } from 'vitest'
import { compareAddresses } from '#shared/matching/compare-addresses.ts'

describe('two addresses', () => {
  test.each([
    ['東京都千代田区大手町一丁目3番2号', '千代田区大手町一丁目３−２', 'place'],
    ['横浜市都筑区仲町台２−７−１', '〒224-0041 神奈川県横浜市都筑区仲町台2丁目7番1号', 'place'],
    ['横浜市都筑区仲町台２−７−１', '横浜市都筑区仲町台2-7-1 サカタビル5階', 'place'],
    ['横浜市都筑区仲町台２−７−１', '横浜市都筑区仲町台2-7-12', 'unclear'],
    ['東京都港区芝1-1-1', '大阪府大阪市北区梅田1-1-1', 'elsewhere'],
    ['Calle Mayor 12, 28013 Madrid', '28013 Madrid, calle mayor 12', 'place'],
    ['Calle Mayor 12, 28013 Madrid', 'Plaza Nueva 3, 28013 Madrid', 'postcode'],
    ['Calle Mayor 12, 28013 Madrid', 'Gran Vía 1, 08010 Barcelona', 'elsewhere'],
    ['Calle Mayor 12', '', 'unclear'],
    ['東京都港区芝1-1-1', '1-1-1 Shiba, Minato-ku', 'unclear'],
  ])('%s / %s: %s', (one, other, agreement) => {
    expect([compareAddresses(one, other), compareAddresses(other, one)]).toEqual([agreement, agreement])
  })
})
