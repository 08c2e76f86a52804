import { expect, test } from 'vitest'
import { findAccount } from '#shared/accounts/find-account.ts'
import { buildAccount } from '#test/foundation/builders/build-account.ts'

test('follows what was merged to what it became, and finds nothing of what is not there', () => {
  const last = buildAccount()
  const between = buildAccount({ mergedInto: last.id })
  const first = buildAccount({ mergedInto: between.id })
  const there = new Map([last, between, first].map((account) => [account.id, account]))
  const found = (id: string) => {
    const steps = findAccount(id)
    let step = steps.next()
    while (step.done !== true) step = steps.next(step.value.kind === 'one' ? there.get(step.value.id) : [])
    return step.value?.id
  }
  expect([found(first.id), found(last.id), found('nobody')]).toEqual([last.id, last.id, undefined])
})
