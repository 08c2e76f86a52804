import type { Locale } from './locale.ts'

export interface Counting {
  /** A number with the locale's digits and separators. */
  readonly n: (value: number) => string
  /** The form for so many, `#` standing for the number: `counted(3, '# lead', '# leads')`. */
  readonly counted: (value: number, one: string, other: string) => string
}

/** How a language counts. English and Spanish tell one from many; Japanese passes one form. */
export function countingIn(locale: Locale): Counting {
  const number = new Intl.NumberFormat(locale)
  const plural = new Intl.PluralRules(locale)
  return {
    n: (value) => number.format(value),
    counted: (value, one, other) => (plural.select(value) === 'one' ? one : other).replace('#', number.format(value)),
  }
}
