import { describe, expect, test } from 'vitest'
import { isTable, parseDecimalText, parsePastedLines } from '../../../src-renderer/quotes/parse-pasted-lines.ts'

describe('what is pasted', () => {
  test('becomes lines: code, quantity, discount; headings and empty rows are left out', () => {
    expect(parsePastedLines('Code\tQty\tDiscount\r\nLEDGER\t1,000\t5 %\r\n\r\nSEAT\t\t\r\n"TRAIN"\t2.5\t')).toEqual([
      { row: 2, line: { code: 'LEDGER', quantity: '1000', discountPercent: '5' } },
      { row: 4, line: { code: 'SEAT', quantity: '1', discountPercent: '0' } },
      { row: 5, line: { code: 'TRAIN', quantity: '2.5', discountPercent: '0' } },
    ])
  })
  test('is told by its row where it is no number', () => {
    expect(parsePastedLines('LEDGER\t2\nSEAT\tmany')).toEqual([{ row: 1, line: { code: 'LEDGER', quantity: '2', discountPercent: '0' } }, { row: 2, line: null }])
  })
  test('is a table with a tab or a second row', () => {
    expect(['LEDGER', 'LEDGER\n', 'LEDGER\t2', 'LEDGER\nSEAT'].map(isTable)).toEqual([false, false, true, true])
  })
})

test.each([['12', '12'], ['1,5', '1.5'], ['-3', '-3'], ['−0.50', '-0.5'], ['１２', '12'], ['-0', '0'], ['', null], ['x', null], ['1e3', null]])('%s is read as %s', (text, value) => {
  expect(parseDecimalText(text)).toBe(value)
})
