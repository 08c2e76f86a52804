import type { Refusal } from '#shared/foundation/outcome.ts'
import { words } from '#shared/locales/en/index.ts'
import type { RefusalSentence } from '#shared/locales/refusal-sentence.ts'

/** Where the window speaks of what a person just saw, the command line speaks of what was typed. */
const ownSentences = {
  'lead.not-found': 'There is no such lead.',
  'lead.ambiguous': 'Several leads match. Use the id.',
  'workspace.in-use': (d: (name: string) => string) => (d('process') === '' ? 'Another program has this workspace open.' : `Process ${d('process')} on the computer ${d('computer')} has this workspace open. Close it there first.`),
}
const sentences: Readonly<Record<string, RefusalSentence | undefined>> = { ...words.refusals.codes, ...ownSentences }

/** What a code means, in the window's English words; without any, in the refusal's own. */
export function sentenceOf(code: string, details: unknown, otherwise = code): string {
  const sentence = Object.hasOwn(sentences, code) ? sentences[code] : undefined
  if (sentence === undefined) return otherwise
  return typeof sentence === 'string' ? sentence : sentence((name) => written(member(details, name) ?? member(member(details, 'data'), name)))
}

/** A refusal on one line: the code for scripts, the sentence for people, and the facts that the sentence leaves out. */
export function refusalText({ code, message, details }: Refusal): string {
  const sentence = sentenceOf(code, details, message)
  const rest = facts(details).filter(([, value]) => value !== '' && !sentence.includes(value))
  return `${code}: ${sentence}${rest.length === 0 ? '' : ` (${rest.map(([name, value]) => `${name}: ${value}`).join(', ')})`}`
}

function facts(details: unknown): (readonly [string, string])[] {
  if (details === null || typeof details !== 'object') return []
  return Object.entries(details).flatMap(([name, value]) => (isRecord(value) ? (name === 'column' ? [[name, written(value['name'] || value['index'])] as const] : facts(value)) : [[name, written(value)] as const]))
}

function written(value: unknown): string {
  if (typeof value === 'number') return value.toLocaleString('en')
  if (Array.isArray(value)) return value.map((each) => (isRecord(each) ? Object.values(each).map(written).filter(Boolean).join(' ') : written(each))).join(', ')
  return value === null || value === undefined ? '' : isRecord(value) ? JSON.stringify(value) : String(value)
}

function member(of: unknown, name: string): unknown {
  return isRecord(of) ? of[name] : undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
