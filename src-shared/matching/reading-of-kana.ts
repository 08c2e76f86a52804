/** Rows of five vowels; empty where a row has no such syllable. */
const ROWS: readonly (readonly [consonant: string, kana: string])[] = [
  ['', 'アイウエオ'], ['k', 'カキクケコ'], ['s', 'サシスセソ'], ['t', 'タチツテト'], ['n', 'ナニヌネノ'], ['h', 'ハヒフヘホ'], ['m', 'マミムメモ'], ['r', 'ラリルレロ'],
  ['g', 'ガギグゲゴ'], ['z', 'ザジズゼゾ'], ['d', 'ダヂヅデド'], ['b', 'バビブベボ'], ['p', 'パピプペポ'],
]
const SMALL = new Map([...'ァィゥェォ'].map((kana, at) => [kana, 'aiueo'[at]!]))
const GLIDES = new Map([['ャ', 'ya'], ['ュ', 'yu'], ['ョ', 'yo']])
const SYLLABLES = new Map([
  ...ROWS.flatMap(([consonant, kana]) => [...kana].map((each, at) => [each, consonant + 'aiueo'[at]!] as const)),
  ['ヂ', 'zi'], ['ヅ', 'zu'], ['ヤ', 'ya'], ['ユ', 'yu'], ['ヨ', 'yo'], ['ワ', 'wa'], ['ヰ', 'i'], ['ヱ', 'e'], ['ヲ', 'o'], ['ン', 'n'], ['ヴ', 'bu'],
])

/** Kana (of either kind) in the sounds of `soundOfWord`: long vowels short, doubled consonants single. What is no kana is passed over, Latin letters stay. */
export function readingOfKana(text: string): string {
  let reading = ''
  for (const character of text) {
    const code = character.charCodeAt(0)
    const kana = code >= 0x3041 && code <= 0x3096 ? String.fromCharCode(code + 0x60) : character
    const small = SMALL.get(kana)
    const glide = GLIDES.get(kana)
    if (small !== undefined) reading = reading.replace(/[aiueo]$/, '') + small
    else if (glide !== undefined) reading = reading.replace(/i$/, '') + glide
    else reading += SYLLABLES.get(kana) ?? (/[a-z0-9]/.test(character) ? character : '')
  }
  return reading.replace(/ou|oo/g, 'o').replace(/uu/g, 'u').replace(/(.)\1+/g, '$1')
}
