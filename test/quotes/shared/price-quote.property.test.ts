import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roundingModes } from '#shared/foundation/integer.ts'
import { roundingScopes, taxModes } from '#shared/quotes/quote-to-price.ts'
import { chances, generateQuote } from './generate-quotes.ts'
import { priceWritten } from './price-written.ts'
import { referencePricing, type WrittenInput } from './reference-pricing.ts'

const LINES = 60_000

test(`equals big.js to the last minor unit on ${LINES.toLocaleString('en')} generated lines of every currency and policy`, { timeout: 600_000 }, () => {
  const chance = chances(20_261_126)
  let lines = 0
  let quotes = 0
  for (; lines < LINES; quotes++) {
    const input = generateQuote(quotes, 1 + Math.floor(chance() ** 3 * 400), chance)
    lines += input.lines.length
    const own = JSON.stringify(priceWritten(input))
    if (own !== JSON.stringify(referencePricing(input))) expect({ input, priced: priceWritten(input) }).toEqual({ input, priced: referencePricing(input) })
  }
  expect(quotes).toBeGreaterThan(2 * 96)
})

const decimal = (digits: number, scale: number): fc.Arbitrary<string> =>
  fc.tuple(fc.bigInt(0n, 10n ** BigInt(digits)), fc.integer({ min: 0, max: scale })).map(([value, places]) => {
    const text = String(value).padStart(places + 1, '0')
    return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
  })

const signed = (digits: number, scale: number): fc.Arbitrary<string> => fc.tuple(fc.constantFrom('', '-'), decimal(digits, scale)).map((parts) => parts.join(''))
/** Few amounts, so that halves, ties and sums of zero come up, and some with more digits than a number holds. */
const price = fc.oneof({ weight: 3, arbitrary: signed(3, 2) }, { weight: 1, arbitrary: signed(22, 9) })

const input: fc.Arbitrary<WrittenInput> = fc.record({
  currency: fc.constantFrom('JPY', 'EUR', 'KWD'),
  taxMode: fc.constantFrom(...taxModes),
  rounding: fc.record({ scope: fc.constantFrom(...roundingScopes), mode: fc.constantFrom(...roundingModes) }),
  lines: fc.array(
    fc.record(
      { quantity: fc.oneof(fc.constantFrom('1', '-1', '2', '0.5'), signed(4, 3)), unitPrice: price, taxRate: fc.constantFrom('0', '10', '10.0', '8', '8.875', '25', '50', '100'), discountPercent: fc.constantFrom('0', '50', '100', '12.5'), discountAmount: fc.constantFrom('0', '0.5', '7') },
      { requiredKeys: ['quantity', 'unitPrice', 'taxRate'] },
    ),
    { minLength: 1, maxLength: 12 },
  ),
  discountAmount: fc.constantFrom('0', '0', '1', '0.05', '33.3', '1000000'),
})

/** Those that are not refused: some come to zero and have a discount, or to less and have one below zero. */
function check(judge: (input: WrittenInput) => void): void {
  fc.assert(
    fc.property(input, (input) => {
      try {
        priceWritten(input)
      } catch (error) {
        if (error instanceof Error && error.message === 'price.discount-without-base') return
        throw error
      }
      judge(input)
    }),
    { numRuns: 1_500 },
  )
}

const sum = (amounts: readonly string[]): bigint => amounts.reduce((total, amount) => total + BigInt(amount.replace('.', '')), 0n)
const opposite = (text: string | undefined): string | undefined => (text === undefined || /^-?[0.]+$/.test(text) ? text : text.startsWith('-') ? text.slice(1) : `-${text}`)

describe('whatever the quote', () => {
  test('it equals big.js, ties and digits beyond a number’s included', () => {
    check((input) => expect(priceWritten(input)).toEqual(referencePricing(input)))
  })

  test('lines, taxes and totals add up, and gross is net plus tax', () => {
    check((input) => {
      const { lines, taxes, ...total } = priceWritten(input)
      expect([sum(lines.map(({ net }) => net)), sum(lines.map(({ tax }) => tax)), sum(lines.map(({ gross }) => gross))]).toEqual([sum([total.net]), sum([total.tax]), sum([total.gross])])
      expect([sum(taxes.map(({ base }) => base)), sum(taxes.map(({ tax }) => tax))]).toEqual([sum([total.net]), sum([total.tax])])
      for (const { net, tax, gross } of [...lines, total]) expect(sum([net, tax])).toBe(sum([gross]))
    })
  })

  test('without a discount of the whole, the order of the lines changes no total, nor by line what any line comes to', () => {
    check((input) => {
      const forth = { ...input, discountAmount: '0' }
      const back = priceWritten({ ...forth, lines: forth.lines.toReversed() })
      const { net, tax, gross, lines } = priceWritten(forth)
      expect(back).toMatchObject({ net, tax, gross })
      if (input.rounding.scope === 'line') expect(back.lines.toReversed()).toEqual(lines)
    })
  })

  test('a credit mirrors it', () => {
    check((input) => {
      const priced = priceWritten(input)
      const credit = { ...input, ...(input.discountAmount === undefined ? {} : { discountAmount: opposite(input.discountAmount)! }), lines: input.lines.map((line) => ({ ...line, quantity: opposite(line.quantity)!, ...(line.discountAmount === undefined ? {} : { discountAmount: opposite(line.discountAmount)! }) })) }
      let mirrored
      try {
        mirrored = priceWritten(credit)
      } catch {
        // Its discount would be a surcharge.
        return
      }
      expect([mirrored.net, mirrored.tax, mirrored.gross].map(opposite)).toEqual([priced.net, priced.tax, priced.gross])
    })
  })

  test('what was priced, priced again as it stands, stays as it is', () => {
    check((input) => {
      const amount = input.taxMode === 'exclusive' ? 'net' : 'gross'
      const first = priceWritten(input)
      const again = { ...input, discountAmount: '0', lines: input.lines.map(({ taxRate }, at) => ({ quantity: '1', unitPrice: first.lines[at]![amount], taxRate })) }
      if (input.rounding.scope !== 'document') expect(priceWritten(again)).toEqual(first)
      else expect(priceWritten(again)[amount]).toBe(first[amount])
    })
  })
})
