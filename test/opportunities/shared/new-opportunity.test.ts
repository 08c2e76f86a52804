import { describe, expect, test } from 'vitest'
import { findOpportunity } from '#shared/opportunities/find-opportunity.ts'
import { newOpportunity, opportunityProblem } from '#shared/opportunities/new-opportunity.ts'
import { exitCriteria, nextOpportunityStages, opportunityStages, unmetCriteria } from '#shared/opportunities/opportunity.ts'
import { answered } from '#test/foundation/answered.ts'
import { buildContact, buildOpportunity } from '#test/foundation/builders/build-account.ts'

const [ours, theirs] = [buildContact({ accountId: 'a' }), buildContact({ accountId: 'b' })]

test('a new opportunity stands at the first stage, by its trimmed name', () => {
  expect(newOpportunity('id', { name: ' Ledger ', accountId: 'a' })).toEqual({ id: 'id', name: 'Ledger', accountId: 'a', stage: 'discovery', influencedBy: [] })
})

test('an opportunity is found, or refused where there is none', () => {
  const known = buildOpportunity({ accountId: 'a' })
  expect(answered(findOpportunity(known.id), { opportunities: [known] })).toBe(known)
  expect(answered(findOpportunity('gone'), { opportunities: [known] })).toMatchObject({ kind: 'refused', code: 'opportunity.not-found' })
})

test.each([
  ['a blank name', { name: ' ' }, 'opportunity.name-missing'],
  ['an amount of no currency', { amount: 1 }, 'opportunity.amount-incomplete'],
  ['a currency that is none', { amount: 1, currency: 'QQQ' }, 'opportunity.currency-unknown'],
  ['a contact that is gone', { contactId: 'gone' }, 'contact.not-found'],
  ['somebody else’s contact', { contactId: theirs.id }, 'contact.of-another-account'],
  ['nothing wrong', { amount: 1, currency: 'JPY', contactId: ours.id }, undefined],
  ['a currency before its amount', { currency: 'JPY' }, undefined],
])('%s', (_, given, code) => {
  expect(answered(opportunityProblem({ name: 'Ledger', accountId: 'a', ...given }), { contacts: [ours, theirs] })).toEqual(code === undefined ? undefined : expect.objectContaining({ code }))
})

describe('stages', () => {
  test('follow each other: each but the ends leads on, to being lost, and back', () => {
    for (const stage of opportunityStages.slice(0, 4)) expect(nextOpportunityStages[stage]).toContain('lost')
    expect(opportunityStages.slice(1, 5).every((stage, at) => nextOpportunityStages[opportunityStages[at]!].includes(stage))).toBe(true)
  })

  test('ask for what their exit criteria name, on the way on alone', () => {
    const empty = buildOpportunity({ accountId: 'a', stage: 'proposal' })
    expect(unmetCriteria(empty, 'negotiation')).toEqual(exitCriteria.proposal)
    expect([unmetCriteria(empty, 'evaluation'), unmetCriteria(empty, 'lost')]).toEqual([[], []])
    expect(unmetCriteria({ ...empty, amount: 1, expectedCloseOn: '2027-03-31' }, 'negotiation')).toEqual([])
  })
})
