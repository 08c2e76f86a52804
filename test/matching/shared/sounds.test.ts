import { describe, expect, test } from 'vitest'
import { readingOfKana } from '#shared/matching/reading-of-kana.ts'
import { consonantsOf, soundOfLetters, soundOfWord } from '#shared/matching/sound-of-word.ts'

describe('the sound of a word', () => {
  test.each([['shoei', 'shouei'], ['philosophia', 'filosofia'], ['kobe', 'koobe'], ['catalonia', 'katalonia'], ['osaka', 'oosaka']])('is the same for %s and %s', (one, other) => {
    expect(soundOfWord(one)).toBe(soundOfWord(other))
  })

  test.each([['takara', 'takeda'], ['nissan', 'nisshin'], ['madrid', 'murcia']])('is another for %s and %s', (one, other) => {
    expect(soundOfWord(one)).not.toBe(soundOfWord(other))
  })

  test('leaves numbers and Japanese as they are', () => {
    for (const word of ['2024', 'x200', '病院']) expect(soundOfWord(word)).toBe(word)
  })
})

describe('the reading of kana', () => {
  test.each([['ショウエイ', 'shoei'], ['トウキョウ', 'tokyo'], ['スミトモ', 'sumitomo'], ['フジツウ', 'fujitsu'], ['さかたのたね', 'sakatanotane'], ['チバ', 'chiba'], ['シンブン', 'shimbun'], ['ニッポン', 'nippon']])('%s is %s', (kana, romaji) => {
    expect(readingOfKana(kana)).toBe(soundOfWord(romaji))
  })

  test('of letter names is that of the letters', () => {
    expect(soundOfLetters('kcs')).toBe(readingOfKana('ケーシーエス'))
    expect(soundOfLetters('ntt')).toBe(readingOfKana('エヌティティ').replaceAll('ii', 'i'))
  })

  test.each([['plenus', 'プレナス'], ['happinet', 'ハピネット'], ['park', 'パーク'], ['siix', 'シークス'], ['forest', 'フォレスト']])('borrowed: %s and %s have the same consonants', (word, kana) => {
    expect(consonantsOf(readingOfKana(kana))).toBe(consonantsOf(soundOfWord(word)))
  })
})
