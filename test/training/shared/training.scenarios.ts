import { expect } from 'vitest'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { certificates } from '#shared/training/certificate.table.ts'
import { courses } from '#shared/training/course.table.ts'
import { partnerPeople } from '#shared/training/partner-person.table.ts'
import { requirements } from '#shared/training/requirement.table.ts'
import { trainingContract } from '#shared/training/training.contract.ts'
import { buildPartner, type Partner } from '#test/foundation/builders/build-partner.ts'
import { buildCertificate, buildCourse, buildPerson, buildRequirement } from '#test/foundation/builders/build-training.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { addPerson, updatePerson, leave, join, createCourse, updateCourse, createRequirement, updateRequirement, removeRequirement, issue, revoke } = trainingContract.operations

/** A silver partner with one person, and a course that nobody has passed. */
async function aPartner(desk: Desk, given: Partial<Partner> = {}) {
  const partner = buildPartner(given)
  const person = buildPerson({ partnerId: partner.id })
  const course = buildCourse()
  await desk.put(partners, partner)
  await desk.put(partnerPeople, person)
  await desk.put(courses, course)
  return { partner, person, course }
}

const certifications = async (desk: Desk, { id }: { readonly id: string }) => (await desk.row(partners, id))?.certifications

export const certificatesScenarios: Scenarios = {
  'certifies a partner as long as enough of its people hold what is required, and says until when': async (desk) => {
    const { partner, person, course } = await aPartner(desk, { certifications: [{ code: 'OTHER', expires: null }] })
    const second = buildPerson({ partnerId: partner.id, name: 'Bruno Herrán' })
    await desk.put(partnerPeople, second)
    await desk.put(requirements, buildRequirement({ courseId: course.id, count: 2 }))
    valueOf(await desk.run(issue, { personId: person.id, courseId: course.id, issuedOn: '2026-03-31' }))
    expect(await certifications(desk, partner)).toEqual([{ code: 'OTHER', expires: null }])
    expect(valueOf(await desk.run(issue, { personId: second.id, courseId: course.id, issuedOn: '2026-11-22' }))).toMatchObject({ expiresOn: '2028-11-22' })
    expect(await certifications(desk, partner)).toEqual([{ code: 'OTHER', expires: null }, { code: 'LIRA-SALES', expires: '2028-03-31' }])
  },
  'ends with a revoked certificate what it certified': async (desk) => {
    const { partner, person, course } = await aPartner(desk)
    await desk.put(requirements, buildRequirement({ courseId: course.id }))
    const { id } = valueOf(await desk.run(issue, { personId: person.id, courseId: course.id, issuedOn: '2026-04-01' }))
    valueOf(await desk.run(revoke, { id, revokedOn: '2026-11-01', reason: 'Somebody else sat the exam' }))
    expect(await certifications(desk, partner)).toEqual([])
    expect(await desk.row(certificates, id)).toMatchObject({ revokedOn: '2026-11-01', revokedReason: 'Somebody else sat the exam' })
    expect(refusalOf(await desk.run(revoke, { id, revokedOn: '2026-11-02', reason: 'x' }))).toEqual({ code: 'certificate.revoked', details: { revokedOn: '2026-11-01' } })
    expect(refusalOf(await desk.run(revoke, { id: nextId(), revokedOn: '2026-11-02', reason: 'x' }))).toEqual({ code: 'certificate.not-found' })
  },
  'refuses certificates that cannot be': async (desk) => {
    const { person, course } = await aPartner(desk)
    const given = { personId: person.id, courseId: course.id, issuedOn: '2026-11-22' }
    expect(refusalOf(await desk.run(issue, { ...given, issuedOn: '2026-11-23' }))).toEqual({ code: 'certificate.in-future', details: { issuedOn: '2026-11-23' } })
    expect(refusalOf(await desk.run(issue, { ...given, expiresOn: '2026-11-21' }))).toEqual({ code: 'certificate.ends-before-it-begins', details: { issuedOn: '2026-11-22', expiresOn: '2026-11-21' } })
    expect(refusalOf(await desk.run(issue, { ...given, personId: nextId() }))).toEqual({ code: 'person.not-found' })
    expect(refusalOf(await desk.run(issue, { ...given, courseId: nextId() }))).toEqual({ code: 'course.not-found' })
    valueOf(await desk.run(issue, { ...given, expiresOn: null }))
    expect(refusalOf(await desk.run(issue, given))).toEqual({ code: 'certificate.on-record', details: { name: 'Inés Galindo', course: 'Lira Sales', issuedOn: '2026-11-22' } })
    expect(await desk.rows(certificates)).toMatchObject([{ expiresOn: null, createdAt: NOW }])
  },
}

export const edgeCaseScenarios: Scenarios = {
  '3 one certificate, two requirements: ending one of them leaves the other met': async (desk) => {
    const { partner, person, course } = await aPartner(desk)
    const [tier, gate] = [buildRequirement({ courseId: course.id }), buildRequirement({ courseId: course.id, name: 'Quotes', kind: 'gate', tier: null, gate: 'quotes' })]
    await desk.put(requirements, tier, gate)
    valueOf(await desk.run(issue, { personId: person.id, courseId: course.id, issuedOn: '2026-04-01' }))
    valueOf(await desk.run(removeRequirement, { id: tier.id }))
    expect(await certifications(desk, partner)).toEqual([{ code: 'LIRA-SALES', expires: '2028-04-01' }])
    expect(await desk.rows(certificates)).toMatchObject([{ revokedOn: null, rev: 1 }])
  },
  '4 a certificate that expires later ends what it certifies on its last day, without anybody doing anything': async (desk) => {
    const { partner, person, course } = await aPartner(desk)
    await desk.put(requirements, buildRequirement({ courseId: course.id }))
    valueOf(await desk.run(issue, { personId: person.id, courseId: course.id, issuedOn: '2026-01-10', expiresOn: '2026-12-01' }))
    expect(await certifications(desk, partner)).toEqual([{ code: 'LIRA-SALES', expires: '2026-12-01' }])
  },
  '5 the certified person leaves: the certificate stays theirs, the partner misses it, the next employer has it': async (desk) => {
    const { partner, person, course } = await aPartner(desk)
    const next = buildPartner({ name: 'Next' })
    await desk.put(partners, next)
    await desk.put(requirements, buildRequirement({ courseId: course.id }))
    const { id } = valueOf(await desk.run(issue, { personId: person.id, courseId: course.id, issuedOn: '2026-04-01' }))
    valueOf(await desk.run(leave, { id: person.id, leftOn: '2026-11-20' }))
    expect(await certifications(desk, partner)).toEqual([])
    expect(await desk.row(certificates, id)).toMatchObject({ personId: person.id, revokedOn: null })
    expect(await desk.row(partnerPeople, person.id)).toMatchObject({ status: 'left', leftOn: '2026-11-20', partnerId: partner.id })
    expect(refusalOf(await desk.run(leave, { id: person.id, leftOn: '2026-11-21' }))).toEqual({ code: 'person.left', details: { name: 'Inés Galindo' } })
    valueOf(await desk.run(join, { id: person.id, partnerId: next.id }))
    expect(await certifications(desk, next)).toEqual([{ code: 'LIRA-SALES', expires: '2028-04-01' }])
    expect(await desk.row(partnerPeople, person.id)).toMatchObject({ status: 'pending', leftOn: null, partnerId: next.id })
    expect(refusalOf(await desk.run(join, { id: person.id, partnerId: next.id }))).toEqual({ code: 'person.there-already', details: { name: 'Inés Galindo', partner: 'Next' } })
  },
}

export const peopleScenarios: Scenarios = {
  'goes from one employer to the next in one step, and both are reckoned anew': async (desk) => {
    const { partner, person, course } = await aPartner(desk)
    const next = buildPartner()
    await desk.put(partners, next)
    await desk.put(requirements, buildRequirement({ courseId: course.id }))
    valueOf(await desk.run(issue, { personId: person.id, courseId: course.id, issuedOn: '2026-04-01' }))
    const { entry } = valueOf(await desk.run(join, { id: person.id, partnerId: next.id }))
    expect([await certifications(desk, partner), await certifications(desk, next)]).toEqual([[], [{ code: 'LIRA-SALES', expires: '2028-04-01' }]])
    valueOf(await desk.run(journalContract.operations.undo, { entry }))
    expect([await certifications(desk, partner), await certifications(desk, next)]).toEqual([[{ code: 'LIRA-SALES', expires: '2028-04-01' }], []])
  },
  'adds people who may not act yet, and edits them; leaving and joining are noted as such': async (desk) => {
    const { partner, person } = await aPartner(desk)
    const { id } = valueOf(await desk.run(addPerson, { partnerId: partner.id, name: ' 青柳 美咲 ', email: 'misaki@p.example' }))
    expect(await desk.row(partnerPeople, id)).toMatchObject({ name: '青柳 美咲', status: 'pending', leftOn: null })
    expect(refusalOf(await desk.run(addPerson, { partnerId: partner.id, name: ' ' }))).toEqual({ code: 'person.name-missing' })
    expect(refusalOf(await desk.run(addPerson, { partnerId: nextId(), name: 'A' }))).toEqual({ code: 'partner.not-found' })
    expect(refusalOf(await desk.run(addPerson, { partnerId: partner.id, name: 'A', status: 'left' }))).toEqual({ code: 'person.leaving-is-noted' })
    valueOf(await desk.run(updatePerson, { id, edits: [{ field: 'status', value: 'active', was: 'pending' }] }))
    expect(refusalOf(await desk.run(updatePerson, { id, edits: [{ field: 'status', value: 'left' }] }))).toEqual({ code: 'person.leaving-is-noted' })
    expect(refusalOf(await desk.run(updatePerson, { id, edits: [{ field: 'name', value: '' }] }))).toEqual({ code: 'person.name-missing' })
    expect(refusalOf(await desk.run(updatePerson, { id, edits: [{ field: 'role', value: 'x', was: 'y' }] }))).toEqual({ code: 'person.stale', details: { field: 'role', yours: 'x', theirs: null } })
    expect(refusalOf(await desk.run(updatePerson, { id: nextId(), edits: [{ field: 'role', value: 'x' }] }))).toEqual({ code: 'person.not-found' })
    expect(refusalOf(await desk.run(leave, { id: nextId(), leftOn: '2026-11-01' }))).toEqual({ code: 'person.not-found' })
    expect(refusalOf(await desk.run(join, { id: person.id, partnerId: nextId() }))).toEqual({ code: 'partner.not-found' })
  },
}

export const programScenarios: Scenarios = {
  'lets what is entered by hand stand only where nothing is required': async (desk) => {
    const { partner, course } = await aPartner(desk)
    valueOf(await desk.run(partnersContract.operations.update, { id: partner.id, edits: [{ field: 'certifications', value: [{ code: 'LIRA-SALES', expires: null }] }] }))
    expect(await certifications(desk, partner)).toEqual([{ code: 'LIRA-SALES', expires: null }])
    valueOf(await desk.run(createRequirement, { name: 'Silver', kind: 'tier', tier: 'silver', courseId: course.id, count: 1 }))
    expect(await certifications(desk, partner)).toEqual([])
    valueOf(await desk.run(partnersContract.operations.update, { id: partner.id, edits: [{ field: 'certifications', value: [{ code: 'LIRA-SALES', expires: null }, { code: 'OTHER', expires: null }] }] }))
    expect(await certifications(desk, partner)).toEqual([{ code: 'OTHER', expires: null }])
    valueOf(await desk.run(partnersContract.operations.update, { id: partner.id, edits: [{ field: 'tier', value: 'registered' }] }))
    valueOf(await desk.run(partnersContract.operations.update, { id: partner.id, edits: [{ field: 'certifications', value: [{ code: 'LIRA-SALES', expires: null }] }] }))
    expect(await certifications(desk, partner)).toEqual([{ code: 'LIRA-SALES', expires: null }])
  },
  'follows a requirement that is changed, at every partner it concerns': async (desk) => {
    const { partner, person, course } = await aPartner(desk)
    const { id } = valueOf(await desk.run(createRequirement, { name: ' Silver ', kind: 'tier', tier: 'silver', courseId: course.id, count: 1 }))
    expect(await desk.row(requirements, id)).toMatchObject({ name: 'Silver', state: 'inForce', countries: [], gate: null })
    valueOf(await desk.run(issue, { personId: person.id, courseId: course.id, issuedOn: '2026-04-01' }))
    expect(await certifications(desk, partner)).toHaveLength(1)
    valueOf(await desk.run(updateRequirement, { id, edits: [{ field: 'count', value: 2, was: 1 }] }))
    expect(await certifications(desk, partner)).toEqual([])
    expect(refusalOf(await desk.run(updateRequirement, { id, edits: [{ field: 'count', value: 3, was: 1 }] }))).toEqual({ code: 'requirement.stale', details: { field: 'count', yours: 3, theirs: 2 } })
  },
  'refuses requirements of nothing': async (desk) => {
    const { course } = await aPartner(desk)
    const given = { name: 'Gold', kind: 'tier' as const, tier: 'gold' as const, courseId: course.id, count: 1 }
    expect(refusalOf(await desk.run(createRequirement, { ...given, name: ' ' }))).toEqual({ code: 'requirement.name-missing' })
    expect(refusalOf(await desk.run(createRequirement, { ...given, kind: 'gate' }))).toEqual({ code: 'requirement.of-nothing', details: { kind: 'gate' } })
    expect(refusalOf(await desk.run(createRequirement, { ...given, courseId: nextId() }))).toEqual({ code: 'course.not-found' })
    expect(refusalOf(await desk.run(updateRequirement, { id: nextId(), edits: [{ field: 'count', value: 3 }] }))).toEqual({ code: 'requirement.not-found' })
    expect(refusalOf(await desk.run(removeRequirement, { id: nextId() }))).toEqual({ code: 'requirement.not-found' })
    expect(await desk.rows(requirements)).toEqual([])
  },
  'adds and edits courses; a changed validity changes no certificate': async (desk) => {
    const { id } = valueOf(await desk.run(createCourse, { code: ' LIRA-PRO ', name: ' Lira Pro ', validMonths: 12 }))
    expect(await desk.row(courses, id)).toMatchObject({ code: 'LIRA-PRO', name: 'Lira Pro', atTestCentre: false, state: 'offered', languages: [] })
    const partner = buildPartner()
    const person = buildPerson({ partnerId: partner.id })
    await desk.put(partners, partner)
    await desk.put(partnerPeople, person)
    const held = buildCertificate({ personId: person.id, courseId: id })
    await desk.put(certificates, held)
    valueOf(await desk.run(updateCourse, { id, edits: [{ field: 'validMonths', value: 6, was: 12 }] }))
    expect(await desk.rows(certificates)).toEqual([held])
    expect(refusalOf(await desk.run(createCourse, { code: 'LIRA-PRO', name: 'B' }))).toEqual({ code: 'course.code-taken', details: { name: 'Lira Pro' } })
    expect(refusalOf(await desk.run(createCourse, { code: ' ', name: 'B' }))).toEqual({ code: 'course.code-missing' })
    expect(refusalOf(await desk.run(createCourse, { code: 'B', name: ' ' }))).toEqual({ code: 'course.name-missing' })
    expect(refusalOf(await desk.run(updateCourse, { id, edits: [{ field: 'name', value: '' }] }))).toEqual({ code: 'course.name-missing' })
    expect(refusalOf(await desk.run(updateCourse, { id, edits: [{ field: 'validMonths', value: 7, was: 12 }] }))).toEqual({ code: 'course.stale', details: { field: 'validMonths', yours: 7, theirs: 6 } })
    expect(refusalOf(await desk.run(updateCourse, { id: nextId(), edits: [{ field: 'name', value: 'x' }] }))).toEqual({ code: 'course.not-found' })
  },
}
