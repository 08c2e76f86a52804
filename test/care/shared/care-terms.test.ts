import { expect, test } from 'vitest'
import { careTermsOf, USUAL_CARE } from '#shared/care/care-terms.ts'

test('what the company has decided holds, and what is usual until it has', () => {
  expect(careTermsOf(undefined)).toEqual({ checkInDays: 7, darkDays: 60, fiscalStart: 1 })
  expect(careTermsOf({ ...USUAL_CARE, darkDays: 90 })).toEqual({ checkInDays: 7, darkDays: 90, fiscalStart: 1 })
})
