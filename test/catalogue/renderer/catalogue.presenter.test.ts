import { expect, test } from 'vitest'
import { nextYearOf, parseCodes, parseTiers } from '#renderer/catalogue/catalogue.presenter.ts'

test('tiers are read as they are shown, by commas as decimals or points, and with a kind', () => {
  expect(parseTiers('10: 5 % · 50: 8,5 %', 'graduated')).toEqual({ kind: 'graduated', steps: [{ from: '10', percent: '5' }, { from: '50', percent: '8.5' }] })
  expect(parseTiers('10=5; 50=8', 'whole')?.steps).toHaveLength(2)
  expect(parseTiers('１０：５％', 'whole')).toEqual({ kind: 'whole', steps: [{ from: '10', percent: '5' }] })
  expect(parseTiers('  ', 'whole')).toBeNull()
})
test('tiers that are none are told from no tiers', () => {
  for (const text of ['10', 'ten: 5 %', '10: 5 % · 50', ': 5']) expect(parseTiers(text, 'whole')).toBeUndefined()
})
test('codes are separated by commas or blanks, each once', () => {
  expect(parseCodes(' A, B、C  A')).toEqual(['A', 'B', 'C'])
  expect(parseCodes('')).toEqual([])
})
test('the next year’s code counts the year on', () => {
  expect(nextYearOf('JP-2026', '2027')).toBe('JP-2027')
  expect(nextYearOf('Japan 2026/2027', '2027')).toBe('Japan 2027/2028')
  expect(nextYearOf('LIRA-USD', '2027')).toBe('LIRA-USD 2027')
})
