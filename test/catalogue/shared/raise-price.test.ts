import { expect, test } from 'vitest'
import { raisePrice } from '#shared/catalogue/raise-price.ts'

test('a price is raised or lowered, rounded half up to so many decimals', () => {
  expect(raisePrice('100', '3.5', 2)).toBe('103.5')
  expect(raisePrice('1001', '2.55', 0)).toBe('1027')
  expect(raisePrice('10', '2.5', 1)).toBe('10.3')
  expect(raisePrice('10', '-2.5', 1)).toBe('9.8')
  expect(raisePrice('0', '50', 2)).toBe('0')
})
test('a price that is not moved keeps all its decimals', () => {
  expect(raisePrice('2.8207', '0', 2)).toBe('2.8207')
  expect(raisePrice('2.8207', '0.00', 0)).toBe('2.8207')
})
test('a price below what it is rounded to does not become nothing', () => {
  expect(raisePrice('0.004', '5', 2)).toBe('0.0042')
  expect(raisePrice('1', '-60', 0)).toBe('0.4')
  expect(raisePrice('0.00', '-60', 0)).toBe('0')
})
