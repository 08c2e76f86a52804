import { expect, test } from 'vitest'
import { pricingDayProblem, timeProblem } from '#shared/quotes/told-time.ts'

const now = '2026-11-22T03:04:05.678Z'
const code = (decision: ReturnType<typeof timeProblem>) => (decision?.kind === 'refused' ? decision.code : undefined)

test('what is told counts for a time that was not long ago, by a clock that may be five minutes ahead', () => {
  expect(['2026-11-22T03:09:00.000Z', '2026-11-08T03:05:00.000Z'].map((at) => code(timeProblem(at, now)))).toEqual([undefined, undefined])
  expect(['2026-11-22T03:10:00.000Z', '2026-11-08T03:04:00.000Z'].map((at) => code(timeProblem(at, now)))).toEqual(['quote.in-future', 'quote.too-long-ago'])
  expect(['2026-11-20T02:56:00.000Z', '2026-11-20T02:54:00.000Z'].map((at) => code(timeProblem(at, now, '2026-11-20T03:00:00.000Z')))).toEqual([undefined, 'quote.before-sent'])
})

test('days are those of the customer', () => {
  const days = (timeZone: string) => ['2026-11-07', '2026-11-08', '2027-11-23', '2027-11-24'].map((on) => code(pricingDayProblem(on, timeZone, now)))
  expect(days('Asia/Tokyo')).toEqual(['quote.day-out-of-range', undefined, undefined, 'quote.day-out-of-range'])
  expect(days('America/Denver')).toEqual([undefined, undefined, 'quote.day-out-of-range', 'quote.day-out-of-range'])
})
