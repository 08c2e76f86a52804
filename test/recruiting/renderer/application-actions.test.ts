import { expect, test } from 'vitest'
import { actsOf } from '#renderer/recruiting/use-application-actions.ts'

test('an application offers what its status allows: nobody is approved unvetted, nothing follows an erasure', () => {
  expect(actsOf({ status: 'applicant', erasedAt: null })).toEqual(['vetting', 'decline'])
  expect(actsOf({ status: 'vetting', erasedAt: null })).toEqual(['approve', 'decline'])
  expect(actsOf({ status: 'declined', erasedAt: null })).toEqual(['reopen', 'eraseNow'])
  expect(actsOf({ status: 'declined', erasedAt: '2026-01-01T00:00:00.000Z' })).toEqual([])
  expect(actsOf({ status: 'approved', erasedAt: null })).toEqual([])
})
