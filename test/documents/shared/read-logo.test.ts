import { expect, test } from 'vitest'
import { readLogo } from '#shared/documents/read-logo.ts'
import { buildPng } from '#test/attachments/shared/build-png.ts'

const read = (bytes: Buffer, name = 'logo.png') => readLogo({ name, content: bytes.toString('base64') })

test('the same picture is one row, by whatever name; another is another', () => {
  const [one, again, other] = [read(buildPng(120, 40)), read(buildPng(120, 40), 'copy.png'), read(buildPng(120, 41))]
  if (!one.ok || !again.ok || !other.ok) throw new Error('no logo')
  expect(one.value).toMatchObject({ width: 120, height: 40 })
  expect(again.value.id).toBe(one.value.id)
  expect(other.value.id).not.toBe(one.value.id)
  expect(one.value.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('a damaged picture, and what is none, is refused by name', () => {
  expect(read(buildPng(120, 40).subarray(0, 60))).toMatchObject({ ok: false, error: { code: 'document.logo-damaged', details: { name: 'logo.png' } } })
  expect(read(Buffer.from('%PDF-1.7'))).toMatchObject({ ok: false, error: { code: 'file.type-not-taken' } })
})
