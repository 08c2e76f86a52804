import { expect, test } from 'vitest'
import { contentChanges } from '#shared/approvals/content-changes.ts'
import { aContent, aLine } from './build-content.ts'

test('nothing, of the same', () => {
  expect(contentChanges(aContent(), aContent())).toEqual([])
})

test('lines that came, went and differ, the whole, and texts', () => {
  const before = aContent({ lines: [aLine(), aLine({ product: 'OLD', name: 'Old' })], texts: ['A'] })
  const after = aContent({ lines: [aLine({ customer: '700', cost: null }), aLine({ quantity: '2' })], net: '700', validUntil: null, texts: ['B'] })
  expect(contentChanges(before, after)).toEqual([
    { field: 'customer', of: 'Ledger', before: '1000', after: '700' },
    { field: 'cost', of: 'Ledger', before: '300', after: null },
    { field: 'lineAdded', of: 'Ledger', before: null, after: '2' },
    { field: 'lineRemoved', of: 'Old', before: '10', after: null },
    { field: 'total', of: null, before: '1000', after: '700' },
    { field: 'validUntil', of: null, before: '2026-12-31', after: null },
    { field: 'text', of: null, before: null, after: 'B' },
    { field: 'text', of: null, before: 'A', after: null },
  ])
})
