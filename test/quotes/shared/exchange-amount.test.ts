import { expect, test } from 'vitest'
import { exchangeAmount, type ExchangeRate } from '#shared/quotes/exchange-amount.ts'
import { d, text } from './decimals.ts'

const rates: readonly ExchangeRate[] = [
  { from: 'USD', to: 'JPY', rate: d('150.125'), date: '2026-06-01' },
  { from: 'USD', to: 'JPY', rate: d('160'), date: '2026-07-01' },
  { from: 'EUR', to: 'USD', rate: d('1.1'), date: '2026-01-01' },
]

function exchanged(amount: string, from: string, to: string, date = '2026-06-30') {
  const result = exchangeAmount(d(amount), from, to, rates, date, 'halfAwayFromZero')
  return result === null ? null : [text(result.amount), result.rate?.date ?? null, result.inverted]
}

test('takes the latest rate of the day or before, and the decimals of the other currency', () => {
  expect(exchanged('19.99', 'USD', 'JPY')).toEqual(['3001', '2026-06-01', false])
  expect(exchanged('19.99', 'USD', 'JPY', '2026-07-01')).toEqual(['3198', '2026-07-01', false])
})

test('turns a rate round where there is none in this direction, and says so', () => {
  expect(exchanged('3001', 'JPY', 'USD')).toEqual(['19.99', '2026-06-01', true])
})

test('leaves one currency as it is, and makes up no rate', () => {
  expect(exchanged('12.345', 'EUR', 'EUR')).toEqual(['12.345', null, false])
  expect(exchanged('1', 'EUR', 'JPY')).toBeNull()
  expect(exchanged('1', 'USD', 'JPY', '2026-05-31')).toBeNull()
})
