import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wrapText } from '#shared/documents/wrap-text.ts'
import { plainRuler } from '../build-documented.ts'

const widthOf = (text: string): number => plainRuler.width(text, 2, false)
const wrap = (text: string, width: number) => wrapText(text, width, widthOf)

test.each([
  ['words between blanks', 'one two three', 8, ['one two', 'three']],
  ['a word at its hyphen', 'well-known', 6, ['well-', 'known']],
  ['a word that is wider than a line, anywhere', 'abcdefgh', 3, ['abc', 'def', 'gh']],
  ['Japanese between any letters', '東京都港区', 6, ['東京都', '港区']],
  ['Japanese beside Latin', '東京Tower', 8, ['東京', 'Tower']],
  ['paragraphs where they end', 'a\n\nb', 9, ['a', '', 'b']],
  ['what fits', 'a b', 9, ['a b']],
])('breaks %s', (_, text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines)
})

describe('no line begins with a closing sign or ends with an opening one', () => {
  test.each([
    ['東京都。港区', 6, ['東京', '都。港', '区']],
    ['東京「港区」', 6, ['東京', '「港', '区」']],
    ['データベース', 4, ['デー', 'タ', 'ベー', 'ス']],
  ])('%s', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines)
  })
})

test('loses no letter and widens no line, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '見', '。', '「', '-', '積', 'é'), maxLength: 60 }), fc.integer({ min: 4, max: 30 }), (text, width) => {
      const lines = wrap(text, width)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
    }),
  )
})
