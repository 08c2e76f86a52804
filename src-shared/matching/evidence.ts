import type { SharedWords } from './compare-names.ts'

/**
 * What speaks for or against two records being of one organisation, with its weight: natural logarithms of odds, which add up.
 * Everything a verdict rests on is in this list.
 */
export type Evidence = (
  | { readonly kind: 'confirmed' | 'refuted' }
  | { readonly kind: 'corporateNumber'; readonly agrees: boolean; readonly query: string; readonly candidate: string }
  /** `bearers`: records of the list with this domain; the more, the less it tells. `shared`: of many companies, tells nothing. */
  | { readonly kind: 'domain'; readonly agrees: boolean; readonly query: string; readonly candidate: string; readonly bearers: number; readonly shared: boolean }
  | { readonly kind: 'name'; readonly agrees: boolean; readonly shared: readonly SharedWords[]; readonly onlyQuery: readonly string[]; readonly onlyCandidate: readonly string[] }
  | { readonly kind: 'address'; readonly agrees: boolean; readonly how: 'place' | 'postcode' | 'elsewhere' }
  /** An address or a telephone of the person who asked. */
  | { readonly kind: 'contact'; readonly agrees: true; readonly how: 'email' | 'phone'; readonly value: string }
  | { readonly kind: 'country'; readonly agrees: boolean; readonly query: string; readonly candidate: string }
  | { readonly kind: 'product'; readonly agrees: boolean; readonly query: string; readonly candidate: string }
) & { readonly weight: number }

export const verdicts = ['same', 'likely', 'look', 'different'] as const
export type Verdict = (typeof verdicts)[number]

/**
 * From which score on, measured on held-back data (README): nine of ten `likely` pairs are of one organisation, six of ten to `look` at.
 * `same` also needs two kinds of evidence.
 */
export const THRESHOLDS = { same: 0.98, likely: 0.8, look: 0.25 } as const
