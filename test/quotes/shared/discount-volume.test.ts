import { describe, expect, test } from 'vitest'
import { discountVolume, type VolumeTiers } from '#shared/quotes/discount-volume.ts'
import { d, text } from './decimals.ts'

const steps = [{ from: d('10'), percent: d('5') }, { from: d('50'), percent: d('10') }]

function discount(kind: VolumeTiers['kind'], quantity: string): string {
  return text(discountVolume(d(quantity), d('100'), { kind, steps }).discount)
}

describe('on the whole quantity', () => {
  test.each([['0', '0'], ['9.999', '0'], ['10', '50'], ['49', '245'], ['50', '500'], ['100', '1000']])('%s units at 100 have %s off', (quantity, off) => {
    expect(discount('whole', quantity)).toBe(off)
  })
})

describe('graduated', () => {
  // Units 10 to 49 at 5 %, from the fiftieth at 10 %.
  test.each([['9', '0'], ['10', '5'], ['49', '200'], ['50', '210'], ['100', '710'], ['10.5', '7.5']])('%s units at 100 have %s off', (quantity, off) => {
    expect(discount('graduated', quantity)).toBe(off)
  })

  test('tells what lies in which step, and never charges less for more', () => {
    const { bands } = discountVolume(d('60'), d('100'), { kind: 'graduated', steps })
    expect(bands.map((band) => [text(band.from), text(band.quantity), text(band.discount)])).toEqual([['10', '40', '200'], ['50', '11', '110']])
    expect(text(discountVolume(d('3'), d('7'), { kind: 'graduated', steps: [{ from: d('1'), percent: d('10') }] }).discount)).toBe('2.1')
    expect(text(discountVolume(d('3'), d('7'), { kind: 'graduated', steps: [{ from: d('0'), percent: d('10') }] }).discount)).toBe('2.1')
  })
})
