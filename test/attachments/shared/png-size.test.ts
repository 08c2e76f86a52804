import { expect, test } from 'vitest'
import { pngSize } from '#shared/attachments/png-size.ts'
import { buildPng } from './build-png.ts'

test('a picture says how many pixels it has', () => {
  expect(pngSize(buildPng(120, 40))).toEqual({ width: 120, height: 40 })
})

test('one that was cut off, altered, is none, or is larger than anybody prints says nothing', () => {
  const whole = buildPng(12, 4)
  for (let length = 0; length < whole.length; length += 1) expect(pngSize(whole.subarray(0, length))).toBeNull()
  for (const at of [0, 9, 16, 20, 30, 45].filter((place) => place > 7)) {
    const altered = Buffer.from(whole)
    altered[at] = altered[at]! ^ 0xff
    expect([at, pngSize(altered)]).toEqual([at, null])
  }
  expect(pngSize(buildPng(4001, 1))).toBeNull()
  expect(pngSize(buildPng(0, 1))).toBeNull()
  expect(pngSize(Buffer.from('%PDF-1.7'))).toBeNull()
})
