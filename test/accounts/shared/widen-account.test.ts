import { expect, test } from 'vitest'
import { accounts } from '#shared/accounts/account.table.ts'
import { contacts } from '#shared/accounts/contact.table.ts'
import { widenAccount } from '#shared/accounts/widen-account.ts'
import { update } from '#shared/foundation/command.ts'
import { answered } from '#test/foundation/answered.ts'
import { buildAccount, buildContact } from '#test/foundation/builders/build-account.ts'

test.each([
  ['stays in its territory while the business lies there', 'GT', 'GT', false],
  ['is everybody’s once there is business in another', 'GT', 'MX', true],
  ['is everybody’s once there is business of everybody’s', 'GT', null, true],
  ['stays everybody’s', null, 'GT', false],
])('an account %s', (_, territoryId, business, widens) => {
  const account = buildAccount({ territoryId })
  const contact = buildContact({ accountId: account.id, territoryId })
  const changes = answered(widenAccount(account, business), { contacts: [contact] })
  expect(changes).toEqual(widens ? [update(accounts, account.id, { territoryId: null }), update(contacts, contact.id, { territoryId: null })] : [])
})
