import { expect, test } from 'vitest'
import { groupLines, groupsByRate } from '#shared/quotes/group-lines.ts'
import { buildInput } from './build-input.ts'
import { d, text } from './decimals.ts'
import { readWritten } from './price-written.ts'

const rates = ['8', '10', '8.0', '8.25'].map((taxRate) => ({ taxRate }))

test('puts lines of one rate together, in the order in which rates first occur', () => {
  expect(groupLines(readWritten(buildInput(rates)).lines).map(({ rate, lines }) => [text(rate), lines])).toEqual([['8', [0, 2]], ['10', [1]], ['8.25', [3]]])
})

test('knows which part of a price is tax: of one without it, and of one with it', () => {
  const parts = (taxMode: 'exclusive' | 'inclusive') => groupLines(readWritten(buildInput(rates, { taxMode })).lines).map(({ numerator, denominator }) => [numerator, denominator])
  expect(parts('exclusive')).toEqual([[8, 100], [10, 100], [825, 10_000]])
  expect(parts('inclusive')).toEqual([[8, 108], [10, 110], [825, 10_825]])
})

test('keeps prices with and without the tax apart, and brings them together by rate', () => {
  const lines = readWritten(buildInput([{ taxRate: '10' }, { taxRate: '8' }, { taxRate: '10' }])).lines
  const groups = groupLines([lines[0]!, lines[1]!, { ...lines[2]!, taxMode: 'inclusive', taxRate: d('10.0') }])
  expect(groups.map(({ taxMode }) => taxMode)).toEqual(['exclusive', 'exclusive', 'inclusive'])
  expect(groupsByRate(groups).map((pool) => pool.flatMap(({ lines }) => lines))).toEqual([[0, 2], [1]])
})
