import { expect, test } from 'vitest'
import { canonicalJson } from '#shared/foundation/canonical-json.ts'

test('is the same however fields were put in, and another for another order of a list', () => {
  expect(canonicalJson({ b: [1, { d: null, c: '見"積' }], a: true })).toBe('{"a":true,"b":[1,{"c":"見\\"積","d":null}]}')
  expect(canonicalJson({ a: true, b: [1, { c: '見"積', d: null }] })).toBe(canonicalJson({ b: [1, { d: null, c: '見"積' }], a: true }))
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]))
})
