import { expect, test } from 'vitest'
import { percentOf } from '#shared/quotes/percent-of.ts'
import { d, text } from './decimals.ts'

test.each([['200', '12.5', '25'], ['0.01', '0.1', '0.00001'], ['-80', '25', '-20'], ['99999999999999999999', '100', '99999999999999999999']])('%s and %s %% of it: %s', (amount, percent, part) => {
  expect(text(percentOf(d(amount), d(percent)))).toBe(part)
})
