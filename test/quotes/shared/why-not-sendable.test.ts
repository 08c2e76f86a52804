import { expect, test } from 'vitest'
import type { NeededStep } from '#shared/approvals/decide-approvals.ts'
import { checkLineBundles } from '#shared/quotes/check-line-bundles.ts'
import { hashContent } from '#shared/quotes/hash-content.ts'
import { whyNotSendable } from '#shared/quotes/why-not-sendable.ts'
import type { RegistrationGone } from '#shared/quotes/quote-registration.ts'
import type { Quote, QuoteLine } from '#shared/quotes/quote-rows.ts'
import { buildLine, buildProduct, buildQuote } from '#test/foundation/builders/build-quote.ts'

const suite = buildProduct({ code: 'SUITE', bundle: { options: [{ product: 'OPTION', kind: 'optional', minimum: '1', maximum: null, excludes: [], needs: [], from: '2026-01-01', to: '2026-10-31' }] } })
const products = new Map([[suite.code, suite]])

function problems(given: Partial<Quote>, lines: readonly QuoteLine[], approved?: (quote: Quote) => string, needed: readonly NeededStep[] = [], gone: RegistrationGone | null = null) {
  const draft = buildQuote({ accountId: 'a', ...given })
  const quote = { ...draft, approvedHash: approved?.(draft) ?? null }
  return whyNotSendable(quote, lines, hashContent(quote, lines), products, '2026-11-22', gone, needed)
}

const boss: NeededStep = { seatId: 'seat', place: 1, hours: null, triggers: [] }
const dear = buildLine({ quoteId: 'q', discountPercent: '40' })

test('everything is told at once', () => {
  const lines = [{ ...dear, seenUnitPrice: '900', terms: { ...dear.terms, problem: 'notListed' as const } }]
  expect(problems({ validUntil: '2026-11-21' }, lines, undefined, [boss]).map(({ problem }) => problem)).toEqual(['outOfDate', 'notSellable', 'priceMoved', 'needsApproval'])
  expect(problems({}, []).map(({ problem }) => problem)).toEqual(['empty'])
})

test('an approval stands for the content it was given for, and for no other (B4.8, B4.9)', () => {
  expect(problems({}, [dear], (quote) => hashContent(quote, [dear]), [boss])).toEqual([])
  expect(problems({}, [dear], (quote) => hashContent(quote, [{ ...dear, quantity: '2' }]), [boss])).toEqual([{ problem: 'needsApproval', because: boss }])
})

test('a registered deal that is gone matters where its margin is in a price, and says what became of it (B4.13)', () => {
  const registered = buildLine({ quoteId: 'q' }, { registeredPercent: '5' })
  expect(problems({}, [dear, registered], undefined, [], 'withdrawn')).toEqual([{ problem: 'registrationEnded', because: 'withdrawn' }])
  expect(problems({}, [dear], undefined, [], 'withdrawn')).toEqual([])
  expect(problems({}, [registered])).toEqual([])
})

test('a bundle is not renewed with an option that is sold no more, and the line says which (B4.22)', () => {
  const bundle = buildLine({ quoteId: 'q', code: 'SUITE', place: 1 })
  const option = buildLine({ quoteId: 'q', code: 'OPTION', parentId: bundle.id, place: 2 })
  expect(problems({}, [bundle, option])).toEqual([{ problem: 'bundle', line: 1, because: { problem: 'discontinued', product: 'OPTION', on: '2026-10-31' } }])
  expect(checkLineBundles([bundle, option], products, '2026-10-31')).toEqual([])
})
