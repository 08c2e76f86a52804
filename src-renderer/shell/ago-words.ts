import type { Words } from '#shared/locales/words.ts'
import type { Formats } from './formats.ts'

const MINUTE = 60_000

/** How long ago, and “just now” for less than a minute: what has just happened is not “this minute” to a person. */
export function agoWords(instant: string, now: number, words: Words, formats: Pick<Formats, 'ago'>): string {
  return now - Date.parse(instant) < MINUTE ? words.shell.justNow : formats.ago(instant, now)
}
