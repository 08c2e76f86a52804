import type { words as english } from './en/index.ts'
import type { Locale } from './locale.ts'

/**
 * Every word the program says, by capability. English defines the shape; a word that another language lacks, or a
 * value that its sentence does not take, fails to compile. Sentences with values are functions.
 */
export type Words = typeof english

const loaders: Readonly<Record<Locale, () => Promise<{ readonly words: Words }>>> = {
  en: () => import('./en/index.ts'),
  ja: () => import('./ja/index.ts'),
  es: () => import('./es/index.ts'),
}

export async function loadWords(locale: Locale): Promise<Words> {
  return (await loaders[locale]()).words
}
