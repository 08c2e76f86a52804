import { describe, expect, test } from 'vitest'
import { criteriaOf, NEW_CRITERION, profileFormOf } from '#renderer/recruiting/profile-form.ts'
import { buildProfile } from '#test/foundation/builders/build-application.ts'

describe('the form of a profile', () => {
  test('gives back the criteria that it was opened with', () => {
    const profile = buildProfile({ criteria: [{ kind: 'employees', from: 20, to: null, weight: 30, required: false }, { kind: 'country', any: ['GT'], weight: 70, required: true }] })
    expect(criteriaOf(profileFormOf(profile).criteria)).toEqual(profile.criteria)
  })

  test.each([
    ['none', []],
    ['one that names nothing', [NEW_CRITERION]],
    ['no bound of employees', [{ ...NEW_CRITERION, kind: 'employees' as const }]],
    ['no points', [{ ...NEW_CRITERION, any: ['GT'], weight: null }]],
    ['too many points', [{ ...NEW_CRITERION, any: ['GT'], weight: 101 }]],
  ])('keeps nothing of %s', (_, criteria) => {
    expect(criteriaOf(criteria)).toBeUndefined()
  })
})
