export type GuessedEncoding = 'shift_jis' | 'euc-jp' | 'windows-1252' | 'macintosh'

/** About 1 for text that people write, 0 or less for what another encoding looks like; -1 where it cannot be read at all. */
export function plausibility(bytes: Uint8Array, encoding: GuessedEncoding): number {
  const characters = [...new TextDecoder(encoding).decode(bytes)]
  const pointsOf = encoding === 'windows-1252' || encoding === 'macintosh' ? westernPoints : japanesePoints
  let high = 0
  let points = 0
  for (const [at, character] of characters.entries()) {
    if (character <= '\u007f') continue
    high++
    points += pointsOf(character, characters[at - 1] ?? '', characters[at + 1] ?? '')
  }
  return high === 0 ? 0 : Math.max(-1, points / high)
}

const KANA = /[ぁ-んァ-ヶー々〆、。・「」（）０-９Ａ-Ｚａ-ｚ　－−＆]/u
const HALF_KATAKANA = /[ｦ-ﾟ]/u
const KANJI = /[一-龠]/u
const ASCII_LETTER = /[A-Za-z]/u

function japanesePoints(character: string, previous: string, next: string): number {
  if (character === '\ufffd' || (character >= '\ue000' && character <= '\uf8ff')) return -4
  // A lone one after a small letter is what an accented letter looks like that takes the next one with it: Pa痴 for País.
  if (/[a-z]/u.test(previous) && next <= '\u007f') return -0.7
  if (KANA.test(character)) return 1
  if (KANJI.test(character)) return ASCII_LETTER.test(previous) && ASCII_LETTER.test(next) ? -0.5 : 0.8
  // Half-width katakana is real but comes in words; a lone one is what Latin letters look like when read as Japanese.
  if (HALF_KATAKANA.test(character)) return HALF_KATAKANA.test(previous) ? 0.7 : -0.5
  return 0.1
}

const LETTER = /\p{L}/u
const LOWER = /\p{Ll}/u
const UPPER = /\p{Lu}/u
const COMMON_LETTER = /[àáâãäåæçèéêëìíîïñòóôõöøœùúûüßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØŒÙÚÛÜ]/u

/** Letters by the case of their neighbours, marks by the side on which they stand to a word. */
function westernPoints(character: string, previous: string, next: string): number {
  if ((character >= '\u0080' && character <= '\u009f') || character === '\ufffd') return -4
  const after = LETTER.test(previous)
  const before = LETTER.test(next)
  if (/[ªº°]/u.test(character)) return /[\dA-Z]/u.test(previous) && !before ? 0.6 : -0.7
  if (LETTER.test(character)) {
    if (UPPER.test(character) && LOWER.test(previous)) return -1
    if (LOWER.test(character) && UPPER.test(next)) return -1
    return !COMMON_LETTER.test(character) ? 0.2 : after || before ? 1 : 0.5
  }
  if (character === '’') return after && before ? 0.5 : 0.2
  if (/[‘“«¿¡]/u.test(character)) return !after && next !== ' ' ? 0.6 : -0.7
  if (/[”»]/u.test(character)) return !before && previous !== ' ' ? 0.6 : -0.7
  if (/[–—]/u.test(character)) return after || before ? -0.7 : 0.6
  if (character === '·') return previous === 'l' && next === 'l' ? 0.6 : -0.7
  if (/[€£§©®™…\u00a0²³½&]/u.test(character)) return after && before ? -0.7 : 0.4
  return -0.7
}
