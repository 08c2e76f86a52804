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

/** The distinct words of many names, each read once, when it is first asked for. */
export class Vocabulary {
  readonly #texts: string[]
  readonly #words: Word[] = []
  #numbers: Map<string, number> | null = null

  constructor(texts: Iterable<string> = []) {
    this.#texts = [...texts]
  }

  /** The word's number; a new one for a new word. */
  numberOf(text: string): number {
    this.#numbers ??= new Map(this.#texts.map((known, number) => [known, number]))
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.#texts.length)
    return this.#texts.push(text) - 1
  }

  at(number: number): Word {
    return (this.#words[number] ??= readWord(this.#texts[number]!))
  }

  get texts(): readonly string[] {
    return this.#texts
  }
}
