import { expect, test } from 'vitest'
import type { TaxRate } from '#shared/quotes/tax-policy.ts'
import { initialTaxPolicies } from '#shared/quotes/tax-policies.ts'
import { policyProblem } from '#shared/taxes/policy-problem.ts'

const standard = (rate: string, from: string, to: string | null = null): TaxRate => ({ category: 'standard', rate, from, to })
const problem = (rates: readonly TaxRate[], registrationNumber: string | null = null) => policyProblem({ rates, registrationNumber })

test('what came with the program could be published', () => {
  for (const policy of initialTaxPolicies) expect(policyProblem(policy)).toBeNull()
})
test('a rate is from 0 to 100 percent', () => {
  expect(problem([standard('0', '2026-01-01'), { ...standard('100', '2026-01-01'), category: 'reduced' }])).toBeNull()
  expect(problem([standard('-0.1', '2026-01-01')])).toMatchObject({ code: 'tax-policy.rate-out-of-range', details: { value: '-0.1' } })
  expect(problem([standard('100.01', '2026-01-01')])).toMatchObject({ code: 'tax-policy.rate-out-of-range' })
})
test('one rate of a category is in force on a day', () => {
  expect(problem([standard('8', '2014-04-01', '2019-09-30'), standard('10', '2019-10-01')])).toBeNull()
  expect(problem([standard('8', '2014-04-01', '2019-10-01'), standard('10', '2019-10-01')])).toMatchObject({ code: 'tax-policy.rates-overlap', details: { category: 'standard', from: '2019-10-01' } })
  expect(problem([standard('10', '2019-10-01'), standard('12', '2027-01-01')])).toMatchObject({ code: 'tax-policy.rates-overlap', details: { from: '2027-01-01' } })
  expect(problem([standard('8', '2019-10-01', '2019-09-30')])).toMatchObject({ code: 'tax-policy.dates-reversed' })
})
test('the shape of a number is of capitals, digits, # and *', () => {
  expect(problem([], 'T#############')).toBeNull()
  expect(problem([], 't###')).toMatchObject({ code: 'tax-policy.number-shape-invalid', details: { value: 't###' } })
  expect(problem([], '')).toMatchObject({ code: 'tax-policy.number-shape-invalid' })
})
