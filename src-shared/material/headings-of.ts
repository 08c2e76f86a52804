import { locales } from '../locales/locale.ts'
import type { MaterialTexts } from './material.ts'

/** Titles, questions and phases of all languages, each once. */
export function headingsOf(texts: MaterialTexts): string {
  const all = locales.flatMap((language) => [texts[language]?.title ?? '', ...(texts[language]?.parts ?? []).map(({ title }) => title)])
  return [...new Set(all.filter((heading) => heading !== ''))].join('\n')
}
