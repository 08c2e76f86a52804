import type { NameMeasures } from './compare-names.ts'

/** The measures and what they mean together, in the order of `NAME_WEIGHTS`. */
export function nameTerms(measures: NameMeasures): readonly number[] {
  const { coveredMore: more, coveredLess: less, sharedWeight: shared, leftMore, leftLess, commonLeftLess, commonLeftMore, equal, firstWord, initials, reading, otherNumbers, commonOnly } = measures
  return [
    1, more, less, shared, leftLess, leftMore, commonLeftLess, commonLeftMore, equal, firstWord, initials, reading, otherNumbers, commonOnly,
    less * less, more * less, more * shared, less * shared, shared * shared, leftMore * (1 - less), initials * less, initials * more, firstWord * shared, reading * less,
    Math.max(0, less - 0.8), Math.max(0, more - 0.9), (1 - commonOnly) * more, commonLeftMore * leftMore,
  ]
}

/**
 * Of a logistic regression on pairs of names of one organisation and of different ones (Research Organization Registry and the Japanese
 * list of public filers, the half of the organisations that no measurement is made on): `test/bench/matching/fit-name-weights.ts`.
 */
const NAME_WEIGHTS: readonly number[] = [
  -18.95, -0.46, 3.62, 12.53, -0.84, 5.73, -0.95, 8.92, 1.33, 2.54, 2.59, -2.02, -2.85, -0.92,
  1.07, 4.14, -1.46, 5.9, -6.68, 1.55, 1.71, -1.16, -3.08, -5.76, 12.14, 20.52, -0.45, -8.66,
]

/** The natural logarithm of the odds that two names, as far as only names tell, are of one organisation. */
export function scoreNames(measures: NameMeasures): number {
  return nameTerms(measures).reduce((sum, term, at) => sum + term * NAME_WEIGHTS[at]!, 0)
}
