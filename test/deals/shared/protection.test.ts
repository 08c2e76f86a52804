import { describe, expect, test } from 'vitest'
import { closeRegistration } from '#shared/deals/close-registration.ts'
import { holdingSpans } from '#shared/deals/holding-spans.ts'
import { hold, isProtecting, letGo, protectionEnd } from '#shared/deals/protection.ts'
import { nextStep, takeRegistrationSteps } from '#shared/deals/registration-steps.ts'
import { answered } from '#test/foundation/answered.ts'
import { buildApproved, buildDraft, buildRegistration, TERMS } from '#test/foundation/builders/build-registration.ts'
import { idNumber } from '#test/foundation/builders/sequential-id.ts'

const partnerId = idNumber(0x31)
const approved = buildApproved({ partnerId, project: 'Osaka' }, '2026-09-01T03:00:00.000Z')

test.each([
  ['Asia/Tokyo', '2026-09-01T14:59:59.999Z', 90, '2026-11-30T15:00:00.000Z'],
  ['Asia/Tokyo', '2026-09-01T15:00:00.000Z', 90, '2026-12-01T15:00:00.000Z'],
  // The clocks of Denver go back in between: a day of 25 hours is one day.
  ['America/Denver', '2026-10-31T12:00:00.000Z', 1, '2026-11-02T07:00:00.000Z'],
])('a window in %s from %s on, %i days', (zone, from, days, end) => {
  expect(protectionEnd(from, days, zone)).toBe(end)
})

describe('a window', () => {
  test('keeps others away until its end, and beyond while that waits', () => {
    expect(isProtecting(approved, '2026-11-30T14:59:59.999Z')).toBe(true)
    expect(isProtecting(approved, '2026-11-30T15:00:00.000Z')).toBe(false)
    expect(isProtecting({ ...approved, quoteSentAt: '2026-11-29T00:00:00.000Z' }, '2026-12-24T00:00:00.000Z')).toBe(true)
    expect(isProtecting({ ...approved, status: 'submitted' }, '2026-12-24T00:00:00.000Z')).toBe(true)
    expect(isProtecting({ ...approved, status: 'withdrawn' }, '2026-10-01T00:00:00.000Z')).toBe(false)
    expect(isProtecting(buildRegistration({ partnerId }), '2026-10-01T00:00:00.000Z')).toBe(false)
  })

  test('stands still while a case holds it, and gets back the days it stood', () => {
    const held = { ...approved, ...hold(idNumber(7), '2026-11-01T00:00:00.000Z') }
    expect(nextStep(held)).toBeNull()
    expect(letGo(held, '2026-11-10T12:00:00.000Z')).toEqual({ caseId: null, heldAt: null, protectedUntil: '2026-12-10T15:00:00.000Z' })
    const waiting = { ...buildRegistration({ partnerId }), ...hold(idNumber(7), '2026-11-01T00:00:00.000Z') }
    expect(letGo(waiting, '2026-11-02T00:00:00.000Z')).toEqual({ caseId: null, heldAt: null, reviewDueAt: '2026-11-26T00:00:00.000Z' })
  })

  test('is told before its end and ends, step by step or all at once', () => {
    expect(nextStep(approved)).toEqual({ step: 'reminded', at: '2026-10-31T15:00:00.000Z' })
    expect(takeRegistrationSteps(approved, undefined, '2026-10-31T14:59:59.999Z').taken).toEqual([])
    expect(takeRegistrationSteps(approved, undefined, '2026-11-24T00:00:00.000Z')).toEqual({ patch: { reminded: 2, actAt: '2026-11-30T15:00:00.000Z' }, taken: ['reminded', 'reminded'] })
    const late = takeRegistrationSteps(approved, 'proposal', '2027-06-01T00:00:00.000Z')
    expect(late.taken).toEqual(['reminded', 'reminded', 'expired'])
    expect(late.patch).toEqual({ status: 'expired', endReason: 'window', endedAt: '2026-11-30T15:00:00.000Z', reminded: 2, actAt: null })
    expect(takeRegistrationSteps({ ...approved, ...late.patch }, 'proposal', '2027-06-01T00:00:00.000Z').taken).toEqual([])
  })

  test('closes instead, where its business was lost meanwhile; ends early where nothing is heard of it', () => {
    expect(takeRegistrationSteps(approved, 'lost', '2026-12-01T00:00:00.000Z').patch).toMatchObject({ status: 'closedLost', endedAt: '2026-12-01T00:00:00.000Z', actAt: null })
    const quiet = { ...approved, terms: { ...TERMS, staleDays: 20, reminderDays: [] } }
    expect(takeRegistrationSteps(quiet, undefined, '2026-09-22T00:00:00.000Z')).toMatchObject({ taken: ['stale'], patch: { status: 'expired', endReason: 'stale', endedAt: '2026-09-21T03:00:00.000Z' } })
  })

  test('gives a customer without a partner of record one, once its deal is won', () => {
    const account = { id: idNumber(8), partnerId: null }
    const changed = (outcome: 'won' | 'lost', known: object) => answered(closeRegistration({ ...approved, accountId: account.id }, outcome, '2026-10-01T00:00:00.000Z'), { accounts: [{ ...account, ...known }] }).map(({ table }) => table.name)
    expect([changed('won', {}), changed('won', { partnerId: idNumber(9) }), changed('lost', {})]).toEqual([['registrations', 'accounts'], ['registrations'], ['registrations']])
  })
})

test('who holds what until when: claims, windows, incumbents, in the order of time; a draft holds nothing', () => {
  const won = { ...buildApproved({ partnerId, products: ['RISK'], receivedAt: '2026-01-05T00:00:00.000Z' }, '2026-01-07T00:00:00.000Z'), status: 'closedWon' as const, endedAt: '2026-03-01T00:00:00.000Z', incumbentUntil: '2027-03-01' }
  const waiting = buildRegistration({ partnerId: idNumber(0x32), receivedAt: '2026-11-01T00:00:00.000Z' })
  const frozen = { ...approved, receivedAt: '2026-08-30T00:00:00.000Z', extension: { days: 30, reason: 'x', by: '', at: '2026-11-20T00:00:00.000Z' } }
  expect(holdingSpans([waiting, frozen, won, buildDraft({ partnerId })]).map(({ kind, business, from, until, frozen: by }) => [kind, business, from, until, by])).toEqual([
    ['claims', 'RISK', '2026-01-05T00:00:00.000Z', '2026-01-07T00:00:00.000Z', null],
    ['holds', 'RISK', '2026-01-07T00:00:00.000Z', '2026-03-01T00:00:00.000Z', null],
    ['incumbent', 'RISK', '2026-03-01T00:00:00.000Z', '2027-03-01T00:00:00.000Z', null],
    ['claims', 'Osaka · LEDGER', '2026-08-30T00:00:00.000Z', '2026-09-01T03:00:00.000Z', null],
    ['holds', 'Osaka · LEDGER', '2026-09-01T03:00:00.000Z', null, 'extension'],
    ['claims', 'LEDGER', '2026-11-01T00:00:00.000Z', null, null],
  ])
})
