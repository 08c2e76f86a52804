import { expect, test } from 'vitest'
import { registeredDealMargin, type DealRegistration } from '#shared/quotes/registered-deal-margin.ts'
import { d, text } from './decimals.ts'

const registration: DealRegistration = { partnerId: 'ana', customerId: 'lira', approved: true, products: null, percent: d('5'), from: '2026-05-01', to: '2026-07-29' }
const asked = { partnerId: 'ana', customerId: 'lira', product: 'LEDGER', date: '2026-07-29' }

test('is paid to the last day of the registration', () => {
  const { percent, because } = registeredDealMargin(registration, asked)
  expect([text(percent), because]).toEqual(['5', null])
})

test.each([
  ['the day after it', registration, { date: '2026-07-30' }, 'ended'],
  ['the day before it', registration, { date: '2026-04-30' }, 'notYet'],
  ['another partner', registration, { partnerId: 'ben' }, 'otherPartner'],
  ['another customer', registration, { customerId: 'acme' }, 'otherCustomer'],
  ['what is not approved', { ...registration, approved: false }, {}, 'notApproved'],
  ['a product left out', { ...registration, products: ['VAULT'] }, {}, 'otherProduct'],
  ['no registration', null, {}, 'notRegistered'],
])('is not paid for %s, and says why', (_, of, change, because) => {
  expect(registeredDealMargin(of, { ...asked, ...change })).toEqual({ percent: { digits: 0, scale: 0 }, because })
})
