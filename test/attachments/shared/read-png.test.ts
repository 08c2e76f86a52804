import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readPng } from '#shared/attachments/read-png.ts'
import { buildPng, part } from './build-png.ts'

test('a picture says how many pixels it has, of how many bits, and holds its rows', () => {
  const png = readPng(buildPng(120, 40))
  expect(png).toMatchObject({ width: 120, height: 40, bits: 24 })
  expect(inflateSync(png!.packed)).toHaveLength(40 * (1 + 120 * 3))
  expect(readPng(buildPng(8, 8, { colourType: 6 }))).toMatchObject({ bits: 32 })
})

test('one that was cut off, altered, is none, is interlaced, or is larger than anybody prints says nothing', () => {
  const whole = buildPng(12, 4)
  for (let length = 0; length < whole.length; length += 1) expect(readPng(whole.subarray(0, length))).toBeNull()
  for (let at = 8; at < whole.length; at += 5) {
    const altered = Buffer.from(whole)
    altered[at] = altered[at]! ^ 0xff
    expect([at, readPng(altered)]).toEqual([at, null])
  }
  for (const [width, height, given] of [[2001, 1, {}], [1, 2001, {}], [0, 1, {}], [8, 8, { colourType: 5 }], [8, 8, { interlace: 1 }]] as const) expect([width, height, given, readPng(buildPng(width, height, given))]).toEqual([width, height, given, null])
  expect(readPng(Buffer.from('%PDF-1.7, and a good deal more of it than a header has'))).toBeNull()
})

test('one that says twice how large it is, or hides parts where whoever draws it would read on, says nothing', () => {
  const larger = buildPng(2000, 2000).subarray(8, 33)
  expect(readPng(buildPng(8, 8, { colourType: 6, before: [larger] }))).toBeNull()
  const hidden = part('tRNS', larger)
  expect([2, 4, 6].map((colourType) => readPng(buildPng(8, 8, { colourType, before: [hidden] })) === null)).toEqual([false, true, true])
})
