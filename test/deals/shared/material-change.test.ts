import { describe, expect, test } from 'vitest'
import { termsFor, askTerms } from '#shared/deals/ask-terms.ts'
import { askEarlierClaim, earlierClaim } from '#shared/deals/earlier-claim.ts'
import { approvedFacts, materialChange } from '#shared/deals/material-change.ts'
import { USUAL_TERMS } from '#shared/deals/usual-terms.ts'
import { answered } from '#test/foundation/answered.ts'
import { buildRegistration, type Registration, type RegistrationPolicy } from '#test/foundation/builders/build-registration.ts'
import { idNumber, nextId } from '#test/foundation/builders/sequential-id.ts'

const partnerId = idNumber(0x31)
const facts = approvedFacts(buildRegistration({ partnerId, company: 'Kitayama Foods', project: 'Osaka', amount: 1000, products: ['A', 'B'] }))

test.each([
  ['spelling', { company: ' KITAYAMA  foods', project: 'osaka', products: ['B', 'A'] }, []],
  ['an amount within what is tolerated', { amount: 1250 }, []],
  ['an amount beyond', { amount: 1251 }, ['amount']],
  ['an amount that shrinks', { amount: 100 }, ['amount']],
  ['another currency', { currency: 'USD' }, ['currency']],
  ['another customer and project', { company: 'Mountain Steel', project: null }, ['company', 'project']],
  ['one product less', { products: ['A'] }, ['products']],
])('%s changes %o', (_, given, expected) => {
  expect(materialChange(facts, { ...facts, ...given }, 25)).toEqual(expected)
})

describe('which terms hold', () => {
  const policy = (given: Partial<RegistrationPolicy>): RegistrationPolicy => ({ id: nextId(), name: 'Any', priority: 100, countries: [], products: [], terms: USUAL_TERMS, state: 'inForce', createdAt: '', updatedAt: '', rev: 1, ...given })
  const claim = { country: 'JP', products: ['LEDGER'] }

  test('the lowest number that speaks of the claim, then the lower name; else the usual ones', () => {
    const named = (...policies: readonly RegistrationPolicy[]) => termsFor(claim, policies).policy
    expect(named(policy({ name: 'B' }), policy({ name: 'A' }), policy({ name: 'Germany', countries: ['DE'], priority: 1 }))).toBe('A')
    expect(named(policy({ name: 'All' }), policy({ name: 'Japan', countries: ['JP'], products: ['LEDGER', 'RISK'], priority: 5 }))).toBe('Japan')
    expect(named(policy({ name: 'Off', state: 'off' }), policy({ name: 'Risk', products: ['RISK'] }))).toBeNull()
    expect(answered(askTerms(claim), { registrationPolicies: [] })).toEqual({ ...USUAL_TERMS, policyId: null, policy: null, policyRev: null })
  })
})

describe('which claim a new one goes on with', () => {
  const ended = (given: Partial<Registration>) => buildRegistration({ partnerId, company: 'Kitayama Foods', status: 'expired', endedAt: '2026-11-01T00:00:00.000Z', ...given })
  const claim = buildRegistration({ partnerId, company: 'Kitayama Foods' })

  test('the latest that ended within the cool-down, of this partner, about this business', () => {
    const [latest, before] = [ended({}), ended({ endedAt: '2026-10-20T00:00:00.000Z' })]
    const others = [before, latest, ended({ partnerId: idNumber(0x32) }), ended({ products: ['RISK'] }), ended({ status: 'rejected' }), ended({ endedAt: '2026-08-01T00:00:00.000Z' })]
    expect(earlierClaim(claim, others, 90, '2026-11-22T00:00:00.000Z')?.id).toBe(latest.id)
    expect(earlierClaim(claim, others.slice(2), 90, '2026-11-22T00:00:00.000Z')).toBeUndefined()
  })

  test('whatever it calls the customer, and not one of another customer', () => {
    const number = { corporateNumber: '7000012050002' }
    const other = ended({ company: '(株)北山食品', ...number })
    expect(answered(askEarlierClaim({ ...claim, ...number }, { domain: null }, 90, '2026-11-22T00:00:00.000Z'), { registrations: [ended({ company: 'Mountain Steel' }), other] })?.id).toBe(other.id)
  })
})
