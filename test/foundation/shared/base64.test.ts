import { expect, test } from 'vitest'
import { readBase64, writeBase64 } from '#shared/foundation/base64.ts'

test('bytes become text and bytes again, as everybody else has them', () => {
  for (let length = 0; length < 20; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 89 + length * 31) % 256)
    expect(writeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
    expect(readBase64(writeBase64(bytes))).toEqual(bytes)
  }
})

test('what was cut off or is no Base64 is none', () => {
  for (const text of ['A', 'AA', 'AAA', 'AA-_', 'AA\nA', 'A===', 'あいうえ']) expect([text, readBase64(text)]).toEqual([text, null])
})
