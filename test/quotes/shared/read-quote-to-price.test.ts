import { describe, expect, test } from 'vitest'
import { MAXIMUM_LINES, MAXIMUM_RATES, readQuoteToPrice } from '#shared/quotes/read-quote-to-price.ts'
import { buildInput } from './build-input.ts'

const good = buildInput([{ unitPrice: '10', taxRate: '19' }, { unitPrice: '5', taxRate: '7' }])

function refusal(input: unknown) {
  const quote = readQuoteToPrice(input)
  return quote.ok ? null : { code: quote.error.code, ...(quote.error.details as { line: number | null; field: string | null }) }
}

const withLine = (change: object) => ({ ...good, lines: [good.lines[0], { ...good.lines[1], ...change }] })
const without = (name: string, from: object) => Object.fromEntries(Object.entries(from).filter(([key]) => key !== name))

describe('a quote to price', () => {
  test('is read with or without its discounts, null for left out', () => {
    expect(refusal(good)).toBeNull()
    expect(refusal({ ...withLine({ discountPercent: null, discountAmount: null }), discountAmount: null })).toBeNull()
  })

  test.each([['null', null], ['a text', 'x'], ['a list', []], ['a number', 5]])('is not %s', (_, input) => {
    expect(refusal(input)).toMatchObject({ code: 'price.not-an-object', line: null })
  })

  test.each(['currency', 'taxMode', 'rounding', 'lines'])('needs its %s', (field) => {
    expect(refusal(without(field, good))).toMatchObject({ code: 'price.field-missing', line: null, field })
  })

  test.each(['quantity', 'unitPrice', 'taxRate'])('needs the %s of each line', (field) => {
    expect(refusal({ ...good, lines: [good.lines[0], without(field, good.lines[1]!)] })).toMatchObject({ code: 'price.field-missing', line: 2, field })
  })

  test.each([
    ['an unknown currency', { ...good, currency: 'EURO' }, { code: 'price.currency-unknown', field: 'currency', value: 'EURO' }],
    ['a currency in small letters', { ...good, currency: 'eur' }, { code: 'price.currency-unknown' }],
    ['a currency that every object has', { ...good, currency: 'constructor' }, { code: 'price.currency-unknown' }],
    ['an unknown tax mode', { ...good, taxMode: 'included' }, { code: 'price.choice-unknown', field: 'taxMode' }],
    ['an unknown scope', { ...good, rounding: { scope: 'lines', mode: 'up' } }, { code: 'price.choice-unknown', field: 'scope', value: 'lines', choices: 'line, rate, document' }],
    ['an unknown mode', { ...good, rounding: { scope: 'line', mode: 'halfUp' } }, { code: 'price.choice-unknown', field: 'mode' }],
    ['rounding that says nothing', { ...good, rounding: {} }, { code: 'price.field-missing', field: 'scope' }],
    ['lines that are none', { ...good, lines: {} }, { code: 'price.lines-missing', field: 'lines' }],
    ['a line that is none', { ...good, lines: [good.lines[0], 5] }, { code: 'price.not-an-object', line: 2 }],
    ['a field misspelt', { ...good, discount: '5' }, { code: 'price.field-unknown', line: null, field: 'discount' }],
    ['a field of a line misspelt', withLine({ discountPercents: '5' }), { code: 'price.field-unknown', line: 2, field: 'discountPercents' }],
    ['a key of prototypes', JSON.parse('{"__proto__": {"currency": "EUR"}}'), { code: 'price.field-unknown', field: '__proto__' }],
    ['a key of prototypes in a line', { ...good, lines: [JSON.parse('{"__proto__": {"quantity": "1"}, "constructor": 1}')] }, { code: 'price.field-unknown', line: 1 }],
    ['a number that is none of JSON’s texts', withLine({ quantity: 2 }), { code: 'price.not-text', line: 2, field: 'quantity', value: '2' }],
    ['a discount of more than everything', withLine({ discountPercent: '100.01' }), { code: 'price.percent-out-of-range', line: 2, field: 'discountPercent' }],
    ['a percentage below zero', withLine({ discountPercent: '-1' }), { code: 'price.percent-out-of-range', line: 2 }],
    ['a tax rate below zero', withLine({ taxRate: '-8' }), { code: 'price.tax-rate-negative', line: 2, field: 'taxRate' }],
    ['a discount below zero', withLine({ discountAmount: '-1' }), { code: 'price.discount-negative', line: 2, field: 'discountAmount' }],
    ['a number of a hundred digits', withLine({ unitPrice: '9'.repeat(100) }), { code: 'price.number-too-long', line: 2, field: 'unitPrice', limit: 60 }],
  ])('is refused for %s, by line and field', (_, input, expected) => {
    expect(refusal(input)).toMatchObject(expected)
  })

  test.each(['1e5', 'NaN', 'Infinity', '-Infinity', '1,5', '1,000.00', '１２', '', ' ', '1 000', '0x10', '.5', '5.', '+5', '--5', '1.2.3', '五'])('is refused for the number %j', (value) => {
    for (const field of ['quantity', 'unitPrice', 'discountPercent', 'discountAmount', 'taxRate']) expect(refusal(withLine({ [field]: value }))).toMatchObject({ code: 'price.number-invalid', line: 2, field, value })
    expect(refusal({ ...good, discountAmount: value })).toMatchObject({ code: 'price.number-invalid', line: null, field: 'discountAmount' })
  })

  test('has no end of tax rates', () => {
    const rates = (count: number) => ({ ...good, lines: Array.from({ length: count }, (_, at) => ({ quantity: '1', unitPrice: '1', taxRate: `${at}.5` })) })
    expect(refusal(rates(MAXIMUM_RATES))).toBeNull()
    expect(refusal(rates(MAXIMUM_RATES + 1))).toMatchObject({ code: 'price.too-many-rates', line: MAXIMUM_RATES + 1, field: 'taxRate' })
  })

  test('has no end of lines', () => {
    expect(refusal({ ...good, lines: new Array(MAXIMUM_LINES + 1) })).toMatchObject({ code: 'price.too-many-lines', limit: MAXIMUM_LINES })
  })

  test('of a field that never ends shows the beginning', () => {
    expect(refusal(withLine({ taxRate: 'x'.repeat(1_000_000) }))).toMatchObject({ value: 'x'.repeat(40) })
  })
})
