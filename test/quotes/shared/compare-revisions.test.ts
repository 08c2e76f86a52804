import { describe, expect, test } from 'vitest'
import { compareRevisions, type RevisionDifference } from '#shared/quotes/compare-revisions.ts'
import type { Quote, QuoteLine } from '#shared/quotes/quote-rows.ts'
import { buildLine, buildQuote } from '#test/foundation/builders/build-quote.ts'

const quote = buildQuote({ accountId: 'a' })
const cost = { amount: '600', given: '600', currency: 'JPY', rate: null, rateDate: null }
const line = (code: string | null, place: number, given: Partial<QuoteLine> = {}) => buildLine({ quoteId: 'q', code, name: code ?? '設置', place, ...given }, { cost })
const before = [line('LEDGER', 1, { quantity: '3' }), line('TRAIN', 2), line(null, 3), line('SUPPORT', 4)]

function compared(lines: readonly QuoteLine[], change: Partial<Quote> = {}): RevisionDifference {
  const result = compareRevisions({ quote, lines: before }, { quote: { ...quote, ...change }, lines })
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const shown = ({ lines }: RevisionDifference) => lines.map(({ kind, before: one, after, fields }) => [kind, (after ?? one)!.line.name, ...fields])

describe('two revisions', () => {
  test('are the same, whatever their ids and places', () => {
    const same = compared(before.map((each, at) => ({ ...each, id: `copy ${at}`, place: at * 10 })))
    expect(same.lines.every(({ kind }) => kind === 'same')).toBe(true)
    expect([same.net, same.profit, same.marginPoints]).toEqual(['0', '0', '0'])
  })
  test('differ line by line, with what went where it stood, and in what is earned', () => {
    const after = [line('LEDGER', 1, { quantity: '5', discountPercent: '10' }), line(null, 2, { notes: '夜間' }), line('NEW', 3), line('SUPPORT', 4)]
    const difference = compared(after)
    expect(shown(difference)).toEqual([['changed', 'LEDGER', 'quantity', 'discountPercent'], ['removed', 'TRAIN'], ['changed', '設置', 'notes'], ['added', 'NEW'], ['same', 'SUPPORT']])
    // 6000 with a margin of 40 % became 7500 with 36 %: 4800 of cost.
    expect([difference.net, difference.profit, difference.marginPoints]).toEqual(['1500', '300', '-4'])
  })
  test('take each of several lines of one product for one', () => {
    const difference = compareRevisions({ quote, lines: [line('LEDGER', 1), line('LEDGER', 2, { quantity: '2' })] }, { quote, lines: [line('LEDGER', 1, { quantity: '2' })] })
    expect(difference.ok && shown(difference.value)).toEqual([['removed', 'LEDGER'], ['same', 'LEDGER']])
  })
  test('tell a price apart from another way of writing it', () => {
    expect(shown(compared([{ ...before[0]!, quantity: '3.0' }, ...before.slice(1)]))[0]).toEqual(['same', 'LEDGER'])
  })
  test('in two currencies have no difference in money', () => {
    expect(compared(before, { currency: 'USD' })).toMatchObject({ net: null, profit: null, marginPoints: null })
  })
})
