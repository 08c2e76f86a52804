import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import type { Locale } from '#shared/locales/locale.ts'
import { loadWords, type Words } from '#shared/locales/words.ts'
import { createFormats, type Formats } from './formats.ts'

export interface Language {
  readonly locale: Readonly<ShallowRef<Locale>>
  readonly words: Readonly<ShallowRef<Words>>
  readonly formats: ComputedRef<Formats>
  /** Everything on screen is in the other language when this is done. */
  speak(locale: Locale): Promise<void>
}

/** @param root the document's root, which carries the language for line breaking, fonts and screen readers */
export async function createLanguage(first: Locale, root: Pick<HTMLElement, 'lang'>): Promise<Language> {
  const locale = shallowRef(first)
  const words = shallowRef(await loadWords(first))
  let wished = first
  root.lang = first
  return {
    locale,
    words,
    formats: computed(() => createFormats(locale.value)),
    async speak(to) {
      wished = to
      const loaded = await loadWords(to)
      if (wished !== to) return
      words.value = loaded
      locale.value = to
      root.lang = to
    },
  }
}
