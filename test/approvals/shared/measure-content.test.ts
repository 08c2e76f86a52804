import { describe, expect, test } from 'vitest'
import type { ApprovalMeasure } from '#shared/approvals/approval-measures.ts'
import { measureContent } from '#shared/approvals/measure-content.ts'
import type { QuoteContent } from '#shared/approvals/quote-content.ts'
import { aContent, aLine } from './build-content.ts'

const value = (measure: ApprovalMeasure, given: Partial<QuoteContent>) => measureContent(measure, aContent(given)).map((fact) => fact.value)

test.each<[string, ApprovalMeasure, Partial<QuoteContent>, readonly (string | null)[]]>([
  ['a line by what its customer gets off the list price', 'lineDiscount', { lines: [aLine({ customer: '850' })] }, ['15']],
  ['lines of one product as one, by the worst', 'lineDiscount', { lines: [aLine({ customer: '900' }), aLine({ customer: '700' })] }, ['30']],
  ['a hair beyond as beyond', 'lineDiscount', { lines: [aLine({ list: '3000000', customer: '2549999' })] }, ['15.0001']],
  ['a price above the list as no discount', 'lineDiscount', { lines: [aLine({ list: '0', customer: '5' })] }, ['0']],
  ['the quote’s own discount with those of its lines', 'blendedDiscount', { lines: [aLine({ customer: '900' }), aLine({ product: 'OTHER' })], discount: '100' }, ['10']],
  ['a credit among the lines as the discount that it is', 'blendedDiscount', { lines: [aLine(), aLine({ product: 'THANKS', list: '-300', customer: '-300' })] }, ['30']],
  ['nothing but credits as what cannot be told', 'blendedDiscount', { lines: [aLine({ list: '-300', customer: '-300' })] }, [null]],
  ['the margin of what the vendor is paid', 'margin', {}, ['62.5']],
  ['the margin less the quote’s discount', 'margin', { discount: '300' }, ['40']],
  ['the margin without the tax that prices hold', 'margin', { taxMode: 'inclusive', lines: [aLine({ net: '880' })] }, ['62.5']],
  ['no margin where a cost is not known', 'margin', { lines: [aLine(), aLine({ cost: null })] }, [null]],
  ['no margin where nothing is paid', 'margin', { discount: '800' }, [null]],
  ['a loss as one, rounded to the worse', 'margin', { lines: [aLine({ net: '300', cost: '400' })] }, ['-33.3334']],
  ['the longest term', 'term', { lines: [aLine(), aLine({ months: 36 })] }, ['36']],
  ['no term at all', 'term', { lines: [aLine({ months: 0 })] }, []],
  ['each own text', 'ownText', { texts: ['You may cancel.', 'We pay the fare.'] }, ['1', '1']],
  ['a price below that of a registered deal', 'belowRegisteredPrice', { lines: [aLine({ customer: '900', protectedPrice: '950' }), aLine({ product: 'FREE' })] }, ['5.2632']],
])('measures %s', (_, measure, given, expected) => {
  expect(value(measure, given)).toEqual(expected)
})

describe('a fact', () => {
  test('says how much money it is about', () => {
    expect(measureContent('lineDiscount', aContent({ lines: [aLine(), aLine()] }))).toEqual([{ subject: 'LEDGER', name: 'Ledger', value: '0', amount: '2000' }])
    expect(measureContent('total', aContent({ net: '-20' }))).toEqual([{ subject: 'quote', name: null, value: '-20', amount: '20' }])
  })
})
