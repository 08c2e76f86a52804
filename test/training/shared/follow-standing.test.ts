import { describe, expect, test } from 'vitest'
import { certificationsOf } from '#shared/training/follow-standing.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { buildCertificate, buildCourse, buildPerson, buildRequirement } from '#test/foundation/builders/build-training.ts'

const partner = buildPartner()
const course = buildCourse()
const [one, other] = [buildPerson({ partnerId: partner.id }), buildPerson({ partnerId: partner.id })]
const certificates = [buildCertificate({ personId: one.id, courseId: course.id, expiresOn: '2027-01-01' }), buildCertificate({ personId: other.id, courseId: course.id, expiresOn: null })]
const facts = { partner, courses: [course], people: [one, other], certificates }
const counts = (...needed: number[]) => needed.map((count) => buildRequirement({ courseId: course.id, count }))
const entered = [{ code: 'LIRA-SALES', expires: null }, { code: 'OTHER', expires: '2026-01-01' }]

describe('the certifications of a partner', () => {
  test('stand as entered where nothing is required', () => {
    expect(certificationsOf(entered, { ...facts, requirements: [] }, '2026-11-22')).toEqual(entered)
  })

  test('are by two requirements of one course what the stricter says', () => {
    expect(certificationsOf(entered, { ...facts, requirements: counts(1, 2) }, '2026-11-22')).toEqual([entered[1], { code: 'LIRA-SALES', expires: '2027-01-01' }])
    expect(certificationsOf(entered, { ...facts, requirements: counts(1) }, '2026-11-22')).toEqual([entered[1], { code: 'LIRA-SALES', expires: null }])
    expect(certificationsOf(entered, { ...facts, requirements: counts(2, 3) }, '2026-11-22')).toEqual([entered[1]])
    expect(certificationsOf(entered, { ...facts, requirements: counts(3, 2) }, '2026-11-22')).toEqual([entered[1]])
  })
})
