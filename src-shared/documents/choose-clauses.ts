import type { Locale } from '../locales/locale.ts'
import type { DocumentKind } from './document.ts'

export interface Clause {
  readonly heading: string
  readonly text: string
  readonly language: Locale
  /** Empty: all. */
  readonly kinds: readonly DocumentKind[]
  /** ISO 3166-1; empty: everywhere. */
  readonly countries: readonly string[]
  readonly exceptCountries: readonly string[]
  readonly place: number
  readonly enabled: boolean
}

/** The company's terms that a document has by its kind, its language and where the customer is, in their order. */
export function chooseClauses<C extends Clause>(clauses: readonly C[], asked: { readonly kind: DocumentKind; readonly language: Locale; readonly country: string }): readonly C[] {
  return clauses
    .filter(({ enabled, language, kinds, countries, exceptCountries }) =>
      enabled && language === asked.language && (kinds.length === 0 || kinds.includes(asked.kind)) && (countries.length === 0 || countries.includes(asked.country)) && !exceptCountries.includes(asked.country))
    .toSorted((one, other) => one.place - other.place || (one.heading < other.heading ? -1 : 1))
}
