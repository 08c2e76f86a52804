import { hash, hashPart } from './hash.ts'
import { consonantsOf, soundOfLetters } from './sound-of-word.ts'
import { readWord, type Word } from './vocabulary.ts'

/** A name ready to be found and compared. */
export interface Name {
  readonly words: readonly Word[]
  /** How its kana sound; empty without kana. */
  readonly reading: string
}

/** What a name is found by: numbers of 32 bits, some of them several times. */
export interface NameFeatures {
  /** Of the words, and of all in one: `Open Science Lab` is also `OpenScienceLab`. */
  readonly terms: readonly number[]
  /** Three sounds in a row of the words that tell it apart, two characters of Japanese. */
  readonly grams: readonly number[]
  readonly initials: readonly number[]
}

const GRAM = 0x85ebca6b
const INITIALS = 0xc2b2ae35
const CONSONANTS = 0x165667b1
const LONGEST_ACRONYM = 8
/** Acronyms up to this length are also found by the names of their letters in kana. */
const LONGEST_SPELT = 4

/** @param wanted as it is looked for, not kept: a Latin name is then also found by how Japanese would write it */
export function featuresOf({ words, reading }: Name, wanted: boolean): NameFeatures {
  const terms = words.map(({ term }) => term)
  const grams: number[] = []
  const initials: number[] = []
  let run = ''
  let japanese = ''
  for (const word of words) {
    if (!word.latin) japanese += word.text
    else if (!word.common) run += word.sound
    if (!isAcronym(word)) continue
    initials.push(hash(word.text, INITIALS))
    if (word.text.length <= LONGEST_SPELT && !/[0-9]/.test(word.text)) addGrams(soundOfLetters(word.text), 3, grams)
  }
  if (words.length > 1 && words[0]!.latin) terms.push(readWord(words.map(({ text }) => text).join('')).term)
  addGrams(run, 3, grams)
  addGrams(japanese, 2, grams)
  addGrams(reading, 3, grams)
  addGrams(reading === '' && wanted ? words.map(({ sound, latin }) => (latin ? consonantsOf(sound) : '')).join('') : consonantsOf(reading), 3, grams, CONSONANTS)
  addAcronyms(words, initials)
  return { terms, grams, initials }
}

/** A short Latin word that may stand for several. */
export function isAcronym({ text, latin, common }: Word): boolean {
  return latin && !common && text.length > 1 && text.length <= LONGEST_ACRONYM
}

/** The first letters of all words, and of the first or the last three and more: a part of the name may stay unabbreviated. */
function addAcronyms(words: readonly Word[], into: number[]): void {
  let letters = ''
  for (const { text, latin } of words) if (latin) letters += text[0]
  if (letters.length > 1 && letters.length <= LONGEST_ACRONYM) into.push(hash(letters, INITIALS))
  for (let length = 3; length < letters.length && length <= LONGEST_ACRONYM; length++) {
    into.push(hashPart(letters, 0, length, INITIALS), hashPart(letters, letters.length - length, letters.length, INITIALS))
  }
}

function addGrams(text: string, length: number, into: number[], seed = GRAM): void {
  if (text.length > 0 && text.length < length) into.push(hash(text, seed))
  for (let at = 0; at + length <= text.length; at++) into.push(hashPart(text, at, at + length, seed))
}
