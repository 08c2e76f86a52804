import { expect, test } from 'vitest'
import { checkBundle, type Bundle, type BundleOption } from '#shared/quotes/check-bundle.ts'
import { d } from './decimals.ts'

function option(product: string, change: Partial<BundleOption> = {}): BundleOption {
  return { product, kind: 'optional', minimum: d('1'), maximum: d('5'), excludes: [], needs: [], from: '2026-01-01', to: null, ...change }
}

const suite: Bundle = {
  product: 'SUITE',
  options: [option('CORE', { kind: 'required', maximum: d('1') }), option('CLOUD', { excludes: ['ONSITE'] }), option('ONSITE'), option('BACKUP', { needs: ['CLOUD'] }), option('FAX', { to: '2026-03-31' }), option('SEATS', { minimum: d('10'), maximum: null })],
}

function problems(bundles: string, ...chosen: readonly (readonly [string, string])[]) {
  return checkBundle(suite, d(bundles), chosen.map(([product, quantity]) => ({ product, quantity: d(quantity) })), '2026-06-30')
}

test('may be sold with what it requires and what its options allow', () => {
  expect(problems('1', ['CORE', '1'], ['CLOUD', '5'], ['BACKUP', '1'], ['SEATS', '1000'])).toEqual([])
  expect(problems('3', ['CORE', '3'], ['SEATS', '30'])).toEqual([])
})

test('tells all that speaks against it', () => {
  expect(problems('1', ['CLOUD', '1'], ['ONSITE', '6'], ['FAX', '1'], ['SEATS', '9'], ['TEAPOT', '1'])).toEqual([
    { problem: 'notAnOption', product: 'TEAPOT' },
    { problem: 'requiredMissing', product: 'CORE', minimum: d('1') },
    { problem: 'excluded', product: 'CLOUD', by: 'ONSITE' },
    { problem: 'tooMany', product: 'ONSITE', maximum: d('5') },
    { problem: 'discontinued', product: 'FAX', on: '2026-03-31' },
    { problem: 'tooFew', product: 'SEATS', minimum: d('10') },
  ])
  expect(problems('2', ['CORE', '1'], ['BACKUP', '2'], ['CLOUD', '0'], ['CORE', '1'])).toEqual([
    { problem: 'chosenTwice', product: 'CORE' },
    { problem: 'tooFew', product: 'CORE', minimum: d('2') },
    { problem: 'needs', product: 'BACKUP', missing: 'CLOUD' },
  ])
})

test('an option that is not sold yet says from when it is', () => {
  expect(checkBundle({ product: 'SUITE', options: [option('NEW', { from: '2026-09-01' })] }, d('1'), [{ product: 'NEW', quantity: d('1') }], '2026-06-30')).toEqual([{ problem: 'notYet', product: 'NEW', on: '2026-09-01' }])
})
