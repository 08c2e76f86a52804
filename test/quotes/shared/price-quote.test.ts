import { describe, expect, test } from 'vitest'
import { roundingModes } from '#shared/foundation/integer.ts'
import { roundingScopes, taxModes, type RoundingScope } from '#shared/quotes/quote-to-price.ts'
import { readQuoteToPrice } from '#shared/quotes/read-quote-to-price.ts'
import { priceQuote } from '#shared/quotes/price-quote.ts'
import { buildInput, repeated } from './build-input.ts'
import { priceWritten } from './price-written.ts'

const everyPolicy = roundingScopes.flatMap((scope) => roundingModes.flatMap((mode) => taxModes.map((taxMode) => ({ scope, mode, taxMode }))))

describe('the field’s vectors', () => {
  const twoPanels = [{ quantity: '2', unitPrice: '13582', taxRate: '10' }]

  test.each([
    ['halfAwayFromZero', '24695', '2469'],
    ['halfEven', '24695', '2469'],
    ['down', '24695', '2469'],
    ['up', '24694', '2470'],
  ] as const)('V1: two at ¥13,582 with 10 %% included, %s: %s and %s', (mode, net, tax) => {
    for (const scope of roundingScopes) expect(priceWritten(buildInput(twoPanels, { currency: 'JPY', taxMode: 'inclusive', scope, mode }))).toMatchObject({ net, tax, gross: '27164', lines: [{ net, tax, gross: '27164' }] })
  })

  const twoRates = [...repeated(3, { unitPrice: '333', taxRate: '10' }), ...repeated(2, { unitPrice: '155', taxRate: '8' })]

  test.each([
    ['rate', 'halfAwayFromZero', '100', '25'],
    ['rate', 'down', '99', '24'],
    ['rate', 'up', '100', '25'],
    ['line', 'halfAwayFromZero', '99', '24'],
    ['line', 'up', '102', '26'],
  ] as const)('V2: three at ¥333 of 10 %% and two at ¥155 of 8 %%, by %s, %s: %s and %s', (scope, mode, tenPercent, eightPercent) => {
    expect(priceWritten(buildInput(twoRates, { currency: 'JPY', scope, mode })).taxes).toEqual([{ rate: '10', base: '999', tax: tenPercent }, { rate: '8', base: '310', tax: eightPercent }])
  })

  test.each([['line', '1177.15', '6527.81'], ['rate', '1177.15', '6527.81'], ['document', '1177.14', '6527.80']] as const)('V4: 16 at 348.35 less 4 %% with 22 %%, by %s: tax %s, total %s', (scope, tax, gross) => {
    expect(priceWritten(buildInput([{ quantity: '16', unitPrice: '348.35', discountPercent: '4', taxRate: '22' }], { scope }))).toMatchObject({ net: '5350.66', tax, gross })
  })

  const nine = [{ quantity: '4', unitPrice: '2.8207', taxRate: '15' }, { quantity: '5', unitPrice: '2.8207', taxRate: '15' }]

  test('V5: a discount of 100 % leaves nothing, on the lines or on the whole, under every policy', () => {
    for (const policy of everyPolicy) {
      const nothing = { net: '0.00', tax: '0.00', gross: '0.00' }
      expect(priceWritten(buildInput(nine.map((line) => ({ ...line, discountPercent: '100' })), policy))).toEqual({ lines: [nothing, nothing], taxes: [{ rate: '15', base: '0.00', tax: '0.00' }], ...nothing })
      const full = priceWritten(buildInput(nine, policy))
      expect(priceWritten(buildInput(nine, { ...policy, discountAmount: policy.taxMode === 'exclusive' ? full.net : full.gross }))).toEqual({ lines: [nothing, nothing], taxes: [{ rate: '15', base: '0.00', tax: '0.00' }], ...nothing })
    }
  })

  test('V9: the tax on −321.50 at 19 % is −61.09: a credit mirrors the sale', () => {
    for (const scope of roundingScopes) {
      expect(priceWritten(buildInput([{ quantity: '-1', unitPrice: '321.50', taxRate: '19' }], { scope }))).toMatchObject({ net: '-321.50', tax: '-61.09', gross: '-382.59' })
      expect(priceWritten(buildInput([{ unitPrice: '321.50', taxRate: '19' }], { scope }))).toMatchObject({ tax: '61.09' })
    }
  })

  test.each([['8.50', '15', 'halfAwayFromZero', '1.28'], ['100.10', '25', 'halfAwayFromZero', '25.03'], ['100.10', '25', 'halfEven', '25.02']] as const)('V10: the tax on %s at %s %%, %s, is %s', (unitPrice, taxRate, mode, tax) => {
    for (const scope of roundingScopes) expect(priceWritten(buildInput([{ unitPrice, taxRate }], { scope, mode })).tax).toBe(tax)
  })

  test('V12: seven at 1.49 with 8.25 % are taxed 0.84 item by item and 0.86 on the invoice', () => {
    const items = repeated(7, { unitPrice: '1.49', taxRate: '8.25' })
    const taxBy = (scope: RoundingScope): string => priceWritten(buildInput(items, { currency: 'USD', scope })).tax
    expect([taxBy('line'), taxBy('rate'), taxBy('document')]).toEqual(['0.84', '0.86', '0.86'])
    expect(priceWritten(buildInput([{ quantity: '7', unitPrice: '1.49', taxRate: '8.25' }], { currency: 'USD', scope: 'line' })).tax).toBe('0.86')
  })

  test.each([['line', ['101', '101'], '202'], ['rate', ['101', '101'], '202'], ['document', ['101', '100'], '201']] as const)('V13: two at ¥100.5 by %s: lines of %j, total ¥%s', (scope, nets, net) => {
    const priced = priceWritten(buildInput(repeated(2, { unitPrice: '100.5', taxRate: '10' }), { currency: 'JPY', scope }))
    expect([priced.lines.map((line) => line.net), priced.net]).toEqual([nets, net])
  })
})

describe('the field’s edge cases', () => {
  test('2: no decimals, two and three, and unit prices finer than any of them', () => {
    const line = { quantity: '3', unitPrice: '2.82079', taxRate: '10' }
    for (const [currency, net, tax] of [['JPY', '8', '1'], ['EUR', '8.46', '0.85'], ['KWD', '8.462', '0.846'], ['CLP', '8', '1'], ['TND', '8.462', '0.846']]) expect(priceWritten(buildInput([line], { currency: currency! }))).toMatchObject({ net, tax })
  })

  test('3: prices with and without the tax in one quote add up, taxed together by rate', () => {
    const quote = readQuoteToPrice(buildInput([{ unitPrice: '333', taxRate: '10' }, { unitPrice: '363', taxRate: '10' }], { currency: 'JPY' }))
    if (!quote.ok) throw new Error(quote.error.code)
    const [without, withTax] = quote.value.lines
    const mixed = { ...quote.value, lines: [without!, { ...withTax!, taxMode: 'inclusive' as const }] }
    // 33.3 + 33 is 66.3: rounded once.
    expect(priceQuote(mixed)).toMatchObject({ ok: true, value: { net: 663, tax: 66, gross: 729, lines: [{ net: 333, tax: 33, gross: 366 }, { net: 330, tax: 33, gross: 363 }], taxes: [{ base: 663, tax: 66 }] } })
    expect(priceQuote({ ...mixed, discountAmount: { digits: 1, scale: 0 } })).toMatchObject({ ok: false, error: { code: 'price.discount-mixed' } })
  })

  const twoRates = [{ unitPrice: '7777', taxRate: '10' }, { unitPrice: '3333', taxRate: '8' }]

  test('4: ¥1,000 off ¥7,777 at 10 % and ¥3,333 at 8 % are 700 and 300', () => {
    for (const scope of roundingScopes) {
      const priced = priceWritten(buildInput(twoRates, { currency: 'JPY', scope, discountAmount: '1000' }))
      expect(priced.lines.map(({ net }) => net)).toEqual(['7077', '3033'])
      // By document 707.7 and 242.64 are 950 together.
      expect(priced.taxes).toEqual([{ rate: '10', base: '7077', tax: '708' }, { rate: '8', base: '3033', tax: scope === 'document' ? '242' : '243' }])
    }
  })

  test('4: what does not divide goes to the largest remainder, and among equals to the first', () => {
    const thirds = repeated(3, { unitPrice: '1', taxRate: '0' })
    expect(priceWritten(buildInput(thirds, { discountAmount: '1.00' })).lines.map(({ net }) => net)).toEqual(['0.66', '0.67', '0.67'])
    expect(priceWritten(buildInput(thirds, { discountAmount: '2.00' })).lines.map(({ net }) => net)).toEqual(['0.33', '0.33', '0.34'])
    expect(priceWritten(buildInput([{ unitPrice: '1', taxRate: '10' }, { unitPrice: '3', taxRate: '8' }], { currency: 'JPY', discountAmount: '1' })).lines.map(({ net }) => net)).toEqual(['1', '2'])
  })

  test('5: free lines, empty lines and credits', () => {
    const priced = priceWritten(buildInput([{ unitPrice: '80', discountPercent: '100', taxRate: '19' }, { quantity: '0', unitPrice: '80', taxRate: '19' }, { quantity: '-2', unitPrice: '10.005', taxRate: '19' }, { quantity: '-1', unitPrice: '-5', taxRate: '19' }]))
    expect(priced.lines).toEqual([{ net: '0.00', tax: '0.00', gross: '0.00' }, { net: '0.00', tax: '0.00', gross: '0.00' }, { net: '-20.01', tax: '-3.80', gross: '-23.81' }, { net: '5.00', tax: '0.95', gross: '5.95' }])
    expect(priceWritten(buildInput([]))).toEqual({ lines: [], taxes: [], net: '0.00', tax: '0.00', gross: '0.00' })
  })
})

describe('the choices of decision 18', () => {
  test('a line’s percentage comes first, the amount after it', () => {
    expect(priceWritten(buildInput([{ quantity: '2', unitPrice: '100', discountPercent: '10', discountAmount: '30' }])).net).toBe('150.00')
  })

  test('discounts are subtracted as EN 16931 has it, past zero and from credits too', () => {
    expect(priceWritten(buildInput([{ unitPrice: '100', discountAmount: '150' }])).net).toBe('-50.00')
    expect(priceWritten(buildInput([{ quantity: '-2', unitPrice: '100', discountAmount: '20' }])).net).toBe('-220.00')
    expect(priceWritten(buildInput([{ quantity: '-2', unitPrice: '100', discountAmount: '-20' }])).net).toBe('-180.00')
    expect(priceWritten(buildInput([{ unitPrice: '100', taxRate: '10' }, { unitPrice: '50', taxRate: '8' }], { discountAmount: '180' })).lines).toMatchObject([{ net: '-20.00' }, { net: '-10.00' }])
  })

  test('one rate written in two ways is one, written in its shortest form, at the place where it first occurs', () => {
    const priced = priceWritten(buildInput([{ unitPrice: '1', taxRate: '8.0' }, { unitPrice: '1', taxRate: '10.00' }, { unitPrice: '1', taxRate: '8' }, { unitPrice: '1', taxRate: '8.875' }]))
    expect(priced.taxes).toEqual([{ rate: '8', base: '2.00', tax: '0.16' }, { rate: '10', base: '1.00', tax: '0.10' }, { rate: '8.875', base: '1.00', tax: '0.09' }])
  })

  test('a discount finer than the currency is rounded to it first', () => {
    expect(priceWritten(buildInput([{ unitPrice: '100' }], { currency: 'JPY', discountAmount: '10.5' })).net).toBe('89')
    expect(priceWritten(buildInput([{ unitPrice: '100' }], { currency: 'JPY', discountAmount: '10.5', mode: 'down' })).net).toBe('90')
  })

  test('a tax that is rounded once is shared out over its lines', () => {
    const priced = priceWritten(buildInput(repeated(3, { unitPrice: '333', taxRate: '10' }), { currency: 'JPY' }))
    expect([priced.tax, priced.lines.map(({ tax }) => tax)]).toEqual(['100', ['34', '33', '33']])
  })

  test('by document one rounding is for all rates, with the tax inside the prices too', () => {
    const lines = [{ unitPrice: '105', taxRate: '5' }, { unitPrice: '103', taxRate: '10' }, { unitPrice: '106', taxRate: '8' }]
    // 5 + 9.3636… + 7.8518… = 22.2154…
    expect(priceWritten(buildInput(lines, { currency: 'JPY', taxMode: 'inclusive', scope: 'document' }))).toMatchObject({ tax: '22', net: '292', gross: '314', taxes: [{ tax: '5' }, { tax: '9' }, { tax: '8' }] })
    expect(priceWritten(buildInput(lines, { currency: 'JPY', taxMode: 'inclusive', scope: 'document', mode: 'up' }))).toMatchObject({ tax: '23', taxes: [{ tax: '5' }, { tax: '10' }, { tax: '8' }] })
  })
})

test('nothing is too large or too small to be exact', () => {
  const huge = { quantity: '999999999999999', unitPrice: '999999999999999.99', taxRate: '10' }
  expect(priceWritten(buildInput([huge, { quantity: '0.000000000000000000001', unitPrice: '0.1', taxRate: '10' }]))).toMatchObject({ net: '999999999999998990000000000000.01', tax: '99999999999999899000000000000.00' })
  expect(priceWritten(buildInput([{ unitPrice: '9007199254740993', taxRate: '0' }, { unitPrice: '-9007199254740992', taxRate: '0' }], { currency: 'JPY' })).net).toBe('1')
})
