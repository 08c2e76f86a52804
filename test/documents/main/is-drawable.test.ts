import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { isDrawable } from '#main/documents/is-drawable.ts'
import { readPng } from '#shared/attachments/read-png.ts'
import { buildPng } from '#test/attachments/shared/build-png.ts'

const drawable = (rows?: Buffer) => isDrawable(readPng(buildPng(8, 8, { colourType: 6, ...(rows === undefined ? {} : { rows }) }))!)
const row = (filter: number): Buffer => Buffer.from([filter, ...Array.from({ length: 32 }, () => 7)])
const packed = (count: number, filter = 0): Buffer => deflateSync(Buffer.concat(Array.from({ length: count }, () => row(filter))))

test('a picture whose rows are all there is drawn', () => {
  expect([drawable(packed(8)), isDrawable(readPng(buildPng(120, 40))!)]).toEqual([true, true])
})

test('one that is hollow, too short, swells beyond its size, or names a filter that is none, is not', () => {
  expect([drawable(Buffer.from('no rows of a picture')), drawable(packed(7)), drawable(packed(9000)), drawable(packed(8, 5)), drawable(Buffer.alloc(0))]).toEqual([false, false, false, false, false])
})
