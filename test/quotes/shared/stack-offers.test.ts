import { expect, test } from 'vitest'
import { stackOffers, type Offer } from '#shared/quotes/stack-offers.ts'
import { d, text } from './decimals.ts'

function offer(code: string, place: number, discount: { percent: string } | { amount: string }, change: Partial<Offer> = {}): Offer {
  return { code, place, products: null, minimumQuantity: d('0'), discount: 'percent' in discount ? { percent: d(discount.percent) } : { amount: d(discount.amount) }, standsAlone: false, from: '2026-01-01', to: '2026-12-31', ...change }
}

function stacked(...offers: readonly Offer[]) {
  const { discount, applied, passedOver } = stackOffers(offers, { product: 'LEDGER', quantity: d('10'), date: '2026-06-30' }, d('1000'))
  return { discount: text(discount), applied: applied.map(({ code, before, discount }) => [code, text(before), text(discount)]), passedOver: passedOver.map(({ code, because }) => `${code} ${because}`) }
}

test('are taken in their stated order, each from what the ones before have left', () => {
  const [tenPercent, hundredOff] = [offer('TEN', 1, { percent: '10' }), offer('HUNDRED', 2, { amount: '100' })]
  expect(stacked(hundredOff, tenPercent)).toEqual({ discount: '200', applied: [['TEN', '1000', '100'], ['HUNDRED', '900', '100']], passedOver: [] })
  expect(stacked(tenPercent, { ...hundredOff, place: 0 })).toEqual({ discount: '190', applied: [['HUNDRED', '1000', '100'], ['TEN', '900', '90']], passedOver: [] })
  expect(stacked({ ...tenPercent, place: 2 }, hundredOff).applied.map(([code]) => code)).toEqual(['HUNDRED', 'TEN'])
})

test('one that stands alone is taken only where it beats the others together', () => {
  const [five, six] = [offer('FIVE', 1, { percent: '5' }), offer('SIX', 2, { percent: '6' })]
  const alone = (percent: string): Offer => offer('ALONE', 3, { percent }, { standsAlone: true })
  expect(stacked(five, six, alone('10.7'))).toMatchObject({ discount: '107', applied: [['FIVE', '1000', '50'], ['SIX', '950', '57']], passedOver: ['ALONE lessThanAnother'] })
  expect(stacked(five, six, alone('10.71'))).toMatchObject({ discount: '107.1', applied: [['ALONE', '1000', '107.1']], passedOver: ['FIVE lessThanAnother', 'SIX lessThanAnother'] })
})

test('take off no more than there is, and say why one was not taken', () => {
  expect(stacked(
    offer('ALL', 1, { amount: '5000' }), offer('MORE', 2, { percent: '10' }), offer('LATER', 3, { percent: '10' }, { from: '2026-07-01' }), offer('OVER', 4, { percent: '10' }, { to: '2026-06-29' }),
    offer('OTHER', 5, { percent: '10' }, { products: ['VAULT'] }), offer('MANY', 6, { percent: '10' }, { minimumQuantity: d('11') }),
  )).toEqual({ discount: '1000', applied: [['ALL', '1000', '1000']], passedOver: ['MORE nothingLeft', 'LATER notYet', 'OVER ended', 'OTHER otherProduct', 'MANY quantityTooSmall'] })
  expect(stacked()).toEqual({ discount: '0', applied: [], passedOver: [] })
})
