import { expect, test } from 'vitest'
import { endOfPicture } from '#shared/attachments/end-of-picture.ts'
import { buildPng } from './build-png.ts'

/** SOI, a comment that holds an end of image, a scan with a stuffed FF and a restart, EOI. */
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0x00, 0x06, 0xff, 0xd9, 0x41, 0x42, 0xff, 0xda, 0x00, 0x04, 0x01, 0x02, 0x11, 0xff, 0x00, 0xff, 0xd0, 0x22, 0xff, 0xd9])

test('a picture ends where it says, whatever comes behind', () => {
  const png = buildPng(4, 4)
  expect(endOfPicture('image/png', png)).toBe(png.length)
  expect(endOfPicture('image/png', Buffer.concat([png, Buffer.from('PK')]))).toBe(png.length)
  expect(endOfPicture('image/jpeg', JPEG)).toBe(JPEG.length)
  expect(endOfPicture('image/jpeg', Buffer.concat([JPEG, Buffer.from('<?php')]))).toBe(JPEG.length)
})

test('one that is cut has no end', () => {
  const png = buildPng(4, 4)
  for (let length = 8; length < png.length; length += 1) expect(endOfPicture('image/png', png.subarray(0, length))).toBeNull()
  for (let length = 3; length < JPEG.length; length += 1) expect(endOfPicture('image/jpeg', JPEG.subarray(0, length))).toBeNull()
})
