import { describe, expect, test } from 'vitest'
import { companyStanding, concerns, lapseOf, type StandingFacts } from '#shared/training/company-standing.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { buildCertificate, buildCourse, buildPerson, buildRequirement } from '#test/foundation/builders/build-training.ts'

const TODAY = '2026-11-22'
const partner = buildPartner({ tier: 'gold', type: 'reseller', country: 'GT' })
const course = buildCourse()
const [ines, bruno, camila] = ['Inés', 'Bruno', 'Camila'].map((name) => buildPerson({ partnerId: partner.id, name })) as [ReturnType<typeof buildPerson>, ReturnType<typeof buildPerson>, ReturnType<typeof buildPerson>]
const held = (person: { readonly id: string }, expiresOn: string | null, given = {}) => buildCertificate({ personId: person.id, courseId: course.id, expiresOn, ...given })

function standing(given: Partial<StandingFacts>, today = TODAY) {
  return companyStanding({ partner, requirements: [buildRequirement({ courseId: course.id, count: 2 })], courses: [course], people: [ines, bruno, camila], certificates: [], ...given }, today)[0]
}

describe('the standing of a company', () => {
  test('is met by as many people as are needed, until the day on which they are too few', () => {
    expect(standing({ certificates: [held(ines, '2027-03-01'), held(bruno, '2028-01-01'), held(camila, null)] })).toMatchObject({ state: 'met', until: '2028-01-01', needed: 2, holders: [{ name: 'Camila' }, { name: 'Bruno' }, { name: 'Inés' }] })
  })

  test('counts a person once, by the certificate that lasts longest', () => {
    expect(standing({ certificates: [held(ines, '2027-03-01'), held(ines, '2028-03-01')] })).toMatchObject({ state: 'missing', until: null, holders: [{ name: 'Inés', expiresOn: '2028-03-01' }] })
  })

  test('holds on the last day and not on the next', () => {
    const certificates = [held(ines, TODAY), held(bruno, null)]
    expect(standing({ certificates })).toMatchObject({ state: 'expiring', until: TODAY })
    expect(standing({ certificates }, '2026-11-23')).toMatchObject({ state: 'missing', holders: [{ name: 'Bruno' }], lapsed: [{ name: 'Inés', lapse: 'expired' }] })
  })

  test.each([['2027-01-20', 'expiring'], ['2027-01-21', 'met']])('says two months ahead that it expires: until %s it is %s', (expiresOn, state) => {
    expect(standing({ certificates: [held(ines, expiresOn), held(bruno, null)] })?.state).toBe(state)
  })

  test('says why a certificate that is there does not count', () => {
    const left = { ...bruno, status: 'left' as const }
    expect(standing({ people: [ines, left, camila], certificates: [held(ines, null, { revokedOn: '2026-01-01' }), held(left, null), held(camila, null, { issuedOn: '2026-12-01' })] })?.lapsed.map(({ name, lapse }) => [name, lapse])).toEqual([['Inés', 'revoked'], ['Bruno', 'left'], ['Camila', 'notYet']])
  })

  test('takes no notice of other courses', () => {
    expect(standing({ certificates: [{ ...held(ines, null), courseId: buildCourse().id }] })).toMatchObject({ state: 'missing', holders: [], lapsed: [] })
  })

  test.each([
    ['its tier and those above', { tier: 'gold' as const }, true],
    ['not those below', { tier: 'platinum' as const }, false],
    ['every tier, of a gate', { kind: 'gate' as const, tier: null, gate: 'quotes' as const }, true],
    ['its country', { countries: ['GT'] }, true],
    ['not another country', { countries: ['JP'] }, false],
    ['its type', { partnerTypes: ['reseller' as const] }, true],
    ['not another type', { partnerTypes: ['broker' as const] }, false],
  ])('a requirement concerns %s', (_, given, expected) => {
    expect(concerns(buildRequirement({ courseId: course.id, ...given }), partner)).toBe(expected)
  })

  test('a certificate counts from the day it is issued', () => {
    expect(lapseOf(held(ines, null, { issuedOn: TODAY }), ines, TODAY)).toBeNull()
  })
})
