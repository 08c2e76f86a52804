import { hash } from './hash.ts'
import { soundOfWord } from './sound-of-word.ts'
import { meaningOf } from './word-meanings.ts'

/** A folded word of a name. */
export interface Word {
  readonly text: string
  /** Words that mean or sound the same have the same term. 32 bits. */
  readonly term: number
  readonly sound: string
  readonly latin: boolean
  /** One of the words that organisations share (`organisation-words-table.ts`), and so tells little by itself. */
  readonly common: boolean
}

const TERM = 0x9e3779b1
const LATIN = /^[a-z0-9]+$/

export function readWord(text: string): Word {
  const meaning = meaningOf(text)
  const sound = soundOfWord(text)
  return { text, sound, term: meaning === null ? hash(sound, TERM) : hash(`=${meaning}`, TERM), latin: LATIN.test(text), common: meaning !== null }
}

/** The distinct words of many names, each read once. */
export class Vocabulary {
  readonly #words: Word[] = []
  readonly #numbers = new Map<string, number>()

  constructor(texts: readonly string[] = []) {
    for (const text of texts) this.numberOf(text)
  }

  /** The word's number; a new one for a new word. */
  numberOf(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const number = this.#words.length
    this.#words.push(readWord(text))
    this.#numbers.set(text, number)
    return number
  }

  at(number: number): Word {
    return this.#words[number]!
  }

  /** The known word, or one read for the occasion. */
  find(text: string): Word {
    const number = this.#numbers.get(text)
    return number === undefined ? readWord(text) : this.#words[number]!
  }

  get texts(): readonly string[] {
    return this.#words.map(({ text }) => text)
  }
}
