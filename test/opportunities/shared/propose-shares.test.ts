import { expect, test } from 'vitest'
import { proposeShares } from '#shared/opportunities/propose-shares.ts'

test.each([
  ['a registered deal is its partner’s, as approved', { partnerId: 'b', leadId: null }, { partnerId: 'a', attribution: 'coSell' }, [{ partnerId: 'a', kind: 'coSell', percent: 100 }]],
  ['a registered deal that says nothing else was brought by its partner', { partnerId: 'a', leadId: 'l' }, { partnerId: 'a', attribution: null }, [{ partnerId: 'a', kind: 'sourced', percent: 100 }]],
  ['a lead of the house that a partner was given is sold together', { partnerId: 'a', leadId: 'l' }, undefined, [{ partnerId: 'a', kind: 'coSell', percent: 100 }]],
  ['without either, a partner takes the order', { partnerId: 'a', leadId: null }, undefined, [{ partnerId: 'a', kind: 'fulfilled', percent: 100 }]],
  ['the house’s own business is nobody else’s', { partnerId: null, leadId: 'l' }, undefined, []],
] as const)('%s', (_, business, registered, shares) => {
  expect(proposeShares(business, registered)).toEqual(shares)
})
