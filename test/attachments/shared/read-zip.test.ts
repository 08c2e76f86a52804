import { expect, test } from 'vitest'
import { readZip } from '#shared/attachments/read-zip.ts'
import { buildWord, buildZip } from './build-zip.ts'

test('tells the entries of an archive, what they unpack to and which are encrypted', () => {
  expect(readZip(buildZip([{ name: 'a.xml', content: 'aaa' }, { name: 'b/c.xml', content: '', flags: 1 }]))).toMatchObject([{ name: 'a.xml', unpacked: 3, isEncrypted: false }, { name: 'b/c.xml', unpacked: 0, isEncrypted: true }])
})

test('takes none with something before, between or behind its entries', () => {
  expect(readZip(buildZip([{ name: 'a' }], { before: '%PDF-1.7\n' }))).toBeNull()
  expect(readZip(buildZip([{ name: 'a' }], { after: '<script>' }))).toBeNull()
  const gap = buildZip([{ name: 'a', content: 'x'.repeat(100) }, { name: 'b' }])
  // The first entry says it is shorter than the room that it takes.
  gap.writeUInt32LE(10, 18)
  gap.writeUInt32LE(10, gap.indexOf('PK\u0001\u0002') + 20)
  expect(readZip(gap)).toBeNull()
})

test('takes none whose entries lie in one another, as those of bombs do', () => {
  const bomb = buildZip([{ name: 'a', content: 'x'.repeat(200) }, { name: 'a' }])
  const second = bomb.indexOf('PK\u0001\u0002', bomb.indexOf('PK\u0001\u0002') + 1)
  bomb.writeUInt32LE(0, second + 42)
  expect(readZip(bomb)).toBeNull()
})

test('takes none that says different names in its two places, is cut, or says what cannot be', () => {
  expect(readZip(buildZip([{ name: 'word/document.xml', innerName: 'word/vbaProject.b' }]))).toBeNull()
  const whole = buildWord()
  for (let length = 0; length < whole.length; length += 1) expect(readZip(whole.subarray(0, length))).toBeNull()
  const far = buildWord()
  far.writeUInt32LE(0xffff_ffff, far.indexOf('PK\u0001\u0002') + 42)
  expect(readZip(far)).toBeNull()
})

test('no byte that is changed makes it throw', () => {
  const whole = buildWord({ name: 'word/a.xml', content: 'abc' })
  for (let at = 0; at < whole.length; at += 1) {
    for (const value of [0x00, 0x7f, 0xff]) {
      const changed = Buffer.from(whole)
      changed[at] = value
      expect(() => readZip(changed)).not.toThrow()
    }
  }
})
