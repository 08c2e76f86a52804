import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { keepFile, type FileLimits } from '#shared/attachments/kept-file.ts'
import { buildPng } from './build-png.ts'

const limits: FileLimits = { types: ['image/png', 'application/pdf'], size: 1000 }
const kept = (bytes: Buffer, name = 'logo.png') => keepFile({ name, content: bytes.toString('base64') }, limits)

test('a file is kept with its type, its size and the hash that any tool finds of it', () => {
  const png = buildPng(4, 4)
  expect(kept(png)).toMatchObject({ ok: true, value: { mediaType: 'image/png', size: png.length, sha256: createHash('sha256').update(png).digest('hex') } })
})

test('it is taken for what it is, not for what it is called', () => {
  expect(kept(Buffer.from('<svg onload="alert(1)"/>'), 'logo.png')).toMatchObject({ ok: false, error: { code: 'file.type-not-taken' } })
  expect(kept(Buffer.from('%PDF-1.4'), 'logo.png')).toMatchObject({ ok: true, value: { mediaType: 'application/pdf' } })
  expect(keepFile({ name: 'a.pdf', content: Buffer.from('%PDF-1.4').toString('base64') }, { ...limits, types: ['image/png'] })).toMatchObject({ ok: false, error: { code: 'file.type-not-taken' } })
})

test('one that is empty, too large, or did not arrive whole is not taken', () => {
  expect(kept(Buffer.alloc(0))).toMatchObject({ ok: false, error: { code: 'file.empty' } })
  expect(kept(Buffer.concat([buildPng(4, 4), Buffer.alloc(1000)]))).toMatchObject({ ok: false, error: { code: 'file.too-large', details: { limit: 1000 } } })
  expect(keepFile({ name: 'x', content: 'JVBE*' }, limits)).toMatchObject({ ok: false, error: { code: 'file.incomplete' } })
})
