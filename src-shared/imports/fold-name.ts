import { foldText } from '../foundation/fold-text.ts'

const SEPARATORS = /[\s\p{P}\p{S}]+/gu

/** A name without case, width, accents, spaces and punctuation: `Île-de-France` and `ile de france` are one. The long vowel mark of kana stays. */
export function foldName(name: string): string {
  return foldText(name).replace(SEPARATORS, '')
}
