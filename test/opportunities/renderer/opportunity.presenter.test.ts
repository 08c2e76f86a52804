import { expect, test } from 'vitest'
import { ageOf } from '#renderer/opportunities/opportunity.presenter.ts'
import { periodWords } from '#renderer/opportunities/pipeline/period-words.ts'

const NOW = Date.parse('2026-11-26T12:00:00.000Z')

test('an opportunity is there longer than usual after the days of its stage, and never once it is closed', () => {
  expect(ageOf({ settledSince: '2026-11-05T12:00:00.000Z', stage: 'discovery' }, NOW)).toEqual({ days: 21, usual: 21, isLong: false })
  expect(ageOf({ settledSince: '2026-11-04T12:00:00.000Z', stage: 'discovery' }, NOW)).toEqual({ days: 22, usual: 21, isLong: true })
  expect(ageOf({ settledSince: '2016-11-04T12:00:00.000Z', stage: 'won' }, NOW)).toMatchObject({ usual: undefined, isLong: false })
  expect(ageOf({ settledSince: '2027-11-04T12:00:00.000Z', stage: 'proposal' }, NOW)).toMatchObject({ days: 0, isLong: false })
})

test.each([['2027-03', 'en', 'Mar 2027'], ['2027-03', 'ja', '2027年3月'], ['2027-Q1', 'en', 'Q1 2027'], ['2027-Q1', 'ja', '2027年第1四半期'], ['2027-Q1', 'es', '1.º trim. 2027'], [null, 'en', undefined]])('the period %s in %s', (period, locale, words) => {
  expect(periodWords(period, locale)).toBe(words)
})
