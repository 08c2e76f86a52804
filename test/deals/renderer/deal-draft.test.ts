import { describe, expect, test } from 'vitest'
import { actsOf, dealActs } from '#renderer/deals/deal-acts.ts'
import { claimOf, draftOf, emptyDraft } from '#renderer/deals/deal-draft.ts'
import { COUNTS, policyFormOf, policyOf } from '#renderer/deals/policy-form.ts'
import { permissions } from '#shared/people/permissions.ts'
import { registrationStatuses } from '#shared/deals/registration.ts'
import { USUAL_TERMS } from '#shared/deals/usual-terms.ts'
import { buildApproved, buildRegistration } from '#test/foundation/builders/build-registration.ts'
import { idNumber } from '#test/foundation/builders/sequential-id.ts'

const partnerId = idNumber(1)
const deal = { ...buildRegistration({ partnerId, amount: 12_50, currency: 'EUR', project: 'Osaka', contactName: null }), stage: null, accountName: null }

describe('a registration as it is typed', () => {
  test('is nobody’s claim before a partner is chosen, and says nothing of what was left empty', () => {
    expect(claimOf(emptyDraft())).toBeUndefined()
    expect(claimOf({ ...emptyDraft(), partnerId, company: '  Kitayama ', city: ' ' })).toMatchObject({ partnerId, company: 'Kitayama', city: null, amount: null, products: [] })
  })

  test('shows whole units, and gives minor ones', () => {
    const draft = draftOf(deal)
    expect([draft.amount, draft.contactName, draft.project]).toEqual([12.5, '', 'Osaka'])
    expect(claimOf(draft)).toMatchObject({ amount: 1250, currency: 'EUR', project: 'Osaka', contactName: null })
  })
})

describe('what can be done', () => {
  test('where it stands, by commands that there are, no key twice at one time', () => {
    for (const status of registrationStatuses) {
      for (const extension of [null, { days: 1, reason: 'x', by: '', at: '2026-11-22T00:00:00.000Z' }]) {
        const acts = actsOf({ ...deal, status, extension })
        const keys = acts.flatMap((act) => dealActs[act].keys ?? [])
        expect([status, new Set(keys).size]).toEqual([status, keys.length])
        expect(acts.filter((act) => !(dealActs[act].command in permissions))).toEqual([])
      }
    }
    expect(actsOf({ ...deal, status: 'submitted' })[0]).toBe('approve')
    expect(actsOf(buildApproved({ partnerId, extension: { days: 1, reason: 'x', by: '', at: '2026-11-22T00:00:00.000Z' } })).slice(0, 2)).toEqual(['grant', 'refuse'])
  })

  test('is to withdraw alone, while a conflict case holds it', () => {
    expect(actsOf({ ...deal, caseId: idNumber(7) })).toEqual(['withdraw'])
    expect(actsOf({ ...deal, status: 'revoked', caseId: idNumber(7) })).toEqual([])
  })
})

describe('a policy as it is filled in', () => {
  test('begins with the usual terms, and gives back what it was given', () => {
    expect(policyOf({ ...policyFormOf(null, USUAL_TERMS), name: ' Japan ' }, USUAL_TERMS)).toEqual({ name: 'Japan', priority: 100, countries: [], products: [], state: 'inForce', terms: USUAL_TERMS })
  })

  test('counts hours of review, keeps what was not filled in, reads reminders in their order, has no clause without a currency', () => {
    const form = policyFormOf(null, { ...USUAL_TERMS, autoApproval: { upTo: 50_000, currency: 'USD', tiers: ['gold'], knownCustomersOnly: false } })
    const filled = { ...form, counts: { ...form.counts, reviewHours: 4.5, windowDays: null, staleDays: 45 }, reminderDays: ['7', 'soon', '60', '-1'], needs: ['amount', 'nonsense'] }
    const { terms } = policyOf(filled, { ...USUAL_TERMS, autoApproval: { upTo: 1, currency: 'USD', tiers: ['gold'], knownCustomersOnly: true } })
    expect(terms).toMatchObject({ reviewMinutes: 270, windowDays: 90, staleDays: 45, reminderDays: [60, 7], needs: ['amount'], autoApproval: { upTo: 50_000, currency: 'USD', tiers: ['gold'], knownCustomersOnly: false } })
    expect(policyOf({ ...form, currency: null }, USUAL_TERMS).terms.autoApproval).toBeNull()
    expect(COUNTS.filter((count) => count !== 'reviewHours' && !(count in USUAL_TERMS))).toEqual([])
  })
})
