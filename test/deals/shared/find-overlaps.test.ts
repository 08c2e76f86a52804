import { describe, expect, test } from 'vitest'
import { askOverlaps } from '#shared/deals/ask-overlaps.ts'
import { findOverlaps, LINKED, type OverlapFacts } from '#shared/deals/find-overlaps.ts'
import { sameBusiness } from '#shared/deals/same-business.ts'
import { answered } from '#test/foundation/answered.ts'
import { buildAccount, buildOpportunity } from '#test/foundation/builders/build-account.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { buildRegistration } from '#test/foundation/builders/build-registration.ts'
import { idNumber } from '#test/foundation/builders/sequential-id.ts'

const [mine, theirs, account] = [idNumber(0x31), idNumber(0x32), idNumber(0x33)]
const claim = buildRegistration({ partnerId: mine, accountId: account, receivedAt: '2026-10-01T00:00:00.000Z' })
const nobody: OverlapFacts = { registrations: [], opportunities: [], accounts: [], leads: [] }
const likely = { score: 0.9, verdict: 'likely', evidence: [] } as const

test.each([
  ['projects that differ', { project: 'Osaka' }, { project: 'Nagoya' }, false],
  ['one project, written otherwise', { project: 'Ōsaka-plant' }, { project: 'OSAKA PLANT' }, true],
  ['a project that only one names', { project: 'Osaka' }, {}, true],
  ['years that differ', { fiscalYear: 'FY2026' }, { fiscalYear: 'FY2027' }, false],
  ['products that differ', { products: ['X200'] }, { products: ['X300'] }, false],
  ['one product of several', { products: ['X200', 'LEDGER'] }, { products: ['Ledger'] }, true],
  ['products that nobody names yet', { products: [] }, { products: ['X300'] }, true],
])('%s', (_, one, other, expected) => {
  const nothing = { project: null, fiscalYear: null, products: [] }
  expect(sameBusiness({ ...nothing, ...one }, { ...nothing, ...other })).toBe(expected)
  expect(sameBusiness({ ...nothing, ...other }, { ...nothing, ...one })).toBe(expected)
})

describe('who else is there', () => {
  test('14 business says since when it is there by the clock that received it: what was entered after the claim is younger', () => {
    const later = buildOpportunity({ accountId: account, product: 'LEDGER', createdAt: '2026-11-01T00:00:00.000Z' })
    const [found] = findOverlaps(claim, { ...nobody, opportunities: [{ row: later, likeness: LINKED }] })
    expect(found).toMatchObject({ kind: 'opportunity', partnerId: null, since: '2026-11-01T00:00:00.000Z', weight: 'conflict' })
    expect(found!.since > claim.receivedAt!).toBe(true)
  })

  test('a claim that stands, not one that ended; a conflict only where it is surely the customer', () => {
    const of = (status: 'approved' | 'expired', project: string | null) => buildRegistration({ partnerId: theirs, status, project })
    const found = findOverlaps(claim, { ...nobody, registrations: [{ row: of('approved', 'A'), likeness: likely }, { row: of('approved', 'B'), likeness: LINKED }, { row: of('expired', 'C'), likeness: LINKED }] })
    expect(found.map(({ weight, isOwn }) => [weight, isOwn])).toEqual([['conflict', false], ['look', false]])
  })

  test('an existing customer of another partner, a lead that another partner has; not one’s own, nor what is closed', () => {
    const found = findOverlaps(claim, {
      registrations: [],
      accounts: [buildAccount({ partnerId: theirs }), buildAccount({ partnerId: mine }), buildAccount({ id: account, partnerId: theirs })].map((row) => ({ row, likeness: likely })),
      leads: [buildLead({ partnerId: theirs, stage: 'working' }), buildLead({ partnerId: mine, stage: 'working' }), buildLead({ partnerId: theirs, stage: 'declined' })].map((row) => ({ row, likeness: likely })),
      opportunities: [buildOpportunity({ accountId: account, stage: 'lost' }), buildOpportunity({ accountId: account, product: 'TAX' })].map((row) => ({ row, likeness: LINKED })),
    })
    expect(found.map(({ kind, partnerId }) => [kind, partnerId]).toSorted()).toEqual([['account', theirs], ['lead', theirs]])
  })

  test('whoever decides finds a rival by all that is written of the customer', () => {
    const [rival, stranger] = [buildRegistration({ partnerId: theirs, company: '(株)北山食品', corporateNumber: '7000012050002' }), buildRegistration({ partnerId: theirs, company: 'Mountain Steel' })]
    const asked = buildRegistration({ partnerId: mine, company: 'Kitayama Shokuhin', corporateNumber: '7000012050002' })
    expect(answered(askOverlaps(asked), { registrations: [rival, stranger, asked] }).map(({ id }) => id)).toEqual([rival.id])
  })
})
