import { expect, test } from 'vitest'
import { isOneCompany, mergeAccounts } from '#shared/accounts/merge-accounts.ts'
import { buildAccount } from '#test/foundation/builders/build-account.ts'

test('takes what was chosen of the other, with the domain of the web site that stays, and is found by the name and number it has then', () => {
  const [survivor, other] = [buildAccount({ name: '北山食品', website: 'https://kitayama.example', domain: 'kitayama.example' }), buildAccount({ name: 'Kitayama Foods', website: 'https://k.example', domain: 'k.example', corporateNumber: '1180301018771' })]
  expect(mergeAccounts(survivor, other, new Set(['name', 'website']))).toEqual({ name: 'Kitayama Foods', website: 'https://k.example', domain: 'k.example', corporateNumber: '1180301018771', duplicateKey: '#1180301018771' })
})

test('changes nothing where the other says nothing more', () => {
  const survivor = buildAccount({ territoryId: 'north' })
  expect(mergeAccounts(survivor, { ...survivor, id: 'other' }, new Set())).toEqual({})
})

test('two corporate numbers are two companies; one number or none rules nothing out', () => {
  const [none, one, other] = [buildAccount(), buildAccount({ corporateNumber: '1180301018771' }), buildAccount({ corporateNumber: '7000012050002' })]
  expect([isOneCompany(none, one), isOneCompany(one, one), isOneCompany(one, other)]).toEqual([true, true, false])
})
