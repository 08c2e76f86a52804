import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { sha256 } from '#shared/foundation/sha-256.ts'

test.each(['', 'abc', 'あいう 御見積書 🗻 ñ', ...[55, 56, 63, 64, 65, 119, 120, 5000].map((length) => 'x'.repeat(length))])('hashes as Node does: %s', (text) => {
  expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
})
