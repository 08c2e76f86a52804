import { expect, test } from 'vitest'
import { contentHash } from '#shared/approvals/quote-content.ts'
import { aContent, aLine } from './build-content.ts'

test('one content, one hash; every field counts', () => {
  expect(contentHash(aContent())).toBe(contentHash({ ...aContent() }))
  const others = [
    { quoteId: 'copy' }, { accountId: 'x' }, { partnerId: null }, { currency: 'USD' }, { taxMode: 'inclusive' as const }, { pricedOn: '2026-11-27' }, { validUntil: null },
    { lines: [] }, { lines: [aLine({ quantity: '11' })] }, { discount: '1' }, { net: '1001' }, { texts: ['x'] },
  ]
  const hashes = others.map((given) => contentHash(aContent(given)))
  expect(new Set([contentHash(aContent()), ...hashes]).size).toBe(others.length + 1)
  expect(hashes.every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true)
})
