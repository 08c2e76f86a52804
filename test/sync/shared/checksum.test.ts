import { expect, test } from 'vitest'
import { checksumOf } from '#shared/sync/checksum.ts'

test('a table without rows has a checksum of as many digits as any', () => {
  const some = checksumOf(new Map([['0a', '12345678']]))
  expect(checksumOf(new Map())).toBe('0'.repeat(some.length))
})

test('the sum of a bucket stands at its place, from 00 to ff', () => {
  const checksum = checksumOf(new Map([['ff', 'eeeeeeee'], ['00', '11111111'], ['0a', '22222222']]))
  expect([0, 1, 10, 255].map((at) => checksum.slice(at * 8, at * 8 + 8))).toEqual(['11111111', '00000000', '22222222', 'eeeeeeee'])
})
