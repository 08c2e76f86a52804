import { describe, expect, test } from 'vitest'
import { agreementStanding } from '#shared/agreements/agreement-standing.ts'
import { hashText } from '#shared/agreements/hash-text.ts'
import { YESTERDAY } from '#test/foundation/builders/build-lead.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'

const TODAY = '2026-11-22'
const stamps = { importId: null, createdAt: YESTERDAY, updatedAt: YESTERDAY, rev: 1 }
const partner = buildPartner({ country: 'JP', type: 'reseller' })
const agreement = { id: nextId(), code: 'R', name: 'Reseller agreement', kind: 'reseller' as const, countries: [], partnerTypes: [], state: 'inForce' as const, ...stamps }
const version = (number: number, given = {}) => ({ id: nextId(), agreementId: agreement.id, version: number, state: 'published' as const, texts: [], acceptAgain: false, effectiveOn: '2026-01-01', note: null, publishedByName: 'D', publishedAt: YESTERDAY, ...stamps, ...given })
const accepted = (number: number, given = {}) => ({ id: nextId(), partnerId: partner.id, agreementId: agreement.id, versionId: nextId(), version: number, language: 'es', textHash: 'h', personId: null, personName: 'Inés', acceptedOn: '2026-02-01', means: 'click' as const, proof: null, recordedByName: 'D', recordedAt: YESTERDAY, voidedAt: null, voidedReason: null, ...stamps, ...given })
const state = (versions: ReturnType<typeof version>[], acceptances: ReturnType<typeof accepted>[], given = {}) => agreementStanding({ partner, agreements: [{ ...agreement, ...given }], versions, acceptances }, TODAY)[0]?.state

describe('the standing of an agreement', () => {
  test('is accepted once accepted, also when a later version asks nothing', () => {
    expect(state([version(1)], [])).toBe('missing')
    expect(state([version(1)], [accepted(1)])).toBe('accepted')
    expect(state([version(1), version(2)], [accepted(1)])).toBe('accepted')
  })

  test('is to be accepted again where any later version asks for it, until it was', () => {
    const versions = [version(1), version(2, { acceptAgain: true }), version(3)]
    expect(state(versions, [accepted(1)])).toBe('acceptAgain')
    expect(state(versions, [accepted(1), accepted(3)])).toBe('accepted')
  })

  test('asks not before the later version counts, nor for a draft', () => {
    expect(state([version(1), version(2, { acceptAgain: true, effectiveOn: '2026-11-23' })], [accepted(1)])).toBe('accepted')
    expect(state([version(1), version(2, { acceptAgain: true, state: 'draft' })], [accepted(1)])).toBe('accepted')
    expect(state([version(1, { state: 'draft' })], [])).toBe('unpublished')
  })

  test('takes no notice of what was voided', () => {
    expect(state([version(1)], [accepted(1, { voidedAt: YESTERDAY })])).toBe('missing')
  })

  test('is of no interest where the agreement is for others, or off', () => {
    expect(state([version(1)], [], { countries: ['GT'] })).toBeUndefined()
    expect(state([version(1)], [], { partnerTypes: ['broker'] })).toBeUndefined()
    expect(state([version(1)], [], { state: 'off' })).toBeUndefined()
  })
})

test('a text’s hash is of language, title and text, and of nothing else', () => {
  const text = { language: 'es', title: 'A', text: 'B' }
  expect(hashText(text)).toBe(hashText({ ...text }))
  expect(new Set([text, { ...text, language: 'en' }, { ...text, title: 'AB', text: '' }, { ...text, text: 'B ' }].map(hashText)).size).toBe(4)
})
