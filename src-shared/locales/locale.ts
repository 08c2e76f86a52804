export const locales = ['en', 'ja', 'es'] as const
export type Locale = (typeof locales)[number]

/** The languages by their own names, as a person looks for them. */
export const localeNames: Readonly<Record<Locale, string>> = { en: 'English', ja: '日本語', es: 'Español' }

/** The first of the wished languages (BCP 47, best first) that we speak, else English. */
export function nearestLocale(wished: readonly string[]): Locale {
  for (const tag of wished) {
    const language = tag.split('-', 1)[0]?.toLowerCase()
    const found = locales.find((locale) => locale === language)
    if (found !== undefined) return found
  }
  return 'en'
}
