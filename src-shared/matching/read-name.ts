import { coreWords } from '../imports/normalise-company-name.ts'
import { readCountry } from '../imports/read-country.ts'
import { readingOfKana } from './reading-of-kana.ts'
import { cutJapanese } from './word-meanings.ts'

/** A name taken apart for comparing. */
export interface NameParts {
  /** Folded, in order, without legal forms and small words. Never empty for a name with a letter or a digit. */
  readonly words: readonly string[]
  /** How its kana sound (`reading-of-kana.ts`), of the given reading or of the name's own; empty without kana. */
  readonly reading: string
  /** The country the name itself adds in brackets: `Aldakin S.L. (Spain)`. */
  readonly country: string | null
}

const SMALL_WORDS = new Set(
  ('of the and for in at on to by with de del la las el los y e en para por con al a d l des du le les et pour dans au aux a sur der die das des den dem und fur im am von vom zu zur ' +
    'di della dello dei degli delle da do dos das em no na per il lo gli i van het een voor och og for i av s').split(' '),
)
const ELIDED = /(?<![\p{L}])(?:d|l|dell|nell|all|dall|sull|qu)['’](?=\p{L})/giu
const LAST_BRACKETS = /\s*[(（]([^()（）]{2,40})[)）]\s*$/u
const KANA = /[\p{sc=Katakana}\p{sc=Hiragana}]/u
const JAPANESE = /[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}々]/u
const RUNS = /[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}々ー]+|[^\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}々ー]+/gu
const ASCII = /^[\x20-\x7e]*$/

export function readName(name: string, kana: string | null): NameParts {
  const bracketed = name.includes(')') || name.includes('）') ? LAST_BRACKETS.exec(name) : null
  const country = bracketed === null ? null : countryNamed(bracketed[1]!)
  const bare = country === null ? name : name.slice(0, bracketed!.index)
  const words = wordsOf(bare)
  const ownKana = ASCII.test(name) || !KANA.test(name) ? '' : readingOfKana(words.filter((word) => !/\p{sc=Han}/u.test(word)).join(''))
  return { words, reading: kana === null ? ownKana : readingOfKana(coreWords(kana).join('')), country }
}

function countryNamed(text: string): string | null {
  const country = readCountry(text)
  return country.ok && text.length > 3 ? country.value : null
}

function wordsOf(name: string): readonly string[] {
  const written = coreWords(ASCII.test(name) && !name.includes("'") ? name : name.replace(ELIDED, ' '))
  const words = written.flatMap((word) => (JAPANESE.test(word) ? (word.match(RUNS) ?? []).flatMap((run) => (JAPANESE.test(run) ? cutJapanese(run) : [run])) : [word]))
  const telling = words.filter((word) => !SMALL_WORDS.has(word))
  return telling.length === 0 ? words : telling
}
