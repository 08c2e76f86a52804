import { describe, expect, test } from 'vitest'
import { measureFit, measureFits } from '#shared/recruiting/measure-fit.ts'
import type { ProfileCriterion } from '#shared/recruiting/profile-criterion.ts'
import { buildApplication, buildProfile } from '#test/foundation/builders/build-application.ts'

const country: ProfileCriterion = { kind: 'country', any: ['GT', 'BZ'], weight: 50, required: true }
const size: ProfileCriterion = { kind: 'employees', from: 20, to: 200, weight: 30, required: false }
const industry: ProfileCriterion = { kind: 'industry', any: ['banking'], weight: 20, required: false }
const profile = buildProfile({ criteria: [country, size, industry] })

describe('the fit of an applicant', () => {
  test('is the sum of the criteria that are met, and each says what the applicant has', () => {
    const fit = measureFit(buildApplication({ employees: 40, industries: ['retail'] }), profile)
    expect(fit).toMatchObject({ percent: 80, fits: true })
    expect(fit.reasons.map(({ state, has }) => [state, has])).toEqual([['met', ['GT']], ['met', ['40']], ['unmet', ['retail']]])
  })

  test('counts what is not said for nothing, and holds it against nobody', () => {
    const fit = measureFit(buildApplication({ country: null, employees: null, industries: [] }), profile)
    expect(fit).toMatchObject({ percent: 0, fits: true })
    expect(fit.reasons.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown'])
  })

  test('is none where something required is not there, however many points there are', () => {
    expect(measureFit(buildApplication({ country: 'MX', employees: 40, industries: ['banking'] }), profile)).toMatchObject({ percent: 50, fits: false })
  })

  test.each([[19, 'unmet'], [20, 'met'], [200, 'met'], [201, 'unmet']])('takes %i employees as %s: bounds are within', (employees, state) => {
    expect(measureFit(buildApplication({ employees }), profile).reasons[1]?.state).toBe(state)
  })

  test('reads languages, products, types and sources too', () => {
    const criteria: ProfileCriterion[] = [
      { kind: 'language', any: ['ja', 'es'], weight: 1, required: false }, { kind: 'product', any: ['LIRA-PAY'], weight: 1, required: false },
      { kind: 'partnerType', any: ['reseller'], weight: 1, required: false }, { kind: 'source', any: ['referral'], weight: 1, required: false },
    ]
    expect(measureFit(buildApplication({ products: ['LIRA-PAY'], partnerType: 'broker' }), { ...profile, criteria }).reasons.map(({ state }) => state)).toEqual(['met', 'met', 'unmet', 'unmet'])
  })

  test('puts first the profile that nothing speaks against, then the higher percentage', () => {
    const strict = buildProfile({ name: 'A', criteria: [{ ...country, any: ['JP'] }, { ...size, weight: 100 }] })
    const low = buildProfile({ name: 'B', criteria: [{ ...country, required: false }, { ...industry, weight: 100 }] })
    const high = buildProfile({ name: 'C', criteria: [country] })
    expect(measureFits(buildApplication({ employees: 40, industries: ['retail'] }), [strict, low, high]).map(({ profile: name }) => name)).toEqual(['C', 'B', 'A'])
  })
})
