import { describe, expect, test } from 'vitest'
import { deriveChecklist } from '#shared/onboarding/derive-checklist.ts'
import { eventByProof, proofByAcceptance } from '#shared/onboarding/proof.ts'
import { buildEvent, buildStage, buildTask, checklistFacts } from '#test/foundation/builders/build-checklist.ts'

const proof = proofByAcceptance({ id: 'an acceptance', version: 2, language: 'es' })

function standing(given: Parameters<typeof buildTask>[1], ...events: Parameters<typeof buildEvent>[]) {
  const facts = checklistFacts({ stages: [buildStage('only', buildTask('contract', { kind: 'agreement', evidence: 'agreementVersion', ...given }))], events: events.map((each) => buildEvent(...each)) })
  return deriveChecklist(facts).stages[0]!.tasks[0]!
}

describe('what proves a task', () => {
  test('does it, or hands it in where somebody approves it', () => {
    expect(eventByProof(standing({}), proof)).toMatchObject({ kind: 'completed', seen: null, acceptanceId: 'an acceptance', evidence: { agreementVersion: '2', agreementLanguage: 'es' } })
    expect(eventByProof(standing({ approval: true }), proof)).toMatchObject({ kind: 'submitted' })
  })
  test('is noted with one that is done, and keeps what was noted before', () => {
    const evidence = { note: 'On paper', address: null, agreementVersion: '1', agreementLanguage: 'en', person: null, validUntil: null }
    expect(eventByProof(standing({}, ['contract', 'completed', { evidence }]), proof)).toMatchObject({ kind: 'noted', evidence: { note: 'On paper', agreementVersion: '2' } })
    expect(eventByProof(standing({}, ['contract', 'completed', { acceptanceId: 'an acceptance', evidence }]), proof)).toBeUndefined()
  })
  test('changes nothing where somebody decided otherwise, or where more is asked for', () => {
    expect(eventByProof(standing({}, ['contract', 'skipped', { text: 'Not needed' }]), proof)).toBeUndefined()
    expect(eventByProof(standing({ evidence: 'link' }), proof)).toBeUndefined()
  })
})
