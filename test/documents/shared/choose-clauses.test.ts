import { expect, test } from 'vitest'
import { chooseClauses } from '#shared/documents/choose-clauses.ts'
import { clause } from '../build-documented.ts'

test('terms by kind, language and country, in their order', () => {
  const clauses = [
    clause({ heading: 'Last', place: 9 }), clause({ heading: 'Off', enabled: false }), clause({ heading: 'Spanish', language: 'es' }), clause({ heading: 'Order', kinds: ['orderForm'] }),
    clause({ heading: 'Germany', countries: ['DE', 'AT'] }), clause({ heading: 'Not here', exceptCountries: ['DE'] }), clause({ heading: 'First' }),
  ]
  const chosen = (kind: 'proposal' | 'orderForm', country: string) => chooseClauses(clauses, { kind, language: 'en', country }).map(({ heading }) => heading)
  expect(chosen('proposal', 'DE')).toEqual(['First', 'Germany', 'Last'])
  expect(chosen('orderForm', 'US')).toEqual(['First', 'Not here', 'Order', 'Last'])
})
