import { describe, expect, test } from 'vitest'
import { autoApproves } from '#shared/deals/auto-approves.ts'
import { checkRegistration, type Check, type CheckFacts, type FindingState } from '#shared/deals/check-registration.ts'
import type { Overlap } from '#shared/deals/overlap.ts'
import { partnerFindings, partnersColumns, partnerView } from '#shared/deals/partner-view.ts'
import { partnersRegistrationSchema } from '#shared/deals/partner-view-schema.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { buildRegistration, TERMS, type Registration } from '#test/foundation/builders/build-registration.ts'
import { idNumber } from '#test/foundation/builders/sequential-id.ts'

const partner = buildPartner({ products: ['LEDGER'], regions: ['JP-13', 'KR'], domain: 'reseller.example', tier: 'gold' })
const claim = buildRegistration({ partnerId: partner.id })
const facts: CheckFacts = { partner, terms: TERMS, overlaps: [], resumes: false }
const rival: Overlap = {
  kind: 'registration', id: idNumber(1), name: '北山食品', partnerId: idNumber(2), stage: 'approved', since: '2026-10-01T00:00:00.000Z', until: '2026-12-30T15:00:00.000Z',
  weight: 'conflict', isOwn: false, verdict: 'same', score: 0.99, evidence: [{ kind: 'corporateNumber', agrees: true, query: '1', candidate: '1', weight: 9 }],
}

describe('what is said of a claim', () => {
  test('nothing, where there is nothing to say: every check is there, and fine', () => {
    expect(checkRegistration(claim, facts).map(({ check, state }) => [check, state])).toEqual(
      ['partnerActive', 'partnerAuthorised', 'partnerRegion', 'customer', 'ownDomain', 'corporateNumber', 'products', 'complete', 'coolDown', 'overlap'].map((check) => [check, 'fine']),
    )
  })

  test.each<[string, Check, FindingState, Partial<Registration>, Partial<CheckFacts>]>([
    ['a partner that is not active', 'partnerActive', 'stops', {}, { partner: { ...partner, status: 'suspended' } }],
    ['a product it may not sell', 'partnerAuthorised', 'stops', { products: ['LEDGER', 'TAX'] }, {}],
    ['a country it does not serve', 'partnerRegion', 'asks', { country: 'DE' }, {}],
    ['no customer', 'customer', 'stops', { company: '  ' }, {}],
    ['the partner’s own domain', 'ownDomain', 'asks', { website: 'https://www.reseller.example/jp' }, {}],
    ['a number with a wrong check digit', 'corporateNumber', 'asks', { corporateNumber: '7000012050003' }, {}],
    ['no product', 'products', 'stops', { products: [] }, {}],
    ['something that the terms require', 'complete', 'asks', { amount: null }, {}],
    ['a claim that ended lately', 'coolDown', 'asks', {}, { resumes: true }],
    ['somebody else', 'overlap', 'asks', {}, { overlaps: [rival] }],
  ])('%s', (_, check, state, given, known) => {
    const found = checkRegistration({ ...claim, ...given }, { ...facts, ...known }).filter((finding) => finding.state !== 'fine')
    expect(found.map((finding) => [finding.check, finding.state])).toEqual([[check, state]])
  })

  test('which fields are missing', () => {
    expect(checkRegistration({ ...claim, amount: null, country: null }, facts).find(({ check }) => check === 'complete')?.fields).toEqual(['country', 'amount'])
  })
})

describe('what is approved without a person', () => {
  const autoApproval = { upTo: 1_000_000, currency: 'JPY', tiers: ['gold' as const], knownCustomersOnly: true }
  const known = { ...claim, accountId: idNumber(3) }
  const fine = checkRegistration(known, facts)

  test('is small, of a good partner, with a known customer, and nothing speaks against it', () => {
    expect(autoApproves(known, fine, partner, { autoApproval })).toBe(true)
  })

  test.each<[string, Partial<Registration>, Partial<CheckFacts>, object | null]>([
    ['nothing, without a clause', {}, {}, null],
    ['nothing too large', { amount: 1_000_001 }, {}, autoApproval],
    ['nothing of another currency', { currency: 'USD', amount: 1 }, {}, autoApproval],
    ['nothing of an unknown amount', { amount: null }, { terms: { ...TERMS, needs: [] } }, autoApproval],
    ['nothing of another tier', {}, {}, { ...autoApproval, tiers: ['platinum'] }],
    ['nothing with a stranger', { accountId: null }, {}, autoApproval],
    ['nothing with a finding', {}, { overlaps: [{ ...rival, weight: 'look' }] }, autoApproval],
  ])('%s', (_, given, more, clause) => {
    const registration = { ...known, ...given }
    expect(autoApproves(registration, checkRegistration(registration, { ...facts, ...more }), partner, { autoApproval: clause as typeof autoApproval | null })).toBe(false)
  })
})

describe('what the partner may learn', () => {
  test('16 of a rival: that another claim exists, and nothing else; two rivals read as one', () => {
    const house = checkRegistration(claim, { ...facts, overlaps: [rival] })
    const theirs = partnerFindings(house)
    expect(JSON.stringify(house)).toContain('北山食品')
    expect(theirs.find(({ check }) => check === 'overlap')).toEqual({ check: 'overlap', state: 'asks', fields: [], overlaps: [] })
    expect(partnerFindings(checkRegistration(claim, { ...facts, overlaps: [rival, { ...rival, id: idNumber(9) }] }))).toEqual(theirs)
    for (const secret of ['北山食品', rival.id, String(rival.partnerId), rival.since, '0.99']) expect(JSON.stringify(theirs)).not.toContain(secret)
  })

  test('17 of a decision: the reason that is meant for it, never the house’s, nor who decided', () => {
    const view = partnerView({
      ...claim, status: 'rejected', reasonForPartner: 'We are at work there.', reasonForHouse: 'Rival X asked first', decidedBy: 'Ana', reviewer: 'Ana', caseId: idNumber(7), overlaps: 3,
      asked: { fields: ['amount'], note: 'How much?', by: 'Ana', at: '2026-11-20T00:00:00.000Z' },
    })
    expect(view).toMatchObject({ status: 'rejected', reasonForPartner: 'We are at work there.', held: true, asked: { fields: ['amount'], note: 'How much?' } })
    expect(partnersRegistrationSchema.parse(view)).toEqual(view)
    for (const secret of ['Rival X', 'Ana', idNumber(7), 'overlaps', 'reasonForHouse']) expect(JSON.stringify(view)).not.toContain(secret)
  })

  test('what a registration comes to hold besides stays in the house unless somebody names it', () => {
    const more = { ...claim, rivalsSpelling: '北山食品', customerKey: '#7000012050002', terms: null }
    expect(Object.keys(partnerView(more)).toSorted()).toEqual([...partnersColumns, 'asked', 'extension', 'held'].toSorted())
    expect(partnersRegistrationSchema.safeParse({ ...partnerView(claim), rivalsSpelling: '北山食品' }).success).toBe(false)
  })
})
