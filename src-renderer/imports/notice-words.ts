import type { ShownNotice } from '#shared/imports/imports.contract.ts'
import type { Words } from '#shared/locales/words.ts'
import type { Formats } from '../shell/formats.ts'
import { refusalWords } from '../shell/refusal-words.ts'

/** A notice as a sentence, and where it applies; the lines that were skipped are named by their own sentence. */
export function noticeWords({ code, line, column, data }: ShownNotice, words: Words, formats: Formats): { readonly sentence: string; readonly place: string } {
  const { errors } = words.imports
  const place = code === 'import.lines-skipped' ? [] : [line === null ? '' : `${errors.line} ${formats.number(line)}`, column ?? '']
  return { sentence: refusalWords({ code, details: data }, words, formats), place: place.filter(Boolean).join(' · ') }
}
