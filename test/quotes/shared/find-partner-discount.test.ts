import { expect, test } from 'vitest'
import { findPartnerDiscount, type PartnerDiscount } from '#shared/quotes/find-partner-discount.ts'
import { d, text } from './decimals.ts'

const discounts: readonly PartnerDiscount[] = [
  { tier: 'gold', product: null, percent: d('20'), from: '2026-01-01', to: null },
  { tier: 'gold', product: null, percent: d('22'), from: '2026-07-01', to: null },
  { tier: 'gold', product: 'VAULT', percent: d('12.5'), from: '2026-01-01', to: '2026-12-31' },
  { tier: 'silver', product: null, percent: d('15'), from: '2026-01-01', to: null },
]

test.each([
  ['gold', 'LEDGER', '2026-06-30', '20'],
  ['gold', 'LEDGER', '2026-07-01', '22'],
  ['gold', 'VAULT', '2026-07-01', '12.5'],
  ['gold', 'VAULT', '2027-01-01', '22'],
  ['silver', 'VAULT', '2026-07-01', '15'],
  ['silver', 'VAULT', '2025-12-31', null],
  ['platinum', 'VAULT', '2026-07-01', null],
] as const)('%s partners buy %s on %s at %s %% off', (tier, product, date, percent) => {
  const found = findPartnerDiscount(discounts, { tier, product, date })
  expect(found === null ? null : text(found.percent)).toBe(percent)
})
