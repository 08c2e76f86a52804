import type { NameMeasures } from './compare-names.ts'

/** The measures and what they mean together, in the order of `NAME_WEIGHTS`. */
export function nameTerms(measures: NameMeasures): readonly number[] {
  const { coveredMore: more, coveredLess: less, sharedWeight: shared, leftMore, leftLess, commonLeftLess, commonLeftMore, equal, firstWord, initials, reading, otherNumbers, commonOnly, byMeaning } = measures
  return [
    1, more, less, shared, leftLess, leftMore, commonLeftLess, commonLeftMore, equal, firstWord, initials, reading, otherNumbers, commonOnly,
    less * less, more * less, more * shared, less * shared, shared * shared, leftMore * (1 - less), initials * less, initials * more, firstWord * shared, reading * less,
    Math.max(0, less - 0.8), Math.max(0, more - 0.9), (1 - commonOnly) * more, commonLeftMore * leftMore, byMeaning, byMeaning * less, byMeaning * shared,
  ]
}

/**
 * Of a logistic regression on pairs of names of one organisation and of different ones (Research Organization Registry and the Japanese
 * list of public filers, the half of the organisations that no measurement is made on): `test/bench/matching/fit-name-weights.ts`.
 */
const NAME_WEIGHTS: readonly number[] = [
  -19.00, -1.05, 1.69, 9.56, -0.45, 6.88, -0.93, 9.68, 0.91, 2.26, 4.81, -2.28, -3.03, 0.20,
  2.35, 7.81, -0.10, 3.22, -5.34, 0.77, 0.55, -4.03, -2.64, -6.51, 13.46, 8.53, 0.78, -9.20,
  -3.71, -1.03, 3.96,
]

/** The natural logarithm of the odds that two names, as far as only names tell, are of one organisation. */
export function scoreNames(measures: NameMeasures): number {
  return nameTerms(measures).reduce((sum, term, at) => sum + term * NAME_WEIGHTS[at]!, 0)
}
