import { expect, test } from 'vitest'
import { registeredDeal, registeredPercent, whyNotStanding, withRegisteredMargin } from '#shared/quotes/quote-registration.ts'
import { buildLine, buildQuote } from '#test/foundation/builders/build-quote.ts'
import { buildApproved, buildRegistration, TERMS } from '#test/foundation/builders/build-registration.ts'
import { NOW } from '#test/foundation/desk.ts'

const parties = { partnerId: 'p', accountId: 'a' }
const approved = buildApproved({ ...parties, company: '北山食品', project: '本社', products: ['LEDGER'], terms: { ...TERMS, registeredMargin: 7 } })

test('a deal as a quote has it: what, how much, and from when to when on the partner’s clocks', () => {
  expect(registeredDeal(approved, parties, NOW)).toEqual({ code: '北山食品 – 本社', products: ['LEDGER'], percent: '7', from: '2026-11-21', to: '2027-02-19' })
  expect(registeredDeal(buildApproved({ ...parties, products: [], terms: null }), parties, NOW)).toMatchObject({ products: null, percent: '5' })
  // Terms from before there was such a promise pay nothing.
  const { registeredMargin: _, ...older } = TERMS
  expect(registeredDeal(buildApproved({ ...parties, terms: older }), parties, NOW)).toMatchObject({ percent: '0' })
})

test('while its end waits it has no last day; once won it has that of the locked price', () => {
  expect(registeredDeal({ ...approved, quoteSentAt: NOW }, parties, '2028-01-01T00:00:00.000Z')).toMatchObject({ to: null })
  const won = { ...approved, status: 'closedWon' as const, priceLockedUntil: '2026-12-31T15:00:00.000Z' }
  expect(registeredDeal(won, parties, NOW)).toMatchObject({ to: '2026-12-31' })
  expect(whyNotStanding(won, parties, '2026-12-31T15:00:00.000Z')).toBe('closedWon')
})

test('why there is no margin', () => {
  expect(whyNotStanding(approved, parties, NOW)).toBeNull()
  expect(whyNotStanding(undefined, parties, NOW)).toBe('unlinked')
  expect(whyNotStanding(approved, { ...parties, partnerId: null }, NOW)).toBe('otherPartner')
  expect(whyNotStanding(approved, { ...parties, accountId: 'b' }, NOW)).toBe('otherCustomer')
  expect(whyNotStanding(buildRegistration(parties), parties, NOW)).toBe('submitted')
  expect(whyNotStanding(approved, parties, approved.protectedUntil!)).toBe('expired')
  expect(whyNotStanding({ ...approved, status: 'revoked' }, parties, NOW)).toBe('revoked')
  expect(registeredDeal({ ...approved, status: 'revoked' }, parties, NOW)).toBeNull()
})

test('the margin is for the deal’s products on its days, and moves nothing else of a line', () => {
  const quote = buildQuote({ accountId: 'a', partnerId: 'p', registration: registeredDeal(approved, parties, NOW) })
  expect([registeredPercent(quote, 'LEDGER'), registeredPercent(quote, 'TRAIN'), registeredPercent({ ...quote, pricedOn: '2027-02-20' }, 'LEDGER'), registeredPercent({ ...quote, registration: null }, 'LEDGER')]).toEqual(['7', '0', '0', '0'])
  const lines = [buildLine({ quoteId: quote.id }), buildLine({ quoteId: quote.id, code: null }), buildLine({ quoteId: quote.id }, { registeredPercent: '7' })]
  const [ledger, custom, same] = withRegisteredMargin(quote, lines)
  expect(ledger).toEqual({ ...lines[0]!, terms: { ...lines[0]!.terms, registeredPercent: '7' } })
  expect([custom, same]).toEqual([lines[1], lines[2]])
  expect(custom).toBe(lines[1])
  expect(withRegisteredMargin({ ...quote, registration: null }, lines)[2]?.terms.registeredPercent).toBe('0')
})
