import { expect, test } from 'vitest'
import { reportAttribution } from '#shared/opportunities/report-attribution.ts'

const [ana, bo] = ['ana', 'bo']

test('an amount that two partners and the house part is counted once: the parts are the amount, to the smallest unit', () => {
  const [totals] = reportAttribution([{ amount: 1001, currency: 'JPY', shares: [{ partnerId: ana, kind: 'sourced', percent: 33 }, { partnerId: bo, kind: 'fulfilled', percent: 33 }] }])
  expect(totals).toEqual({
    currency: 'JPY', opportunities: 1, amount: 1001, rest: 341,
    credits: [{ partnerId: ana, kind: 'sourced', opportunities: 1, amount: 330 }, { partnerId: bo, kind: 'fulfilled', opportunities: 1, amount: 330 }],
  })
})

test('business that one partner brought and also fulfilled is not in the report twice', () => {
  const shares = [{ partnerId: ana, kind: 'sourced', percent: 60 }, { partnerId: ana, kind: 'fulfilled', percent: 40 }] as const
  const [totals] = reportAttribution([{ amount: 100_00, currency: 'EUR', shares }, { amount: 50_00, currency: 'EUR', shares: [] }])
  expect(totals?.amount).toBe(150_00)
  expect([...(totals?.credits.map(({ amount }) => Number(amount)) ?? []), Number(totals?.rest)].reduce((a, b) => a + b, 0)).toBe(150_00)
  expect(totals?.credits.map(({ kind, amount }) => [kind, amount])).toEqual([['sourced', 60_00], ['fulfilled', 40_00]])
})

test('the same credits of several opportunities are one line, and currencies are never added up', () => {
  const shares = [{ partnerId: ana, kind: 'coSell', percent: 50 }] as const
  expect(reportAttribution([{ amount: 10, currency: 'USD', shares }, { amount: 30, currency: 'USD', shares }, { amount: 7, currency: 'JPY', shares }])).toEqual([
    { currency: 'JPY', opportunities: 1, amount: 7, rest: 3, credits: [{ partnerId: ana, kind: 'coSell', opportunities: 1, amount: 4 }] },
    { currency: 'USD', opportunities: 2, amount: 40, rest: 20, credits: [{ partnerId: ana, kind: 'coSell', opportunities: 2, amount: 20 }] },
  ])
})
