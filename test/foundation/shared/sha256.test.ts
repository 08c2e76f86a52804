import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '#shared/foundation/sha256.ts'

test.each([
  ['nothing', '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['the example of FIPS 180-4', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
])('%s', (_, text, digest) => {
  expect(sha256(text)).toBe(digest)
})

test('agrees with Node on any text, of any length and script', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
    }),
  )
  for (const length of [55, 56, 63, 64, 119, 120, 5000]) expect(sha256('見'.repeat(length))).toBe(createHash('sha256').update('見'.repeat(length)).digest('hex'))
})
