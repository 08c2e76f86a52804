import { describe, expect, test } from 'vitest'
import { tallyForecast, withoutAmount, type ForecastGroup } from '#shared/opportunities/tally-forecast.ts'

const group = (given: Partial<ForecastGroup>): ForecastGroup => ({ month: '2027-03', stage: 'proposal', judgement: 'pipeline', currency: 'EUR', count: 1, amount: 100, ...given })
const TODAY = '2027-03-14'

describe('a forecast', () => {
  test('weighs each amount by the probability of its stage, won ones in full, omitted ones not at all', () => {
    const [eur] = tallyForecast([group({ amount: 1000 }), group({ stage: 'won', amount: 300 }), group({ stage: 'negotiation', judgement: 'omitted', amount: 400 })], 'month', TODAY)
    expect(eur?.periods).toHaveLength(1)
    expect(eur?.periods[0]).toMatchObject({ weighted: 800, stages: { proposal: { count: 1, amount: 1000 }, negotiation: { count: 1, amount: 400 }, won: { count: 1, amount: 300 } } })
  })

  test('by judgement counts what is open, whatever its stage', () => {
    const [eur] = tallyForecast([group({ judgement: 'commit', stage: 'discovery', amount: 70 }), group({ judgement: 'commit', amount: 30, count: 2 }), group({ stage: 'won', judgement: 'commit', amount: 5 })], 'month', TODAY)
    expect(eur?.periods[0]?.judgements).toEqual({ commit: { count: 3, amount: 100 }, bestCase: { count: 0, amount: 0 }, pipeline: { count: 0, amount: 0 }, omitted: { count: 0, amount: 0 } })
  })

  test('goes by months or quarters, marks those that are over, and has what has no date at the end', () => {
    const groups = [group({ month: null }), group({ month: '2027-04' }), group({ month: '2027-01' }), group({ month: '2026-12' })]
    expect(tallyForecast(groups, 'month', TODAY)[0]?.periods.map(({ period, isPast }) => [period, isPast])).toEqual([['2026-12', true], ['2027-01', true], ['2027-04', false], [null, false]])
    expect(tallyForecast(groups, 'quarter', TODAY)[0]?.periods.map(({ period, isPast }) => [period, isPast])).toEqual([['2026-Q4', true], ['2027-Q1', false], ['2027-Q2', false], [null, false]])
  })

  test('never adds up two currencies, and tells how many have no amount', () => {
    const groups = [group({}), group({ currency: 'JPY', amount: 5 }), group({ currency: null, amount: 0, count: 4 })]
    expect(tallyForecast(groups, 'month', TODAY).map(({ currency, periods }) => [currency, periods[0]?.stages.proposal.amount])).toEqual([['EUR', 100], ['JPY', 5]])
    expect(withoutAmount(groups)).toBe(4)
  })
})
