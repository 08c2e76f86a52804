import { expect } from 'vitest'
import { acceptances, agreements } from '#shared/agreements/agreement.table.ts'
import { agreementsContract } from '#shared/agreements/agreements.contract.ts'
import { hashText } from '#shared/agreements/hash-text.ts'
import { activations, checklists } from '#shared/onboarding/checklist.table.ts'
import { onboardingContract } from '#shared/onboarding/onboarding.contract.ts'
import type { TemplateStage } from '#shared/onboarding/template.ts'
import { courses } from '#shared/training/course.table.ts'
import { partnerPeople } from '#shared/training/partner-person.table.ts'
import { requirements } from '#shared/training/requirement.table.ts'
import { trainingContract } from '#shared/training/training.contract.ts'
import { buildStage, buildTask } from '#test/foundation/builders/build-checklist.ts'
import { buildCourse, buildPerson, buildRequirement } from '#test/foundation/builders/build-training.ts'
import { refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'
import { known, onboarded } from './onboarded-partner.ts'

const { activate, approve, complete, revoke, start, close } = onboardingContract.operations
const { accept, create, draftVersion, publishVersion, voidAcceptance } = agreementsContract.operations

const TEXT = { language: 'es', title: 'Contrato de reventa', text: 'Puede vender.' }
const PROVEN: readonly TemplateStage[] = [
  buildStage('agree', buildTask('contract', { kind: 'agreement', evidence: 'agreementVersion', about: 'RESELLER', onRevocation: 'stopAccess' })),
  buildStage('learn', buildTask('course', { kind: 'training', about: 'LIRA-SALES' }), buildTask('exam', { kind: 'certification', evidence: 'certificate', about: 'LIRA-SALES', approval: true })),
]

async function published(desk: Desk, agreementId: string, acceptAgain = false): Promise<string> {
  const { id } = valueOf(await desk.run(draftVersion, { agreementId, texts: [TEXT], acceptAgain }))
  valueOf(await desk.run(publishVersion, { id }))
  return id
}

/** A partner with a checklist whose tasks are about an agreement and a course that are kept. */
async function withKept(desk: Desk) {
  const begun = await onboarded(desk, { template: { stages: PROVEN as never } })
  const agreementId = valueOf(await desk.run(create, { code: 'RESELLER', name: 'Reseller agreement', kind: 'reseller' })).id
  const versionId = await published(desk, agreementId)
  const person = buildPerson({ partnerId: begun.partner.id })
  const course = buildCourse()
  await desk.put(partnerPeople, person)
  await desk.put(courses, course)
  const acceptVersion = async (version = versionId) => valueOf(await desk.run(accept, { partnerId: begun.partner.id, versionId: version, language: 'es', textHash: hashText(TEXT), personId: person.id, acceptedOn: '2026-11-22', means: 'eSignature' })).id
  const pass = async (personId = person.id) => valueOf(await desk.run(trainingContract.operations.issue, { personId, courseId: course.id, issuedOn: '2026-11-20' })).id
  const events = async (task: string) => (await begun.log()).filter(({ taskKey }) => taskKey === task)
  const kinds = async (task: string) => (await events(task)).map(({ kind }) => kind)
  return { ...begun, agreementId, versionId, person, course, acceptVersion, pass, events, kinds }
}

export const proofsScenarios: Scenarios = {
  'an agreement’s task is done by the acceptance of the version that counts, and by nothing that is typed': async (desk) => {
    const { id, acceptVersion, events } = await withKept(desk)
    const typed = { side: 'partner', evidence: { agreementVersion: '9.9', agreementLanguage: 'es' } } as const
    expect(refusalOf(await desk.run(complete, { ...(await known(desk, id, 'contract')), ...typed }))).toMatchObject({ code: 'task.acceptance-missing' })
    const acceptanceId = await acceptVersion()
    expect(await events('contract')).toMatchObject([{ kind: 'completed', acceptanceId, evidence: { agreementVersion: '1', agreementLanguage: 'es' } }])
    expect(refusalOf(await desk.run(complete, { ...(await known(desk, id, 'contract')), ...typed }))).toMatchObject({ code: 'task.done-already' })
  },
  'an acceptance that is void does the task no more, and stops access where the task says so': async (desk) => {
    const { id, acceptVersion, pass, kinds, status, log, partner } = await withKept(desk)
    const acceptanceId = await acceptVersion()
    await pass()
    valueOf(await desk.run(approve, await known(desk, id, 'exam')))
    valueOf(await desk.run(activate, { id, reason: 'Ready', seen: (await log()).length }))
    valueOf(await desk.run(voidAcceptance, { id: acceptanceId, reason: 'Signed by nobody' }))
    expect([await kinds('contract'), await status()]).toEqual([['completed', 'revoked'], 'suspended'])
    expect((await desk.rows(activations)).map(({ kind, reason }) => [kind, reason])).toEqual([['activated', 'Ready'], ['accessStopped', 'Signed by nobody']])
    const again = await acceptVersion()
    expect((await log()).filter(({ taskKey }) => taskKey === 'contract').at(-1)).toMatchObject({ kind: 'completed', acceptanceId: again })
    expect((await desk.rows(acceptances)).filter(({ partnerId }) => partnerId === partner.id)).toHaveLength(2)
  },
  'a certificate does the tasks of its course, also where they wait for others; an examination needs one': async (desk) => {
    const { id, acceptVersion, pass, events, kinds, checklist } = await withKept(desk)
    await acceptVersion()
    expect(refusalOf(await desk.run(complete, { ...(await known(desk, id, 'exam')), side: 'partner', evidence: { person: 'Ana' } }))).toMatchObject({ code: 'task.certificate-missing' })
    valueOf(await desk.run(complete, { ...(await known(desk, id, 'course')), side: 'partner' }))
    const certificateId = await pass()
    expect(await kinds('course')).toEqual(['completed', 'noted'])
    expect(await events('exam')).toMatchObject([{ kind: 'submitted', certificateId, evidence: { person: 'Inés Galindo', validUntil: '2028-11-20' } }])
    expect((await checklist())?.done).toBe(2)
  },
  'a revoked certificate does nothing more; where another person holds the course, the task is done by theirs': async (desk) => {
    const { pass, kinds, events, partner } = await withKept(desk)
    const first = await pass()
    const other = buildPerson({ partnerId: partner.id, name: 'Bruno Herrán' })
    await desk.put(partnerPeople, other)
    const second = valueOf(await desk.run(trainingContract.operations.issue, { personId: other.id, courseId: (await desk.rows(courses))[0]?.id ?? '', issuedOn: '2026-11-19' })).id
    expect((await events('exam')).at(-1)).toMatchObject({ kind: 'noted', certificateId: second })
    valueOf(await desk.run(trainingContract.operations.revoke, { id: second, revokedOn: '2026-11-21', reason: 'Somebody else sat it' }))
    expect((await events('exam')).at(-1)).toMatchObject({ kind: 'noted', certificateId: first, evidence: { person: 'Inés Galindo' } })
    valueOf(await desk.run(trainingContract.operations.revoke, { id: first, revokedOn: '2026-11-21', reason: 'Copied' }))
    expect(await kinds('exam')).toEqual(['submitted', 'noted', 'noted', 'revoked'])
  },
}

export const askedProofsScenarios: Scenarios = {
  'what a partner accepted and passed before is done when a checklist begins': async (desk) => {
    const { id, acceptVersion, pass, partner, template, log } = await withKept(desk)
    await acceptVersion()
    await pass()
    valueOf(await desk.run(close, { id, reason: 'Again, in another order' }))
    const { ids: [second = ''] } = valueOf(await desk.run(start, { partnerIds: [partner.id], templateId: template.id, startedOn: '2026-11-23', coordinator: 'Ben' }))
    expect((await log()).length).toBeGreaterThan(0)
    expect(await desk.row(checklists, second)).toMatchObject({ done: 2, openTasks: [{ task: 'exam', state: 'waitingForApproval' }] })
  },
  'of what is kept nowhere, or is not in force, counts what is said': async (desk) => {
    const { id, agreementId, kinds } = await withKept(desk)
    await desk.run(agreementsContract.operations.update, { id: agreementId, edits: [{ field: 'state', value: 'off', was: 'inForce' }] })
    expect((await desk.rows(agreements))[0]?.state).toBe('off')
    valueOf(await desk.run(complete, { ...(await known(desk, id, 'contract')), side: 'partner', evidence: { agreementVersion: '4.0', agreementLanguage: 'es' } }))
    valueOf(await desk.run(revoke, { ...(await known(desk, id, 'contract')), reason: 'Wrong' }))
    expect(await kinds('contract')).toEqual(['completed', 'revoked'])
  },
}

export const lackingScenarios: Scenarios = {
  'a version that is to be accepted anew closes the gate until it is, and the task says by which it is done': async (desk) => {
    const { id, agreementId, acceptVersion, pass, kinds, log, partner, status } = await withKept(desk)
    await acceptVersion()
    await pass()
    valueOf(await desk.run(approve, await known(desk, id, 'exam')))
    const second = await published(desk, agreementId, true)
    expect(refusalOf(await desk.run(activate, { id, reason: 'Now', seen: (await log()).length }))).toEqual({ code: 'activation.gate-not-met', details: { partner: partner.name, unmet: ['agreements'], missingEn: 'contract', missingJa: 'contract (ja)', missingEs: 'contract (es)' } })
    await acceptVersion(second)
    expect(await kinds('contract')).toEqual(['completed', 'noted'])
    expect((await log()).at(-1)).toMatchObject({ evidence: { agreementVersion: '2' } })
    valueOf(await desk.run(activate, { id, reason: 'Now', seen: (await log()).length }))
    expect(await status()).toBe('active')
  },
  'what the program requires at the gate is asked of the company, by name': async (desk) => {
    const { id, acceptVersion, pass, course, log, partner, status } = await withKept(desk)
    await acceptVersion()
    await pass()
    valueOf(await desk.run(approve, await known(desk, id, 'exam')))
    const given = { courseId: course.id, count: 2, tier: null } as const
    await desk.put(requirements, buildRequirement({ ...given, name: 'Deals', kind: 'gate', gate: 'dealRegistration' }), buildRequirement({ ...given, name: 'Start', kind: 'gate', gate: 'activation' }))
    const decide = async () => desk.run(activate, { id, reason: 'Now', seen: (await log()).length })
    expect(refusalOf(await decide())).toMatchObject({ code: 'activation.gate-not-met', details: { unmet: ['certifications'], missingEn: 'Start: Lira Sales 1/2' } })
    const other = buildPerson({ partnerId: partner.id, name: 'Bruno Herrán' })
    await desk.put(partnerPeople, other)
    await pass(other.id)
    valueOf(await decide())
    expect(await status()).toBe('active')
  },
}
