import { expect, test } from 'vitest'
import { accountOfNumber } from '#shared/accounts/account-of-number.ts'
import { answered } from '#test/foundation/answered.ts'
import { buildAccount } from '#test/foundation/builders/build-account.ts'

const account = buildAccount({ name: 'Kitayama', corporateNumber: '1180301018771' })

test('an account of one number is refused, naming the one that is there', () => {
  expect(answered(accountOfNumber(account.duplicateKey), { accounts: [account] })).toMatchObject({ code: 'account.duplicate', details: { id: account.id, name: 'Kitayama' } })
})

test('an account is not its own twin, and a name alone makes none', () => {
  expect(answered(accountOfNumber(account.duplicateKey, account.id), { accounts: [account] })).toBeUndefined()
  expect(answered(accountOfNumber('JP:kitayama'), { accounts: [account] })).toBeUndefined()
})
