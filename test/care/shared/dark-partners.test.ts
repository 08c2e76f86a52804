import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { darkPartners, lastSign, type SignsOfLife } from '#shared/care/dark-partners.ts'
import { dateText, dayNumber } from '#shared/foundation/instant.ts'

const TODAY = '2026-11-26'
const quiet = (given: Partial<SignsOfLife>): SignsOfLife => ({ partnerId: 'p', status: 'active', activeSince: '2026-01-01', last: {}, ...given })

describe('a dark partner', () => {
  test('is active and was not heard of for more than so many days; the last sign is told', () => {
    const all = [
      quiet({ partnerId: 'a', last: { lead: '2026-09-01', quote: '2026-09-20' } }),
      quiet({ partnerId: 'b', last: { checkIn: '2026-11-20' } }),
      quiet({ partnerId: 'c' }),
      quiet({ partnerId: 'd', last: { registration: '2026-09-27' } }),
    ]
    expect(darkPartners(all, 60, TODAY)).toEqual([
      { partnerId: 'c', lastSign: null, lastSignOn: null, silentDays: 329 },
      { partnerId: 'a', lastSign: 'quote', lastSignOn: '2026-09-20', silentDays: 67 },
    ])
  })

  test('is none that is not active, nor one that became active since', () => {
    expect(darkPartners([quiet({ status: 'suspended' }), quiet({ status: 'terminated' }), quiet({ activeSince: '2026-11-01', last: { lead: '2026-02-01' } })], 60, TODAY)).toEqual([])
  })

  test('does not light up by what is dated ahead', () => {
    expect(lastSign({ quote: '2026-12-01', lead: '2026-10-01' }, TODAY)).toEqual({ kind: 'lead', on: '2026-10-01' })
  })

  test('is dark by one threshold only if it is by every shorter one', () => {
    const sign = fc.integer({ min: -400, max: 0 }).map((day) => dateText(dayNumber(TODAY) + day))
    const signs = fc.array(fc.record({ lead: sign, quote: fc.option(sign), checkIn: fc.option(sign), activeSince: fc.option(sign) }), { maxLength: 20 })
    fc.assert(fc.property(signs, fc.integer({ min: 7, max: 300 }), fc.integer({ min: 0, max: 200 }), (rows, days, more) => {
      const all = rows.map(({ activeSince, ...last }, at) => quiet({ partnerId: String(at), activeSince, last }))
      const short = new Set(darkPartners(all, days, TODAY).map(({ partnerId }) => partnerId))
      for (const { partnerId } of darkPartners(all, days + more, TODAY)) expect(short.has(partnerId)).toBe(true)
    }))
  })
})
