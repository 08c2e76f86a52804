import type { Refusal } from '#shared/foundation/outcome.ts'
import type { RefusalSentence } from '#shared/locales/refusal-sentence.ts'
import type { Words } from '#shared/locales/words.ts'
import type { Formats } from './formats.ts'

/** A refusal as a sentence for a person. A code we have no words for is named, so that it can be reported. */
export function refusalWords(refusal: Pick<Refusal, 'code' | 'details'>, words: Words, formats: Formats): string {
  const sentences: Readonly<Record<string, RefusalSentence | undefined>> = words.refusals.codes
  const sentence = Object.hasOwn(sentences, refusal.code) ? sentences[refusal.code] : undefined
  if (sentence === undefined) return words.refusals.unknown(refusal.code)
  return typeof sentence === 'string' ? sentence : sentence((name) => detail(refusal.details, name, formats))
}

/** A detail's value as text; what is not there is an empty text. Refusals of files carry theirs one level down, in `data`. */
function detail(details: unknown, name: string, formats: Formats): string {
  const value = member(details, name) ?? member(member(details, 'data'), name)
  if (typeof value === 'number') return formats.number(value)
  if (Array.isArray(value)) return formats.list(value.map(String))
  return value === undefined || value === null ? '' : String(value)
}

function member(of: unknown, name: string): unknown {
  return of !== null && typeof of === 'object' ? (of as Readonly<Record<string, unknown>>)[name] : undefined
}
