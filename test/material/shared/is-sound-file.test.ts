import { expect, test } from 'vitest'
import { idOfHash } from '#shared/attachments/id-of-hash.ts'
import { isSoundFile } from '#shared/material/is-sound-file.ts'
import { takeFile } from '#shared/material/take-file.ts'

const taken = takeFile({ name: 'a.pdf', content: btoa('%PDF-1.7 %%EOF') })
if (!taken.ok) throw new Error('refused')
const { mediaType, size, sha256, content } = taken.value
const row = { id: idOfHash(sha256), mediaType, size, sha256, content }

test('a row holds what its hash says, of a kind that is taken', () => {
  expect(isSoundFile(row)).toBe(true)
  expect(isSoundFile({ ...row, content: btoa('%PDF-1.4 %%EOF') })).toBe(false)
  expect(isSoundFile({ ...row, content: btoa('MZ') })).toBe(false)
  expect(isSoundFile({ ...row, content: 'no Base64' })).toBe(false)
  expect(isSoundFile({ ...row, mediaType: 'image/png' })).toBe(false)
  expect(isSoundFile({ ...row, size: 1 })).toBe(false)
  expect(isSoundFile({ ...row, id: idOfHash('0'.repeat(64)) })).toBe(false)
})
