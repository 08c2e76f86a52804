import type { NameMeasures } from './compare-names.ts'

/** The measures and what they mean together, in the order of the weights. */
export function nameTerms(measures: NameMeasures): readonly number[] {
  const { coveredMore: more, coveredLess: less, sharedWeight: shared, leftMore, leftLess, commonLeftLess, commonLeftMore, equal, firstWord, initials, reading, otherNumbers, commonOnly, byMeaning } = measures
  return [
    1, more, less, shared, leftLess, leftMore, commonLeftLess, commonLeftMore, equal, firstWord, initials, reading, otherNumbers, commonOnly,
    less * less, more * less, more * shared, less * shared, shared * shared, leftMore * (1 - less), initials * less, initials * more, firstWord * shared, reading * less,
    Math.max(0, less - 0.8), Math.max(0, more - 0.9), (1 - commonOnly) * more, commonLeftMore * leftMore, byMeaning, byMeaning * less, byMeaning * shared,
  ]
}

/*
 * Weights of two logistic regressions on pairs of names of one organisation and of different ones (Research Organization Registry and the Japanese
 * list of public filers, the half of the organisations that no measurement is made on): `test/bench/matching/fit-name-weights.ts`.
 */

/** Of names in one script. */
const SAME_SCRIPT: readonly number[] = [
  -19.05, -0.82, 1.55, 10.33, -0.34, 6.80, -1.09, 9.63, 0.67, 2.38, 4.29, 0.00, -3.13, 0.05,
  3.60, 6.60, 0.23, 2.52, -5.66, 0.79, 0.48, -3.43, -2.80, 0.00, 13.86, 8.65, 0.70, -9.27,
  -4.13, -0.86, 4.22,
]

/** Of names of which one is written in Japanese. */
const ACROSS_SCRIPTS: readonly number[] = [
  -8.88, 0.05, 2.77, -2.32, 0.60, 3.83, -0.31, 2.10, 1.66, -0.62, -4.13, -0.18, -2.52, -1.19,
  -13.40, 12.62, -0.70, 22.02, -7.67, -2.39, -6.16, -4.08, 0.26, 0.27, 12.09, 2.67, -2.78, -1.23,
  -1.26, -3.00, 5.43,
]

/** The natural logarithm of the odds that two names, as far as only names tell, are of one organisation. */
export function scoreNames(measures: NameMeasures): number {
  const weights = measures.acrossScripts === 1 ? ACROSS_SCRIPTS : SAME_SCRIPT
  return nameTerms(measures).reduce((sum, term, at) => sum + term * weights[at]!, 0)
}
