const RULES: readonly (readonly [RegExp, string])[] = [
  [/tch/g, 'ch'],
  [/sch|sh/g, 'sy'],
  [/ch/g, 'ty'],
  [/ph|f/g, 'h'],
  [/th|ts/g, 't'],
  [/j/g, 'zy'],
  [/c(?=[eiy])/g, 's'],
  [/ck|c|qu?/g, 'k'],
  [/g[uh](?=[ei])/g, 'g'],
  [/x/g, 'ks'],
  [/l/g, 'r'],
  [/v/g, 'b'],
  [/m(?=[bpm])/g, 'n'],
  [/(?<=[^aeiou])y$/g, 'i'],
  [/yi/g, 'i'],
  [/ou|oo/g, 'o'],
  [/uu/g, 'u'],
  [/(.)\1+/g, '$1'],
]
const LATIN = /^[a-z]+$/

/**
 * A Latin word reduced to how it sounds, coarsely and the same for romanised Japanese, English and the Romance languages: `Philosophy`
 * and `filosofía`, `Shōei`, `Shouei` and the kana ショウエイ fall together or close. Other words stay as they are.
 */
export function soundOfWord(word: string): string {
  if (!LATIN.test(word)) return word
  let sound = word
  for (const [pattern, with_] of RULES) sound = sound.replace(pattern, with_)
  return sound
}

const LETTER_NAMES = 'e bi si di i ehu zi eti ai zye ke eru emu enu o pi kyu aru esu ti yu bui daburyu ekusu wai zeto'.split(' ')

/** How Japanese reads letters one by one, in the sounds of `soundOfWord`: `kcs` → ケーシーエス → `kesiesu`. */
export function soundOfLetters(word: string): string {
  return [...word].map((letter) => LETTER_NAMES[letter.charCodeAt(0) - 97] ?? letter).join('')
}

/**
 * The consonants of a sound, for words that Japanese has borrowed: `plenus` and プレナス (`purenasu`) are both `prns`. An r that English
 * does not speak (`park`, `ringer`) falls away, as it does in kana.
 */
export function consonantsOf(sound: string): string {
  return sound.replace(/(?<=[aeiou])r(?=$|[^aeiou])/g, '').replace(/[^bdghkmnprstz]/g, '').replace(/(.)\1+/g, '$1')
}
